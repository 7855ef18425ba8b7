package dev.hourbridge.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks the items of one page after another. */
final class ItemWalk<T> implements CloseableIterator<T> {
    private final CloseableIterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    ItemWalk(CloseableIterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && pages.hasNext()) {
            items = pages.next().items().iterator();
        }
        return items.hasNext();
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
        items = Collections.emptyIterator();
        pages.close();
    }
}
