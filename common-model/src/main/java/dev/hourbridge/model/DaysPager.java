package dev.hourbridge.model;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pager over ranges of days, one after another. Each range is a list of its own, with a total of its
 * own and restarts of its own; over all of them every row is handed out once.
 *
 * @param <T> what is made of the entries
 */
final class DaysPager<T> extends Pager<T> {
    private final TimeEntryQuery query;
    private final DaySource source;
    private final Function<Pager<TimeEntry>, Pager<T>> view;
    private final @Nullable PageToken start;

    private DaysPager(
            TimeEntryQuery query,
            DaySource source,
            Function<Pager<TimeEntry>, Pager<T>> view,
            @Nullable PageToken start) {
        this.query = query;
        this.source = source;
        this.view = view;
        this.start = start;
    }

    static Pager<TimeEntry> over(TimeEntryQuery query, DaySource source) {
        return new DaysPager<>(query, source, entries -> entries, null);
    }

    @Override
    public CloseableIterator<T> iterator() {
        return DayWalk.items(query, source, view, start);
    }

    @Override
    CloseableIterator<Page<T>> walkPages() {
        return DayWalk.pages(query, source, view, start);
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        return new DaysPager<>(query, source, view, token);
    }

    @Override
    public Pager<T> prefetch(int pages) {
        PagedPager.checkAhead(pages);
        return new DaysPager<>(query, source, part -> view.apply(part).prefetch(pages), start);
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return new DaysPager<>(query, source, part -> view.apply(part).filter(predicate), start);
    }

    @Override
    public <R> Pager<R> map(Function<? super T, ? extends R> mapper) {
        return new DaysPager<R>(query, source, part -> view.apply(part).map(mapper), start);
    }
}
