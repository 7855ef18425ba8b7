package dev.hourbridge.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks the items of one page after another. */
final class ItemIterator<T> implements CloseableIterator<T> {
    private final CloseableIterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();
    private volatile boolean closed;

    ItemIterator(CloseableIterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext()) {
            // Lets go of a page before the next one comes.
            items = Collections.emptyIterator();
            if (!pages.hasNext()) {
                return false;
            }
            items = pages.next().items().iterator();
        }
        if (closed) {
            throw new ClosedIteratorException();
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }

    @Override
    public void close() {
        closed = true;
        pages.close();
    }
}
