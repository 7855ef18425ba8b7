package dev.hourbridge.migration.internal.entry;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Walks the pages of a list in the ledger: memory holds one page of a list of any length, and what is done with an element
 * may change the ledger, since no cursor is open meanwhile.
 */
public final class Pages {
    private Pages() {}

    /**
     * Hands out every element in order.
     *
     * @param pageAfter returns the elements with a higher number, up to the size of a page; none after the last
     * @param number the number of an element
     */
    public static <T> void forEach(LongFunction<List<T>> pageAfter, ToLongFunction<T> number, Consumer<T> use) {
        long after = -1;
        for (List<T> page = pageAfter.apply(after); !page.isEmpty(); page = pageAfter.apply(after)) {
            for (T element : page) {
                after = number.applyAsLong(element);
                use.accept(element);
            }
        }
    }
}
