package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.OptionalLong;

/**
 * One answer of a list, as it is. Immutable and safe for use by several threads.
 *
 * @param <T> the rows' type
 */
@AutoValue
public abstract class ODataPage<T> {
    ODataPage() {}

    static <T> ODataPage<T> of(ListJson<?> json, List<T> results) {
        return new AutoValue_ODataPage<>(
                Optionals.number(json.totalResults),
                Optionals.number(json.top),
                Optionals.number(json.skip),
                List.copyOf(results));
    }

    /**
     * How many rows there are; whether in the whole list or in this answer is not documented. Wire name
     * {@code totalResults}.
     */
    public abstract OptionalLong totalResults();

    /** How many rows were asked for, or are there: not documented either. Wire name {@code top}. */
    public abstract OptionalLong top();

    /** How many rows were left out at the start. Not in the vendor document. Wire name {@code skip}. */
    public abstract OptionalLong skip();

    /** The rows, in order; unmodifiable. Wire name {@code results}. */
    public abstract List<T> results();
}
