package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pager over a {@link PageSource}. The completeness checks count the source's rows, so a filter hides nothing from
 * them.
 *
 * @param <R> the type of the source's rows
 * @param <T> the type of the items made from them
 */
final class PagedPager<R, T> extends AbstractPager<T> {
    private final PageSource<R> source;
    private final Transform<R, T> transform;
    private final @Nullable PageToken start;
    private final int ahead;
    private final TokenScope scope;

    private PagedPager(
            PageSource<R> source, Transform<R, T> transform, @Nullable PageToken start, int ahead, TokenScope scope) {
        this.source = source;
        this.transform = transform;
        this.start = start;
        this.ahead = ahead;
        this.scope = scope;
    }

    static <T> PagedPager<T, T> over(PageSource<T> source) {
        return new PagedPager<>(source, row -> row, null, 0, TokenScope.NONE);
    }

    @Override
    public CloseableIterator<T> iterator() {
        return new ItemIterator<>(pageIterator());
    }

    @Override
    AbstractCloseableIterator<Page<T>> pageIterator() {
        return new PageIterator<>(source, transform, start, ahead, scope);
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        return new PagedPager<>(source, transform, scope.unmark(token), ahead, scope);
    }

    @Override
    Pager<T> scoped(TokenScope other) {
        return new PagedPager<>(source, transform, start, ahead, other);
    }

    @Override
    public Pager<T> prefetch(int pages) {
        return new PagedPager<>(source, transform, start, checkAhead(pages), scope);
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return new PagedPager<>(source, transform.filter(predicate), start, ahead, scope);
    }

    @Override
    public <U> Pager<U> map(Function<? super T, ? extends U> mapper) {
        return new PagedPager<R, U>(source, transform.map(mapper), start, ahead, scope);
    }
}
