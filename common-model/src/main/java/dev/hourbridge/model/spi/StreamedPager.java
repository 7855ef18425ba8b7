package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pager over one response that is read one element at a time.
 *
 * @param <R> the type of the elements
 * @param <T> the type of the items
 */
final class StreamedPager<R, T> extends AbstractPager<T> {
    private static final int PAGE_SIZE = 500;

    private final IntFunction<? extends CloseableIterator<R>> open;
    private final int ahead;
    private final Transform<R, T> transform;

    /**
     * @param open sends the request; its argument is the maximum number of requests in flight ahead, for a list of
     *     several parts
     */
    StreamedPager(IntFunction<? extends CloseableIterator<R>> open, int ahead, Transform<R, T> transform) {
        this.open = open;
        this.ahead = ahead;
        this.transform = transform;
    }

    @Override
    public CloseableIterator<T> iterator() {
        return new ElementIterator<>(() -> open.apply(ahead), transform);
    }

    @Override
    AbstractCloseableIterator<Page<T>> pageIterator() {
        return new Chunker<>(iterator());
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        throw new InvalidInputException(
                "page token",
                "a token for a list that the service returns in one response",
                "read the list from the beginning, or read a shorter range");
    }

    /** Returns this pager, because it has no tokens. */
    @Override
    Pager<T> scoped(TokenScope scope) {
        return this;
    }

    @Override
    public Pager<T> prefetch(int pages) {
        return new StreamedPager<>(open, checkAhead(pages), transform);
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return new StreamedPager<>(open, ahead, transform.filter(predicate));
    }

    @Override
    public <U> Pager<U> map(Function<? super T, ? extends U> mapper) {
        return new StreamedPager<R, U>(open, ahead, transform.map(mapper));
    }

    /** Sends the request when the first element is asked for. */
    private static final class ElementIterator<R, T> extends AbstractCloseableIterator<T> {
        private final Supplier<? extends CloseableIterator<R>> open;
        private final Transform<R, T> transform;
        private volatile @Nullable CloseableIterator<R> elements;

        ElementIterator(Supplier<? extends CloseableIterator<R>> open, Transform<R, T> transform) {
            this.open = open;
            this.transform = transform;
        }

        @Override
        protected @Nullable T computeNext() {
            try {
                CloseableIterator<R> rows = elements();
                T item = null;
                while (item == null && rows.hasNext()) {
                    item = transform.apply(rows.next());
                }
                return item;
            } catch (HourbridgeException e) {
                e.resumeAt(null); // A token of a part of the list, which does not lead into the whole.
                throw e;
            }
        }

        private CloseableIterator<R> elements() {
            CloseableIterator<R> opened = elements;
            if (opened == null) {
                opened = open.get();
                elements = opened;
                requireOpen();
            }
            return opened;
        }

        @Override
        protected void release() {
            CloseableIterator<R> opened = elements;
            if (opened != null) {
                opened.close();
            }
        }
    }

    /** Groups elements into pages, of which there is at least one. */
    private static final class Chunker<T> extends AbstractCloseableIterator<Page<T>> {
        private final CloseableIterator<T> elements;
        private boolean begun;

        Chunker(CloseableIterator<T> elements) {
            this.elements = elements;
        }

        @Override
        protected @Nullable Page<T> computeNext() {
            List<T> items = new ArrayList<>();
            while (items.size() < PAGE_SIZE && elements.hasNext()) {
                items.add(elements.next());
            }
            boolean isPastEnd = begun && items.isEmpty();
            begun = true;
            return isPastEnd ? null : Page.of(items, null);
        }

        @Override
        protected void release() {
            elements.close();
        }
    }
}
