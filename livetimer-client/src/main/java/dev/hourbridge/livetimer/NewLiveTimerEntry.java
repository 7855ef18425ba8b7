package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WorkTime.DatedDuration;
import dev.hourbridge.model.WorkTime.Interval;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * An entry to be created, of either kind. It will be of the owner of the credentials: the service
 * takes entries of nobody else. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class NewLiveTimerEntry {
    NewLiveTimerEntry() {}

    /**
     * A start/end entry.
     *
     * @param start to the minute, at an offset of whole minutes
     * @param end likewise; not before the start
     * @throws InvalidInputException if a time is finer than a minute, the end is before the start, or a
     *     year has not four digits at most
     */
    public static Builder startEnd(OffsetDateTime start, OffsetDateTime end) {
        return of(WorkTime.between(start, end));
    }

    /**
     * A duration-only entry.
     *
     * @param minutes 0 to 2,147,483,647
     * @throws InvalidInputException if the minutes or the year are out of bounds
     */
    public static Builder durationOnly(LocalDate startDate, long minutes) {
        return of(WorkTime.on(startDate, java.time.Duration.ofMinutes(WireText.checkMinutes("duration", minutes))));
    }

    /** An entry of the kind that the work time has, checked as by the methods for each kind. */
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

    /** When, and for how long. Wire names {@code start-time} and {@code end-time}, or {@code start-date} and {@code duration}. */
    public abstract WorkTime workTime();

    /** The project; not together with a task. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** The task; not together with a project. Wire name {@code task-id}. */
    public abstract OptionalLong taskId();

    /** The activity. Wire name {@code activity-id}. */
    public abstract OptionalLong activityId();

    /** What was done; empty text for nothing, and then not sent. Wire name {@code note}. */
    public abstract String note();

    /** A builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewLiveTimerEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder workTime(WorkTime workTime);

        /** The project. Default: none. */
        public abstract Builder projectId(long projectId);

        /** The task, which implies its project. Default: none. */
        public abstract Builder taskId(long taskId);

        /** The activity. Default: none. */
        public abstract Builder activityId(long activityId);

        /** What was done. Default: empty. */
        public abstract Builder note(String note);

        abstract NewLiveTimerEntry autoBuild();

        /**
         * The entry.
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
                        "projectId", "a project beside a task", "give the task alone, it implies its project");
            }
            return entry;
        }
    }
}
