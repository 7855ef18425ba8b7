package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that can be written of a new time entry. Immutable and safe for use by several threads.
 *
 * <p>Source: "Create a time entry" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class NewTeamPulseEntry {
    NewTeamPulseEntry() {}

    /** A builder. Everything but the note must be set. */
    public static Builder builder() {
        return new AutoValue_NewTeamPulseEntry.Builder();
    }

    /** The day of the work, in no zone. Wire name {@code date}. */
    public abstract LocalDate date();

    /** The hours, with six decimals at most. Wire name {@code hours}. */
    public abstract BigDecimal hours();

    /** The work type, by its name. Wire name {@code type}. */
    public abstract String type();

    /** Who worked. Wire name {@code userId}. */
    public abstract long userId();

    /** The task. Wire name {@code taskId}. */
    public abstract long taskId();

    /** What was done; an older version's documents name a limit of 128 characters. Wire name {@code note}. */
    public abstract Optional<String> note();

    /** A builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTeamPulseEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The day, years 1 to 9999. Required. */
        public abstract Builder date(LocalDate date);

        /** The hours, zero or more, with six decimals at most. Required, here or as {@link #duration}. */
        public abstract Builder hours(BigDecimal hours);

        /**
         * The hours of a duration, to six decimals, from which {@link TeamPulseEntry#duration()} makes the
         * same duration again.
         *
         * @throws InvalidInputException if it is finer than a second
         */
        public final Builder duration(Duration duration) {
            return hours(Hours.of(duration));
        }

        /** The work type, one of the project's {@linkplain WorkTypes}. Required, not blank. */
        public abstract Builder type(String type);

        /** Who worked. Required. */
        public abstract Builder userId(long userId);

        /** The task. Required. */
        public abstract Builder taskId(long taskId);

        /** What was done. Default: none. */
        public abstract Builder note(String note);

        abstract BigDecimal hours();

        abstract NewTeamPulseEntry autoBuild();

        /**
         * The entry.
         *
         * @throws InvalidInputException if a value is out of bounds, or the type is blank
         * @throws IllegalStateException if one that is required is not set
         */
        public final NewTeamPulseEntry build() {
            hours(Hours.checked(hours()));
            NewTeamPulseEntry entry = autoBuild();
            Checks.checkDate(entry.date());
            Checks.checkType(entry.type());
            entry.note().ifPresent(Checks::checkNote);
            return entry;
        }
    }
}
