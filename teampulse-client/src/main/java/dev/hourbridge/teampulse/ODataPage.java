package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.OptionalLong;

/**
 * One page of a list, as the service returned it. Immutable and thread-safe.
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
     * Returns the number of rows. Whether it refers to the whole list or to this page is not documented. Wire name
     * {@code totalResults}.
     */
    public abstract OptionalLong totalResults();

    /** Returns the number of rows requested or returned. Which of the two is not documented. Wire name {@code top}. */
    public abstract OptionalLong top();

    /** Returns the number of rows skipped at the start. Not in the vendor's documentation. Wire name {@code skip}. */
    public abstract OptionalLong skip();

    /** Returns the rows, in order; unmodifiable. Wire name {@code results}. */
    public abstract List<T> results();
}
