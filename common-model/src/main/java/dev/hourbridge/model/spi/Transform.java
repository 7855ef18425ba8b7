package dev.hourbridge.model.spi;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Converts a row to an item with the filters and mappers of a pager, in the order in which they were added.
 *
 * @param <R> the type of the rows
 * @param <T> the type of the items
 */
@FunctionalInterface
interface Transform<R, T> {

    /** Returns the item made from a row; null if a filter excludes the row. */
    @Nullable
    T apply(R row);

    default Transform<R, T> filter(Predicate<? super T> predicate) {
        return row -> {
            T item = apply(row);
            return item == null || !predicate.test(item) ? null : item;
        };
    }

    default <U> Transform<R, U> map(Function<? super T, ? extends U> mapper) {
        return row -> {
            T item = apply(row);
            return item == null ? null : Objects.requireNonNull(mapper.apply(item), "mapper");
        };
    }
}
