package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base class of iterators that hold resources. An iterator closes itself at the end and on an error. If it was
 * closed before its end, it throws {@link IllegalStateException} when it is asked for an element.
 *
 * <p>Use it from one thread only, but {@link #close()} may be called from any thread.
 *
 * @param <T> the type of the elements
 */
public abstract class AbstractCloseableIterator<T> implements CloseableIterator<T> {
    private @Nullable T ready;
    private boolean ended;
    private volatile boolean closed;

    /** Creates an open iterator. */
    protected AbstractCloseableIterator() {}

    /**
     * Returns the next element, or null at the end. This method is not called again after the end, after an exception,
     * or after the iterator is closed.
     */
    protected abstract @Nullable T computeNext();

    /**
     * Releases the resources. Idempotent. It may be called from any thread, even while the next element is being
     * computed.
     */
    protected abstract void release();

    /**
     * Throws an exception if the iterator was closed. Subclasses call this method after they open a resource, because
     * an earlier {@link #close()} cannot have released it.
     *
     * @throws IllegalStateException if the iterator was closed
     */
    protected final void requireOpen() {
        if (closed) {
            throw new ClosedIteratorException();
        }
    }

    @Override
    public final boolean hasNext() {
        if (ended) {
            return false;
        }
        requireOpen();
        if (ready == null) {
            ready = compute();
        }
        return ready != null;
    }

    private @Nullable T compute() {
        boolean more = false;
        try {
            T next = computeNext();
            requireOpen();
            ended = next == null;
            more = !ended;
            return next;
        } finally {
            if (!more) {
                close();
            }
        }
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T element = Objects.requireNonNull(ready);
        ready = null;
        return element;
    }

    @Override
    public final void close() {
        closed = true;
        release();
    }
}
