package dev.hourbridge.model.spi;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a pager makes of a row: the filters and mappers of the pager in the order in which they were added.
 *
 * @param <R> the type of the rows
 * @param <T> the type of the items
 */
@FunctionalInterface
interface Transform<R, T> {

    /** Returns the item that is made of a row, or null if a filter leaves the row out. */
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
