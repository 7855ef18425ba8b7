package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Changes to a Teamwork time entry: what is not set is not sent and stays. Day and time are on the
 * clock of the user whose credentials are used. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TeamworkEntryUpdate {
    TeamworkEntryUpdate() {}

    /** A builder that leaves every field. */
    public static Builder builder() {
        return new AutoValue_TeamworkEntryUpdate.Builder()
                .description(Change.leave())
                .tags(Change.leave());
    }

    /** What happens to the description. Wire name {@code description}. */
    public abstract Change<String> description();

    /** Who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** The day. Wire name {@code date}. */
    public abstract Optional<LocalDate> date();

    /** The start, to the minute. Wire name {@code time}. */
    public abstract Optional<LocalTime> time();

    /** Whole hours of the duration. Wire name {@code hours}. */
    public abstract OptionalLong hours();

    /** The minutes on top of them, 0 to 59. Wire name {@code minutes}. */
    public abstract OptionalLong minutes();

    /** Whether it is to be billed. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** What happens to the tags. Wire name {@code tags}. */
    public abstract Change<List<String>> tags();

    /** The project that the entry moves to. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** Whether every field is left. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** A builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TeamworkEntryUpdate}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder description(Change<String> change);

        abstract Builder tags(Change<List<String>> change);

        /** Sets the description. */
        public final Builder description(String description) {
            return description(Change.set(description));
        }

        /** Empties the description. */
        public final Builder clearDescription() {
            return description(Change.clear());
        }

        /** Gives the entry to another person. */
        public abstract Builder personId(long personId);

        /** Sets the day. */
        public abstract Builder date(LocalDate date);

        /** Sets the start, to the minute. */
        public abstract Builder time(LocalTime time);

        /** Sets the whole hours of the duration; give {@link #minutes} too. */
        public abstract Builder hours(long hours);

        /** Sets the minutes on top of them, 0 to 59; give {@link #hours} too. */
        public abstract Builder minutes(long minutes);

        /** Says whether it is to be billed. */
        public abstract Builder billable(boolean billable);

        /** Replaces all tags by these names, which hold no commas. */
        public final Builder tags(List<String> tags) {
            return tags(Change.set(List.copyOf(tags)));
        }

        /** Removes all tags: sent as an empty text, which the document does not mention. */
        public final Builder clearTags() {
            return tags(Change.clear());
        }

        /** Moves the entry to another project. */
        public abstract Builder projectId(long projectId);

        abstract TeamworkEntryUpdate autoBuild();

        /**
         * The update.
         *
         * @throws InvalidInputException if a value is out of bounds, the time is finer than a minute, or
         *     a tag is blank or holds a comma
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
