package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Pages;

/** The common base class of the pagers that {@link Pagers} creates. */
abstract class AbstractPager<T> implements Pager<T> {
    private static final int MAX_AHEAD = 64;

    @Override
    public final Pages<T> pages() {
        return new Pages<>(pageIterator());
    }

    abstract AbstractCloseableIterator<Page<T>> pageIterator();

    /** Returns the same list with page tokens that have this scope. */
    abstract Pager<T> scoped(TokenScope scope);

    static int checkAhead(int pages) {
        if (pages < 1 || pages > MAX_AHEAD) {
            throw new InvalidInputException("prefetch", "a number of pages out of bounds", "specify 1 to " + MAX_AHEAD);
        }
        return pages;
    }
}
