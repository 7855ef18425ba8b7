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
 * An entry to create, of either kind. It will belong to the owner of the credentials: the service takes no other person.
 * Immutable and safe for use by several threads.
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
     * Returns a builder of a start/end entry.
     *
     * @param start the start, to the minute, with an offset of whole minutes
     * @param end the end, likewise; not before the start
     * @throws InvalidInputException if a time is finer than a minute, the end is before the start, or a
     *     year is not 1 to 9999
     */
    public static Builder startEnd(OffsetDateTime start, OffsetDateTime end) {
        return of(WorkTime.between(start, end));
    }

    /**
     * Returns a builder of a duration-only entry.
     *
     * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer than {@link
     *     Integer#MAX_VALUE} minutes, or the year is out of bounds
     */
    public static Builder durationOnly(LocalDate startDate, Duration duration) {
        return durationOnly(startDate, Inputs.wholeMinutes("duration", duration));
    }

    /**
     * Returns a builder of a duration-only entry.
     *
     * @param minutes 0 to 2,147,483,647
     * @throws InvalidInputException if the minutes or the year are out of bounds
     */
    public static Builder durationOnly(LocalDate startDate, long minutes) {
        return of(WorkTime.on(startDate, Duration.ofMinutes(WireText.checkMinutes("duration", minutes))));
    }

    /** Returns a builder of the kind that the work time implies, with the same checks. */
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

    /** Returns start and end, or day and duration. Wire names {@code start-time} and {@code end-time}, or {@code start-date} and {@code duration}. */
    public abstract WorkTime workTime();

    /** Returns the project; not together with a task. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** Returns the task; not together with a project. Wire name {@code task-id}. */
    public abstract OptionalLong taskId();

    /** Returns the activity. Wire name {@code activity-id}. */
    public abstract OptionalLong activityId();

    /** Returns the note; empty text, which is not sent, for none. Wire name {@code note}. */
    public abstract String note();

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewLiveTimerEntry}. Not safe for use by several threads. */
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

        /** Sets the note; without {@code ]]>}. Default: empty. */
        public abstract Builder note(String note);

        abstract NewLiveTimerEntry autoBuild();

        /**
         * Builds the entry.
         *
         * @throws InvalidInputException if an id is below 1, or both a project and a task are set
         */
        public final NewLiveTimerEntry build() {
            NewLiveTimerEntry entry = autoBuild();
            entry.projectId().ifPresent(id -> Ids.check("projectId", id));
            entry.taskId().ifPresent(id -> Ids.check("taskId", id));
            entry.activityId().ifPresent(id -> Ids.check("activityId", id));
            if (entry.projectId().isPresent() && entry.taskId().isPresent()) {
                throw new InvalidInputException(
                        "projectId", "a project together with a task", "give the task alone: it implies its project");
            }
            return entry;
        }
    }
}
