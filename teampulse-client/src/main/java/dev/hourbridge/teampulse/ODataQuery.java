package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The filter, order and range of a list. Immutable and thread-safe.
 *
 * <!-- with: TeamPulseClient teamPulse -->
 * <pre>{@code
 * ODataQuery newest = ODataQuery.builder().orderBy(DATE.desc()).top(20).build();
 * teamPulse.timeEntries().list(newest).forEach(entry -> System.out.println(entry.date() + " " + entry.hours()));
 * }</pre>
 *
 * <p>Source: the section "Filtering" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class ODataQuery {
    private static final ODataQuery ALL = builder().build();

    ODataQuery() {}

    /** Returns a query for every row. */
    public static ODataQuery all() {
        return ALL;
    }

    /** Returns a query for the rows that match the filter. */
    public static ODataQuery where(ODataFilter filter) {
        return builder().filter(filter).build();
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_ODataQuery.Builder();
    }

    /** Returns the filter. Wire name {@code $filter}. */
    public abstract Optional<ODataFilter> filter();

    /** Returns the order. Rows that are equal in this order are sorted by id. Wire name {@code $orderby}. */
    public abstract Optional<ODataOrder> orderBy();

    /** Returns the maximum number of rows in all pages; empty for all rows. Wire name {@code $top}. */
    public abstract OptionalInt top();

    /** Returns the number of rows to skip at the start; empty for none. Wire name {@code $skip}. */
    public abstract OptionalInt skip();

    /** Returns a builder with this query's values. */
    public abstract Builder toBuilder();

    /** Builds an {@link ODataQuery}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the filter. Default: none. */
        public abstract Builder filter(ODataFilter filter);

        /** Sets the order. Default: by id. */
        public abstract Builder orderBy(ODataOrder orderBy);

        /** Sets the maximum number of rows, 1 or more. Default: all. */
        public abstract Builder top(int top);

        /** Sets the number of rows to skip at the start, 0 or more. Default: none. */
        public abstract Builder skip(int skip);

        abstract ODataQuery autoBuild();

        /**
         * Builds the query.
         *
         * @throws InvalidInputException if a number is out of bounds
         */
        public final ODataQuery build() {
            ODataQuery query = autoBuild();
            if (query.top().isPresent() && query.top().getAsInt() < 1) {
                throw new InvalidInputException("top", "a number below 1", "use 1 or more, or omit it for all rows");
            }
            if (query.skip().isPresent() && query.skip().getAsInt() < 0) {
                throw new InvalidInputException("skip", "a number below 0", "specify 0 or more");
            }
            return query;
        }
    }
}
