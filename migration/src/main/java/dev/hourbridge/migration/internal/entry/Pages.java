package dev.hourbridge.migration.internal.entry;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Iterates over the pages of a list in the ledger. Memory holds only one page of a list of any length. The ledger may
 * be changed during the iteration, because no cursor is open.
 */
public final class Pages {
    private Pages() {}

    /**
     * Passes on every element in order.
     *
     * @param pageAfter returns the elements with a higher number, up to the size of a page; empty after the last
     * @param number the number of an element
     */
    public static <T> void forEach(LongFunction<List<T>> pageAfter, ToLongFunction<T> number, Consumer<T> use) {
        stream(pageAfter, number).forEachOrdered(use);
    }

    /** Returns every element in the order of {@link #forEach}. Each page is read when it is needed. */
    public static <T> Stream<T> stream(LongFunction<List<T>> pageAfter, ToLongFunction<T> number) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Elements<>(pageAfter, number), Spliterator.ORDERED), false);
    }

    private static final class Elements<T> implements Iterator<T> {
        private final LongFunction<List<T>> pageAfter;
        private final ToLongFunction<T> number;
        private Iterator<T> page = Collections.emptyIterator();
        private long after = -1;

        Elements(LongFunction<List<T>> pageAfter, ToLongFunction<T> number) {
            this.pageAfter = pageAfter;
            this.number = number;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext()) {
                page = pageAfter.apply(after).iterator();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T element = page.next();
            after = number.applyAsLong(element);
            return element;
        }
    }
}
