package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which rows of a list, in which order. Immutable and safe for use by several threads.
 *
 * <p>Source: "Filtering" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class ODataQuery {
    private static final ODataQuery ALL = builder().build();

    ODataQuery() {}

    /** Every row. */
    public static ODataQuery all() {
        return ALL;
    }

    /** The rows that meet the condition. */
    public static ODataQuery where(ODataFilter filter) {
        return builder().filter(filter).build();
    }

    /** A builder without conditions. */
    public static Builder builder() {
        return new AutoValue_ODataQuery.Builder();
    }

    /** The condition. Wire name {@code $filter}. */
    public abstract Optional<ODataFilter> filter();

    /** The order; what it leaves equal is in the order of the id. Wire name {@code $orderby}. */
    public abstract Optional<ODataOrder> orderBy();

    /** How many rows at most, over all pages; empty for all. Wire name {@code $top}. */
    public abstract OptionalInt top();

    /** How many rows to leave out at the start; empty for none. Wire name {@code $skip}. */
    public abstract OptionalInt skip();

    /** A builder with this query's values. */
    public abstract Builder toBuilder();

    /** Builds an {@link ODataQuery}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The condition. Default: none. */
        public abstract Builder filter(ODataFilter filter);

        /** The order. Default: by id. */
        public abstract Builder orderBy(ODataOrder orderBy);

        /** How many rows at most, 1 or more. Default: all. */
        public abstract Builder top(int top);

        /** How many rows to leave out at the start, 0 or more. Default: none. */
        public abstract Builder skip(int skip);

        abstract ODataQuery autoBuild();

        /**
         * The query.
         *
         * @throws InvalidInputException if a number is out of bounds
         */
        public final ODataQuery build() {
            ODataQuery query = autoBuild();
            if (query.top().isPresent() && query.top().getAsInt() < 1) {
                throw new InvalidInputException("top", "a number below 1", "give 1 or more, or leave it out for all");
            }
            if (query.skip().isPresent() && query.skip().getAsInt() < 0) {
                throw new InvalidInputException("skip", "a number below 0", "give 0 or more");
            }
            return query;
        }
    }
}
