package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WorkTime.DatedDuration;
import dev.hourbridge.model.WorkTime.Interval;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * An entry to create, with a start and an end or only a duration. It will belong to the owner of the credentials,
 * because the service accepts no other person. Immutable and thread-safe.
 *
 * <pre>{@code
 * NewLiveTimerEntry entry = NewLiveTimerEntry.startEnd(
 *         OffsetDateTime.parse("2024-03-05T09:00-05:00"), OffsetDateTime.parse("2024-03-05T09:45-05:00"))
 *     .taskId(41)
 *     .note("Phone call")
 *     .build();
 * }</pre>
 */
@AutoValue
public abstract class NewLiveTimerEntry {
    NewLiveTimerEntry() {}

    /**
     * Returns a builder for a start/end entry.
     *
     * @param start the start, to the minute, with an offset of whole minutes
     * @param end the end, with the same constraints; not before the start
     * @throws InvalidInputException if a time is more precise than a minute, the end is before the start, or a year is
     *     not between 1 and 9999
     */
    public static Builder startEnd(OffsetDateTime start, OffsetDateTime end) {
        return of(WorkTime.between(start, end));
    }

    /**
     * Returns a builder for a duration-only entry.
     *
     * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer than
     *     {@link
     *     Integer#MAX_VALUE} minutes, or the year is out of bounds
     */
    public static Builder durationOnly(LocalDate startDate, Duration duration) {
        return durationOnly(startDate, Inputs.wholeMinutes("duration", duration));
    }

    /**
     * Returns a builder for a duration-only entry.
     *
     * @param minutes 0 to 2,147,483,647
     * @throws InvalidInputException if the minutes or the year are out of bounds
     */
    public static Builder durationOnly(LocalDate startDate, long minutes) {
        return of(WorkTime.on(startDate, Duration.ofMinutes(WireText.checkMinutes("duration", minutes))));
    }

    /** Returns a builder for the kind of entry that the work time implies, with the same checks. */
    static Builder of(WorkTime workTime) {
        if (workTime instanceof Interval interval) {
            WireText.checkTime("workTime", interval.start());
            WireText.checkTime("workTime", interval.end());
        } else if (workTime instanceof DatedDuration dated) {
            WireText.checkDate("workTime", dated.date());
            WireText.minutes("workTime", dated.duration());
        }
        return new AutoValue_NewLiveTimerEntry.Builder().workTime(workTime).note("");
    }

    /**
     * Returns the start and the end, or the day and the duration. Wire names {@code start-time} and {@code end-time},
     * or {@code start-date} and {@code duration}.
     */
    public abstract WorkTime workTime();

    /** Returns the project; empty if a task is set. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** Returns the task; empty if a project is set. Wire name {@code task-id}. */
    public abstract OptionalLong taskId();

    /** Returns the activity. Wire name {@code activity-id}. */
    public abstract OptionalLong activityId();

    /** Returns the note; an empty string, which is not sent, if there is none. Wire name {@code note}. */
    public abstract String note();

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewLiveTimerEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder workTime(WorkTime workTime);

        /** Sets the project. Default: none. */
        public abstract Builder projectId(long projectId);

        /** Sets the task, which implies its project. Default: none. */
        public abstract Builder taskId(long taskId);

        /** Sets the activity. Default: none. */
        public abstract Builder activityId(long activityId);

        /** Sets the note, which must not contain {@code ]]>}. Default: empty. */
        public abstract Builder note(String note);

        abstract NewLiveTimerEntry autoBuild();

        /**
         * Builds the entry.
         *
         * @throws InvalidInputException if an id is less than 1, or both a project and a task are set
         */
        public final NewLiveTimerEntry build() {
            NewLiveTimerEntry entry = autoBuild();
            entry.projectId().ifPresent(id -> Ids.check("projectId", id));
            entry.taskId().ifPresent(id -> Ids.check("taskId", id));
            entry.activityId().ifPresent(id -> Ids.check("activityId", id));
            if (entry.projectId().isPresent() && entry.taskId().isPresent()) {
                throw new InvalidInputException(
                        "projectId", "a project in addition to a task", "use only the task, which implies its project");
            }
            return entry;
        }
    }
}
