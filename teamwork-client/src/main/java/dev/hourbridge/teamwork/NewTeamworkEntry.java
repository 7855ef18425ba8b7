package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Teamwork takes for a new time entry. Day and time are on the clock of the user whose
 * credentials are used. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class NewTeamworkEntry {
    NewTeamworkEntry() {}

    /** A builder. Its date, hours and minutes must be set. */
    public static Builder builder() {
        return new AutoValue_NewTeamworkEntry.Builder().description("").tags(List.of());
    }

    /** What was done. Wire name {@code description}. */
    public abstract String description();

    /** Who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** The day. Wire name {@code date}. */
    public abstract LocalDate date();

    /** The start, to the minute; empty for an entry without one. Wire name {@code time}. */
    public abstract Optional<LocalTime> time();

    /** Whole hours of the duration. Wire name {@code hours}. */
    public abstract long hours();

    /** The minutes on top of them, 0 to 59. Wire name {@code minutes}. */
    public abstract long minutes();

    /** Whether it is to be billed. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** Names of tags; unmodifiable. Wire name {@code tags}. */
    public abstract List<String> tags();

    /** A builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTeamworkEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** What was done. Default: empty. */
        public abstract Builder description(String description);

        /** Who worked. Default: the owner of the credentials. */
        public abstract Builder personId(long personId);

        /** The day. Required. */
        public abstract Builder date(LocalDate date);

        /**
         * The start, to the minute. Default: not sent. The vendor's document marks no field as required, but its OpenAPI
         * description of the same call requires a time, so the service may reject an entry without one.
         */
        public abstract Builder time(LocalTime time);

        /** Whole hours of the duration. Required. */
        public abstract Builder hours(long hours);

        /** The minutes on top of them, 0 to 59. Required. */
        public abstract Builder minutes(long minutes);

        /** Whether it is to be billed. Default: not sent, and the service decides. */
        public abstract Builder billable(boolean billable);

        /** Names of tags, without commas. Default: none. */
        public abstract Builder tags(List<String> tags);

        abstract List<String> tags();

        abstract NewTeamworkEntry autoBuild();

        /**
         * The entry.
         *
         * @throws IllegalStateException if date, hours or minutes are not set
         * @throws InvalidInputException if a value is out of bounds, the time is finer than a minute, or
         *     a tag is blank or holds a comma
         */
        public final NewTeamworkEntry build() {
            tags(List.copyOf(tags()));
            NewTeamworkEntry entry = autoBuild();
            WireText.checkDate("date", entry.date());
            entry.time().ifPresent(time -> WireText.checkTime("time", time));
            entry.personId().ifPresent(id -> WireText.checkId("personId", id));
            WireText.checkHours(entry.hours());
            WireText.checkMinutes(entry.minutes());
            WireText.tags(entry.tags());
            return entry;
        }
    }
}
