package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Changes to a time entry. A field that is not set is not sent and retains its value. The person and the task cannot be
 * changed. Immutable and thread-safe.
 *
 * <!-- with: TeamPulseClient teamPulse, long id -->
 * <pre>{@code
 * teamPulse.timeEntries().update(id, TeamPulseEntryUpdate.builder().duration(Duration.ofMinutes(90)).build());
 * }</pre>
 *
 * <p>Source: the section "Update a time entry" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class TeamPulseEntryUpdate {
    TeamPulseEntryUpdate() {}

    /** Returns a builder that leaves every field unchanged. */
    public static Builder builder() {
        return new AutoValue_TeamPulseEntryUpdate.Builder().note(Change.leave());
    }

    /** Returns the new day, without a time zone. Wire name {@code date}. */
    public abstract Optional<LocalDate> date();

    /** Returns the new hours, with at most six decimals. Wire name {@code hours}. */
    public abstract Optional<BigDecimal> hours();

    /** Returns the name of the new work type. Wire name {@code type}. */
    public abstract Optional<String> type();

    /** Returns the change to the note. Wire name {@code note}. */
    public abstract Change<String> note();

    /** Returns whether no field is set. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** Returns a builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TeamPulseEntryUpdate}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder note(Change<String> change);

        /** Sets the day, with a year from 1 to 9999. */
        public abstract Builder date(LocalDate date);

        /** Sets the hours, 0 or more, with at most six decimals. */
        public abstract Builder hours(BigDecimal hours);

        /**
         * Sets the hours from a duration.
         *
         * @throws InvalidInputException if the duration is more precise than a second
         */
        public final Builder duration(Duration duration) {
            return hours(Hours.of(duration));
        }

        /** Sets the name of the work type, which must not be blank. */
        public abstract Builder type(String type);

        /** Sets the note. */
        public final Builder note(String note) {
            return note(Change.set(note));
        }

        /** Clears the note. */
        public final Builder clearNote() {
            return note(Change.clear());
        }

        abstract Optional<BigDecimal> hours();

        abstract TeamPulseEntryUpdate autoBuild();

        /**
         * Builds the update.
         *
         * @throws InvalidInputException if a value is out of bounds, or the type is blank
         */
        public final TeamPulseEntryUpdate build() {
            hours().map(Hours::checked).ifPresent(this::hours);
            TeamPulseEntryUpdate update = autoBuild();
            update.date().ifPresent(Checks::checkDate);
            update.type().ifPresent(Checks::checkType);
            update.note().value().ifPresent(Checks::checkNote);
            return update;
        }
    }
}
