package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The parameters of Teamwork's time totals, all optional. Days and times are in the caller's zone. Judging by existing
 * programs, both ends of the range are inclusive. The vendor's documentation does not state this. Immutable and
 * thread-safe.
 */
@AutoValue
public abstract class TotalsQuery {
    /** The largest page size known to work for totals per project. */
    public static final int MAX_PAGE_SIZE = 500;

    TotalsQuery() {}

    /** Returns a query without conditions. */
    public static TotalsQuery all() {
        return builder().build();
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TotalsQuery.Builder();
    }

    /**
     * Returns the person who worked; 0 for everyone. Not supported for totals per project. Parameter {@code userId}.
     */
    public abstract OptionalLong userId();

    /** Returns the first day. Parameter {@code fromDate}. */
    public abstract Optional<LocalDate> fromDate();

    /** Returns the time on the first day, to the minute. Parameter {@code fromTime}. */
    public abstract Optional<LocalTime> fromTime();

    /** Returns the last day. Parameter {@code toDate}. */
    public abstract Optional<LocalDate> toDate();

    /** Returns the time on the last day, to the minute. Parameter {@code toTime}. */
    public abstract Optional<LocalTime> toTime();

    /** Returns the projects to include. Parameter {@code projectType}. */
    public abstract Optional<ProjectType> projectType();

    /** Returns the maximum number of projects per page, for totals per project only. Parameter {@code pageSize}. */
    public abstract OptionalInt pageSize();

    /** Returns a builder with this query's conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link TotalsQuery}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the person who worked. Default: everyone. */
        public abstract Builder userId(long userId);

        /** Sets the first day, inclusive. Default: no bound. */
        public abstract Builder fromDate(LocalDate fromDate);

        /** Sets the time on the first day. Requires {@link #fromDate}. Default: the start of the day. */
        public abstract Builder fromTime(LocalTime fromTime);

        /** Sets the last day, inclusive. Default: no bound. */
        public abstract Builder toDate(LocalDate toDate);

        /** Sets the time on the last day. Requires {@link #toDate}. Default: the end of the day. */
        public abstract Builder toTime(LocalTime toTime);

        /** Sets the projects to include. Default: not sent, so the service decides. */
        public abstract Builder projectType(ProjectType projectType);

        /**
         * Sets the maximum number of projects per page, 1 to {@value TotalsQuery#MAX_PAGE_SIZE}. Default: not sent, so
         * the service returns 100.
         */
        public abstract Builder pageSize(int pageSize);

        abstract TotalsQuery autoBuild();

        /**
         * Builds the query.
         *
         * @throws InvalidInputException if a time is set without its day or is more precise than a minute, or the page
         *     size is out of bounds
         */
        public final TotalsQuery build() {
            TotalsQuery query = autoBuild();
            WireText.checkRange(query.fromDate(), query.fromTime(), query.toDate(), query.toTime());
            if (query.userId().isPresent() && query.userId().getAsLong() < 0) {
                throw new InvalidInputException("userId", "a negative number", "use 0 for everyone, or an id");
            }
            if (query.pageSize().isPresent()
                    && (query.pageSize().getAsInt() < 1 || query.pageSize().getAsInt() > MAX_PAGE_SIZE)) {
                throw new InvalidInputException(
                        "pageSize", "a number out of bounds", "specify a number from 1 to " + MAX_PAGE_SIZE);
            }
            return query;
        }
    }
}
