package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Iterates over the items of consecutive pages. */
final class ItemIterator<T> extends AbstractCloseableIterator<T> {
    private final CloseableIterator<Page<T>> pages;
    private Iterator<T> items = Collections.emptyIterator();

    ItemIterator(CloseableIterator<Page<T>> pages) {
        this.pages = pages;
    }

    @Override
    protected @Nullable T computeNext() {
        while (!items.hasNext()) {
            items = Collections.emptyIterator(); // Releases the page before the next one is read.
            if (!pages.hasNext()) {
                return null;
            }
            items = pages.next().items().iterator();
        }
        return items.next();
    }

    @Override
    protected void release() {
        pages.close();
    }
}
