package dev.hourbridge.codebase;

import dev.hourbridge.model.CloseableIterator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One list after another, each asked for when the walk gets there. */
final class ConcatenatedIterator<K, T> implements CloseableIterator<T> {
    private final Iterator<K> keys;
    private final Function<K, CloseableIterator<T>> open;
    private @Nullable CloseableIterator<T> elements;
    private volatile boolean closed;

    ConcatenatedIterator(Iterator<K> keys, Function<K, CloseableIterator<T>> open) {
        this.keys = keys;
        this.open = open;
    }

    @Override
    public boolean hasNext() {
        while (elements == null || !elements.hasNext()) {
            if (!keys.hasNext()) {
                return false;
            }
            if (closed) {
                throw new IllegalStateException("The list was closed before its end.");
            }
            elements = open.apply(keys.next());
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext() || elements == null) {
            throw new NoSuchElementException();
        }
        return elements.next();
    }

    @Override
    public void close() {
        closed = true;
        if (elements != null) {
            elements.close();
        }
    }
}
