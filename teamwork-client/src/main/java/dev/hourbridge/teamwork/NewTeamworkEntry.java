package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time entry to create. The day and the time are in the zone of the user whose credentials are used. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * NewTeamworkEntry entry = NewTeamworkEntry.builder()
 *     .description("Call")
 *     .date(LocalDate.of(2024, 3, 5))
 *     .time(LocalTime.of(9, 30))
 *     .hours(1)
 *     .minutes(15)
 *     .billable(true)
 *     .build();
 * }</pre>
 */
@AutoValue
public abstract class NewTeamworkEntry {
    NewTeamworkEntry() {}

    /** Returns a builder. Date, hours and minutes are required. */
    public static Builder builder() {
        return new AutoValue_NewTeamworkEntry.Builder().description("").tags(List.of());
    }

    /** Returns the description. Wire name {@code description}. */
    public abstract String description();

    /** Returns the person who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** Returns the day. Wire name {@code date}. */
    public abstract LocalDate date();

    /** Returns the start, to the minute; empty if the entry has none. Wire name {@code time}. */
    public abstract Optional<LocalTime> time();

    /** Returns the whole hours of the duration. Wire name {@code hours}. */
    public abstract long hours();

    /** Returns the minutes in addition to the hours, 0 to 59. Wire name {@code minutes}. */
    public abstract long minutes();

    /** Returns whether the entry is billable. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** Returns the names of the tags; unmodifiable. Wire name {@code tags}. */
    public abstract List<String> tags();

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTeamworkEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the description. Default: empty. */
        public abstract Builder description(String description);

        /** Sets the person who worked. Default: the owner of the credentials. */
        public abstract Builder personId(long personId);

        /** Sets the day. Required. */
        public abstract Builder date(LocalDate date);

        /**
         * Sets the start, to the minute. Default: not sent. The vendor's documentation marks no field as required.
         * However, the OpenAPI description of the same call requires a time, so the service may reject an entry without
         * one.
         */
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

        /** Sets the whole hours of the duration. Required. */
        public abstract Builder hours(long hours);

        /** Sets the minutes in addition to the hours, 0 to 59. Required. */
        public abstract Builder minutes(long minutes);

        /** Sets whether the entry is billable. Default: not sent, so the service decides. */
        public abstract Builder billable(boolean billable);

        /** Sets the names of the tags, without commas. Default: none. */
        public abstract Builder tags(List<String> tags);

        abstract List<String> tags();

        abstract Optional<LocalDate> date();

        abstract OptionalLong hours();

        abstract OptionalLong minutes();

        abstract NewTeamworkEntry autoBuild();

        /**
         * Builds the entry.
         *
         * @throws InvalidInputException if the date, hours or minutes are not set, a value is out of bounds, the time
         *     is more precise than a minute, or a tag is blank or contains a comma
         */
        public final NewTeamworkEntry build() {
            tags(List.copyOf(tags()));
            Inputs.required("date", date().orElse(null), "set the day of the work");
            if (hours().isEmpty() || minutes().isEmpty()) {
                throw new InvalidInputException("duration", "no value", "specify a duration, or hours and minutes");
            }
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
