package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Changes to a time entry. A field that is not set is not sent and retains its value. The day and the time are in the
 * zone of the user whose credentials are used. Immutable and thread-safe.
 *
 * <!-- with: TeamworkClient teamwork, long id -->
 * <pre>{@code
 * teamwork.timeEntries().update(id, TeamworkEntryUpdate.builder().description("Call").hours(0).minutes(45).build());
 * }</pre>
 */
@AutoValue
public abstract class TeamworkEntryUpdate {
    TeamworkEntryUpdate() {}

    /** Returns a builder that leaves every field unchanged. */
    public static Builder builder() {
        return new AutoValue_TeamworkEntryUpdate.Builder()
                .description(Change.leave())
                .tags(Change.leave());
    }

    /** Returns the change to the description. Wire name {@code description}. */
    public abstract Change<String> description();

    /** Returns the person who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** Returns the day. Wire name {@code date}. */
    public abstract Optional<LocalDate> date();

    /** Returns the start, to the minute. Wire name {@code time}. */
    public abstract Optional<LocalTime> time();

    /** Returns the whole hours of the duration. Wire name {@code hours}. */
    public abstract OptionalLong hours();

    /** Returns the minutes in addition to the hours, 0 to 59. Wire name {@code minutes}. */
    public abstract OptionalLong minutes();

    /** Returns whether the entry is billable. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** Returns the change to the tags. Wire name {@code tags}. */
    public abstract Change<List<String>> tags();

    /** Returns the project to move the entry to. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** Returns whether no field is set. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** Returns a builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TeamworkEntryUpdate}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder description(Change<String> change);

        abstract Builder tags(Change<List<String>> change);

        /** Sets the description. */
        public final Builder description(String description) {
            return description(Change.set(description));
        }

        /** Clears the description. */
        public final Builder clearDescription() {
            return description(Change.clear());
        }

        /** Sets the person who worked. */
        public abstract Builder personId(long personId);

        /** Sets the day. */
        public abstract Builder date(LocalDate date);

        /** Sets the start, to the minute. */
        public abstract Builder time(LocalTime time);

        /**
         * Sets {@link #hours} and {@link #minutes} from a duration.
         *
         * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer
         *     than
         *     {@link Integer#MAX_VALUE} minutes
         */
        public final Builder duration(Duration duration) {
            return minutesOf("duration", duration);
        }

        final Builder minutesOf(String field, Duration duration) {
            int minutes = Inputs.wholeMinutes(field, duration);
            return hours(minutes / 60).minutes(minutes % 60);
        }

        /** Sets the whole hours of the duration. Set {@link #minutes} too. */
        public abstract Builder hours(long hours);

        /** Sets the minutes in addition to the hours, 0 to 59. Set {@link #hours} too. */
        public abstract Builder minutes(long minutes);

        /** Sets whether the entry is billable. */
        public abstract Builder billable(boolean billable);

        /** Replaces all tags with these names, which must not contain commas. */
        public final Builder tags(List<String> tags) {
            return tags(Change.set(List.copyOf(tags)));
        }

        /**
         * Removes all tags. The field is sent as an empty string, which the vendor's documentation does not mention.
         */
        public final Builder clearTags() {
            return tags(Change.clear());
        }

        /** Moves the entry to another project. */
        public abstract Builder projectId(long projectId);

        abstract TeamworkEntryUpdate autoBuild();

        /**
         * Builds the update.
         *
         * @throws InvalidInputException if a value is out of bounds, the time is more precise than a minute, or a tag
         *     is blank or contains a comma
         */
        public final TeamworkEntryUpdate build() {
            TeamworkEntryUpdate update = autoBuild();
            update.date().ifPresent(date -> WireText.checkDate("date", date));
            update.time().ifPresent(time -> WireText.checkTime("time", time));
            update.personId().ifPresent(id -> WireText.checkId("personId", id));
            update.projectId().ifPresent(id -> WireText.checkId("projectId", id));
            update.hours().ifPresent(WireText::checkHours);
            update.minutes().ifPresent(WireText::checkMinutes);
            update.tags().value().ifPresent(WireText::tags);
            return update;
        }
    }
}
