package dev.hourbridge.model;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pager over a {@link PageSource}. The rules of a walk count the source's own rows, so that a
 * filter hides nothing from them.
 *
 * @param <R> the source's rows
 * @param <T> what is made of them
 */
final class PagedPager<R, T> extends Pager<T> {
    private static final int MAX_AHEAD = 64;

    private final PageSource<R> source;
    private final Function<R, @Nullable T> transform;
    private final @Nullable PageToken start;
    private final int ahead;
    private final TokenScope scope;

    private PagedPager(
            PageSource<R> source,
            Function<R, @Nullable T> transform,
            @Nullable PageToken start,
            int ahead,
            TokenScope scope) {
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
        return new ItemIterator<>(walk());
    }

    @Override
    CloseableIterator<Page<T>> walkPages() {
        return walk();
    }

    private PageIterator<R, T> walk() {
        return new PageIterator<>(source, transform, start, ahead, scope);
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        return new PagedPager<>(source, transform, scope.unmark(token), ahead, scope);
    }

    @Override
    public Pager<T> boundTo(String list) {
        return new PagedPager<>(source, transform, start, ahead, TokenScope.of(list));
    }

    @Override
    public Pager<T> prefetch(int pages) {
        return new PagedPager<>(source, transform, start, checkAhead(pages), scope);
    }

    static int checkAhead(int pages) {
        if (pages < 1 || pages > MAX_AHEAD) {
            throw new InvalidInputException("prefetch", "a number of pages out of bounds", "give 1 to " + MAX_AHEAD);
        }
        return pages;
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return new PagedPager<>(
                source,
                row -> {
                    T item = transform.apply(row);
                    return item == null || !predicate.test(item) ? null : item;
                },
                start,
                ahead,
                scope);
    }

    @Override
    public <U> Pager<U> map(Function<? super T, ? extends U> mapper) {
        return new PagedPager<R, U>(
                source,
                row -> {
                    T item = transform.apply(row);
                    return item == null ? null : Objects.requireNonNull(mapper.apply(item), "mapper");
                },
                start,
                ahead,
                scope);
    }
}
