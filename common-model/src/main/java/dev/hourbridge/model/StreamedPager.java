package dev.hourbridge.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pager over one answer that is read an element at a time. */
final class StreamedPager<T> extends Pager<T> {
    private static final int PAGE_SIZE = 500;

    private final Supplier<? extends CloseableIterator<T>> open;

    StreamedPager(Supplier<? extends CloseableIterator<T>> open) {
        this.open = open;
    }

    @Override
    public CloseableIterator<T> iterator() {
        return new Lazy<>(open);
    }

    @Override
    CloseableIterator<Page<T>> walkPages() {
        return new Chunker<>(iterator());
    }

    @Override
    public Pager<T> startingAt(PageToken token) {
        throw new InvalidInputException(
                "page token",
                "a token for a list that comes in one answer",
                "read the list from its start, or a shorter range");
    }

    /** It has no tokens. */
    @Override
    public Pager<T> boundTo(String scope) {
        return this;
    }

    @Override
    public Pager<T> prefetch(int pages) {
        PagedPager.checkAhead(pages);
        return this;
    }

    @Override
    public Pager<T> filter(Predicate<? super T> predicate) {
        return transform(item -> predicate.test(item) ? item : null);
    }

    @Override
    public <R> Pager<R> map(Function<? super T, ? extends R> mapper) {
        return transform(item -> Objects.requireNonNull(mapper.apply(item), "mapper"));
    }

    private <R> Pager<R> transform(Function<T, @Nullable R> transform) {
        return new StreamedPager<>(() -> new Transformed<>(iterator(), transform));
    }

    /** Makes the request when the first element is asked for, not before. */
    private static final class Lazy<T> implements CloseableIterator<T> {
        private final Supplier<? extends CloseableIterator<T>> open;
        private volatile @Nullable CloseableIterator<T> elements;
        private volatile boolean closed;
        private boolean ended;

        Lazy(Supplier<? extends CloseableIterator<T>> open) {
            this.open = open;
        }

        @Override
        public boolean hasNext() {
            if (ended) {
                return false;
            }
            requireOpen();
            try {
                boolean more = elements().hasNext();
                requireOpen();
                ended = !more;
                return more;
            } catch (HourbridgeException e) {
                e.resumeAt(null); // A token of a part of it, which does not lead into the whole.
                close();
                throw e;
            } catch (RuntimeException | Error e) {
                close();
                throw e;
            }
        }

        private void requireOpen() {
            if (closed) {
                throw new ClosedIteratorException();
            }
        }

        private CloseableIterator<T> elements() {
            CloseableIterator<T> opened = elements;
            if (opened == null) {
                opened = open.get();
                elements = opened;
                requireOpen(); // Or whoever closed this meanwhile would have left it open.
            }
            return opened;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return elements().next();
        }

        @Override
        public void close() {
            closed = true;
            CloseableIterator<T> opened = elements;
            if (opened != null) {
                opened.close();
            }
        }
    }

    private static final class Transformed<T, R> implements CloseableIterator<R> {
        private final CloseableIterator<T> elements;
        private final Function<T, @Nullable R> transform;
        private @Nullable R ready;

        Transformed(CloseableIterator<T> elements, Function<T, @Nullable R> transform) {
            this.elements = elements;
            this.transform = transform;
        }

        @Override
        public boolean hasNext() {
            while (ready == null && elements.hasNext()) {
                ready = transform.apply(elements.next());
            }
            return ready != null;
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            R element = Objects.requireNonNull(ready);
            ready = null;
            return element;
        }

        @Override
        public void close() {
            ready = null;
            elements.close();
        }
    }

    /** Cuts a stream of elements into pages; always gives at least one. */
    private static final class Chunker<T> implements CloseableIterator<Page<T>> {
        private final CloseableIterator<T> elements;
        private boolean first = true;

        Chunker(CloseableIterator<T> elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return first || elements.hasNext();
        }

        @Override
        public Page<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            first = false;
            List<T> items = new ArrayList<>();
            for (Iterator<T> i = elements; items.size() < PAGE_SIZE && i.hasNext(); ) {
                items.add(i.next());
            }
            return Page.of(items, null);
        }

        @Override
        public void close() {
            elements.close();
        }
    }
}
