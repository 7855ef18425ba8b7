package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pager over consecutive ranges of days. Each range is a separate list with its own total and its own restarts.
 * Across all ranges, every row is returned once.
 *
 * @param <T> the type of the items made from the entries
 */
final class DateRangePager<T> extends AbstractPager<T> {
    private final TimeEntryQuery query;
    private final DaySource source;
    private final Function<Pager<TimeEntry>, Pager<T>> view;
    private final @Nullable PageToken start;
    private final int ahead;
    private final TokenScope scope;

    private DateRangePager(
            TimeEntryQuery query,
            DaySource source,
            Function<Pager<TimeEntry>, Pager<T>> view,
            @Nullable PageToken start,
            int ahead,
            TokenScope scope) {
        this.query = query;
        this.source = source;
        this.view = view;
        this.start = start;
        this.ahead = ahead;
        this.scope = scope;
    }

    static Pager<TimeEntry> over(TimeEntryQuery query, DaySource source) {
        return new DateRangePager<>(query, source, entries -> entries, null, 0, TokenScope.NONE);
    }

    @Override
    public CloseableIterator<T> iterator() {
        return DateRangeIterator.items(query, source, view, start, ahead, scope);
    }

    @Override
    AbstractCloseableIterator<Page<T>> pageIterator() {
        return DateRangeIterator.pages(query, source, view, start, ahead, scope);
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        return new DateRangePager<>(query, source, view, scope.unmark(token), ahead, scope);
    }

    @Override
    Pager<T> scoped(TokenScope other) {
        return new DateRangePager<>(query, source, view, start, ahead, other);
    }

    @Override
    public Pager<T> prefetch(int pages) {
        checkAhead(pages);
        return new DateRangePager<>(query, source, part -> view.apply(part).prefetch(pages), start, pages, scope);
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return new DateRangePager<>(query, source, part -> view.apply(part).filter(predicate), start, ahead, scope);
    }

    @Override
    public <R> Pager<R> map(Function<? super T, ? extends R> mapper) {
        return new DateRangePager<R>(query, source, part -> view.apply(part).map(mapper), start, ahead, scope);
    }
}
