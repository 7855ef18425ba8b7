package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time entry to create. Immutable and thread-safe.
 *
 * <pre>{@code
 * NewTeamPulseEntry entry = NewTeamPulseEntry.builder()
 *     .date(LocalDate.of(2013, 10, 2))
 *     .duration(Duration.ofHours(6))
 *     .type("Billable")
 *     .userId(1)
 *     .taskId(10)
 *     .note("Api for time entries")
 *     .build();
 * }</pre>
 *
 * <p>Source: the section "Create a time entry" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class NewTeamPulseEntry {
    NewTeamPulseEntry() {}

    /** Returns a builder. All fields except the note are required. */
    public static Builder builder() {
        return new AutoValue_NewTeamPulseEntry.Builder();
    }

    /** Returns the day on which the work was done, without a time zone. Wire name {@code date}. */
    public abstract LocalDate date();

    /** Returns the hours, with at most six decimals. Wire name {@code hours}. */
    public abstract BigDecimal hours();

    /** Returns the name of the work type. Wire name {@code type}. */
    public abstract String type();

    /** Returns the person who worked. Wire name {@code userId}. */
    public abstract long userId();

    /** Returns the task. Wire name {@code taskId}. */
    public abstract long taskId();

    /**
     * Returns the note. The documentation of an older version states a limit of 128 characters. Wire name {@code note}.
     */
    public abstract Optional<String> note();

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTeamPulseEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the day, with a year from 1 to 9999. Required. */
        public abstract Builder date(LocalDate date);

        /** Sets the hours, 0 or more, with at most six decimals. Required unless {@link #duration} is set. */
        public abstract Builder hours(BigDecimal hours);

        /**
         * Sets the hours from a duration, with six decimals. {@link TeamPulseEntry#duration()} returns the same
         * duration.
         *
         * @throws InvalidInputException if the duration is more precise than a second
         */
        public final Builder duration(Duration duration) {
            return hours(Hours.of(duration));
        }

        /**
         * Sets the work type: the name of one of the project's {@linkplain WorkTypes work types}. Required; not blank.
         */
        public abstract Builder type(String type);

        /** Sets the person who worked. Required. */
        public abstract Builder userId(long userId);

        /** Sets the task. Required. */
        public abstract Builder taskId(long taskId);

        /** Sets the note. Default: none. */
        public abstract Builder note(String note);

        abstract Optional<BigDecimal> hours();

        abstract Optional<LocalDate> date();

        abstract Optional<String> type();

        abstract OptionalLong userId();

        abstract OptionalLong taskId();

        abstract NewTeamPulseEntry autoBuild();

        /**
         * Builds the entry.
         *
         * @throws InvalidInputException if a required value is not set or is blank, or a value is out of bounds
         */
        public final NewTeamPulseEntry build() {
            Inputs.required("date", date().orElse(null), "set the day of the work");
            hours(Hours.checked(Inputs.required("hours", hours().orElse(null), "set the hours or a duration")));
            Inputs.required("type", type().orElse(null), "use the name of one of the project's work types");
            if (userId().isEmpty()) {
                throw new InvalidInputException("userId", "no value", "set the person who worked");
            }
            if (taskId().isEmpty()) {
                throw new InvalidInputException("taskId", "no value", "set a task");
            }
            NewTeamPulseEntry entry = autoBuild();
            Checks.checkDate(entry.date());
            Checks.checkType(entry.type());
            entry.note().ifPresent(Checks::checkNote);
            return entry;
        }
    }
}
