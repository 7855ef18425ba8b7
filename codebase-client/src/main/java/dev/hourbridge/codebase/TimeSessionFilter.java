package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which sessions of a project to list, as Codebase filters them. Immutable and safe for use by
 * several threads.
 *
 * <p>Source: the optional parameters of Codebase's time tracking page. They say neither whether
 * {@code to} includes its day nor in which zone a day is; a program in use adds a day to {@code to}.
 * {@link CodebaseClient#list} hides that.
 */
@AutoValue
public abstract class TimeSessionFilter {
    private static final TimeSessionFilter ALL = builder().build();

    TimeSessionFilter() {}

    /** Returns every session. */
    public static TimeSessionFilter all() {
        return ALL;
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TimeSessionFilter.Builder();
    }

    /** Sessions of this person only. */
    public abstract OptionalLong user();

    /** Sessions from this day on. */
    public abstract Optional<LocalDate> from();

    /** Sessions to this day; whether it is included is the service's affair. */
    public abstract Optional<LocalDate> to();

    /** Builds a {@link TimeSessionFilter}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sessions of this person only. Default: everybody's. */
        public abstract Builder user(long user);

        /** Sessions from this day on. Default: from the first. */
        public abstract Builder from(LocalDate from);

        /** Sessions to this day. Default: to the last. */
        public abstract Builder to(LocalDate to);

        abstract TimeSessionFilter autoBuild();

        /**
         * Returns the filter.
         *
         * @throws InvalidInputException if the person's id is below 1, or a year has not one to four digits
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
