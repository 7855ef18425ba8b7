package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one list after another. Each list is requested at the end of the previous one. */
final class ConcatenatedIterator<T> extends AbstractCloseableIterator<T> {
    private final Iterator<Pager<T>> parts;
    private volatile @Nullable CloseableIterator<T> part;

    ConcatenatedIterator(List<Pager<T>> parts) {
        this.parts = parts.iterator();
    }

    @Override
    protected @Nullable T computeNext() {
        CloseableIterator<T> open = part;
        while (open == null || !open.hasNext()) {
            if (!parts.hasNext()) {
                return null;
            }
            requireOpen();
            open = parts.next().iterator();
            part = open;
        }
        return open.next();
    }

    @Override
    protected void release() {
        CloseableIterator<T> open = part;
        if (open != null) {
            open.close();
        }
    }
}
