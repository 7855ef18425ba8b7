package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Base of iterators that hold something open. It closes itself at its end and on an error, and throws {@link
 * IllegalStateException} when it is asked for an element after it was closed before its end.
 *
 * <p>Belongs to one thread, but {@link #close()} may be called from any.
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
     * Returns the next element, or null at the end. Not called again after its end, after an exception, or after the
     * iterator was closed.
     */
    protected abstract @Nullable T computeNext();

    /** Releases what is open. Idempotent; may be called from any thread, also while the next element is computed. */
    protected abstract void release();

    /**
     * Throws if the iterator was closed. Subclasses call it after they opened something, since {@link #close()} cannot
     * have released it.
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
