package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A filter for the sessions of a project. Codebase applies it. Immutable and thread-safe.
 *
 * <p>Source: the optional parameters on Codebase's time tracking page. The page states neither whether {@code to} is
 * inclusive nor the zone of the days. One known program adds a day to {@code to}. {@link CodebaseClient#list} returns
 * exact results in either case.
 */
@AutoValue
public abstract class TimeSessionFilter {
    private static final TimeSessionFilter ALL = builder().build();

    TimeSessionFilter() {}

    /** Returns a filter that matches every session. */
    public static TimeSessionFilter all() {
        return ALL;
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TimeSessionFilter.Builder();
    }

    /** Returns the person whose sessions are listed. */
    public abstract OptionalLong user();

    /** Returns the first day. */
    public abstract Optional<LocalDate> from();

    /** Returns the last day. Whether it is inclusive is not documented. */
    public abstract Optional<LocalDate> to();

    /** Builds a {@link TimeSessionFilter}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the person whose sessions are listed. Default: all people. */
        public abstract Builder user(long user);

        /** Sets the first day. Default: no bound. */
        public abstract Builder from(LocalDate from);

        /** Sets the last day. Default: no bound. */
        public abstract Builder to(LocalDate to);

        abstract TimeSessionFilter autoBuild();

        /**
         * Returns the filter.
         *
         * @throws InvalidInputException if the person's id is less than 1, or a year does not have one to four digits
         */
        public final TimeSessionFilter build() {
            TimeSessionFilter filter = autoBuild();
            filter.user().ifPresent(id -> Ids.check("user", id));
            filter.from().ifPresent(day -> Ids.checkDay("from", day));
            filter.to().ifPresent(day -> Ids.checkDay("to", day));
            return filter;
        }
    }
}
