package dev.hourbridge.teampulse;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one list after another and returns each row once. */
final class ConcatenatedIterator<T> implements CloseableIterator<T> {
    private final List<Pager<T>> parts;
    private final Function<T, String> key;
    private final Set<String> seen = new HashSet<>();
    private int nextPart;
    private @Nullable CloseableIterator<T> rows;
    private @Nullable T ready;
    private volatile boolean closed;

    ConcatenatedIterator(List<Pager<T>> parts, Function<T, String> key) {
        this.parts = parts;
        this.key = key;
    }

    @Override
    public boolean hasNext() {
        while (ready == null) {
            if (rows == null && nextPart == parts.size()) {
                return false;
            }
            if (closed) {
                throw new IllegalStateException("The list was closed before its end.");
            }
            if (rows == null) {
                rows = parts.get(nextPart++).iterator();
            }
            if (!rows.hasNext()) {
                rows = null;
                continue;
            }
            T row = rows.next();
            if (seen.add(key.apply(row))) {
                ready = row;
            }
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = Objects.requireNonNull(ready);
        ready = null;
        return row;
    }

    @Override
    public void close() {
        closed = true;
        CloseableIterator<T> open = rows;
        if (open != null) {
            open.close();
        }
    }
}
