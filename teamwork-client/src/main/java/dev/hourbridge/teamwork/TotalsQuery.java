package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The parameters of Teamwork's time totals, all optional. Days and times are on the caller's clock;
 * that both ends are inclusive is what callers observed of lists, the document does not say.
 * Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TotalsQuery {
    /** The largest page of the totals per project that is known to be given. */
    public static final int MAX_PAGE_SIZE = 500;

    TotalsQuery() {}

    /** A query without conditions. */
    public static TotalsQuery all() {
        return builder().build();
    }

    /** A builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TotalsQuery.Builder();
    }

    /** The person who worked, 0 for everybody; not for totals per project. Parameter {@code userId}. */
    public abstract OptionalLong userId();

    /** The first day. Parameter {@code fromDate}. */
    public abstract Optional<LocalDate> fromDate();

    /** The time on the first day, to the minute. Parameter {@code fromTime}. */
    public abstract Optional<LocalTime> fromTime();

    /** The last day. Parameter {@code toDate}. */
    public abstract Optional<LocalDate> toDate();

    /** The time on the last day, to the minute. Parameter {@code toTime}. */
    public abstract Optional<LocalTime> toTime();

    /** Which projects. Parameter {@code projectType}. */
    public abstract Optional<ProjectType> projectType();

    /** How many projects a page may have, for totals per project only. Parameter {@code pageSize}. */
    public abstract OptionalInt pageSize();

    /** A builder with this query's conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link TotalsQuery}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The person who worked. Default: everybody. */
        public abstract Builder userId(long userId);

        /** The first day, inclusive. Default: no bound. */
        public abstract Builder fromDate(LocalDate fromDate);

        /** The time on the first day; only with {@link #fromDate}. Default: the day's start. */
        public abstract Builder fromTime(LocalTime fromTime);

        /** The last day, inclusive. Default: no bound. */
        public abstract Builder toDate(LocalDate toDate);

        /** The time on the last day; only with {@link #toDate}. Default: the day's end. */
        public abstract Builder toTime(LocalTime toTime);

        /** Which projects. Default: not sent, and the service decides. */
        public abstract Builder projectType(ProjectType projectType);

        /** Projects a page, 1 to {@value TotalsQuery#MAX_PAGE_SIZE}. Default: not sent, and the service gives 100. */
        public abstract Builder pageSize(int pageSize);

        abstract TotalsQuery autoBuild();

        /**
         * The query.
         *
         * @throws InvalidInputException if a time has no day or is finer than a minute, or the page size
         *     is out of bounds
         */
        public final TotalsQuery build() {
            TotalsQuery query = autoBuild();
            WireText.checkRange(query.fromDate(), query.fromTime(), query.toDate(), query.toTime());
            if (query.userId().isPresent() && query.userId().getAsLong() < 0) {
                throw new InvalidInputException("userId", "a negative number", "give 0 for everybody, or an id");
            }
            if (query.pageSize().isPresent()
                    && (query.pageSize().getAsInt() < 1 || query.pageSize().getAsInt() > MAX_PAGE_SIZE)) {
                throw new InvalidInputException("pageSize", "a number out of bounds", "give 1 to " + MAX_PAGE_SIZE);
            }
            return query;
        }
    }
}
