package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Changes to an entry: each field remains unchanged, is set or is cleared. An unchanged field is not sent. A cleared
 * field is sent empty. Immutable and thread-safe.
 *
 * <!-- with: LiveTimerClient liveTimer, long id -->
 * <pre>{@code
 * liveTimer.timeEntries().update(id, LiveTimerEntryUpdate.builder().note("Phone call").clearActivityId().build());
 * }</pre>
 *
 * <p>{@link Builder#startEnd} and {@link Builder#durationOnly} also convert an entry from one kind to the other.
 */
@AutoValue
public abstract class LiveTimerEntryUpdate {
    LiveTimerEntryUpdate() {}

    /** Returns a builder that leaves every field unchanged. */
    public static Builder builder() {
        return new AutoValue_LiveTimerEntryUpdate.Builder()
                .startTime(Change.leave())
                .endTime(Change.leave())
                .startDate(Change.leave())
                .duration(Change.leave())
                .projectId(Change.leave())
                .taskId(Change.leave())
                .activityId(Change.leave())
                .note(Change.leave());
    }

    /** Returns the change to the start. Wire name {@code start-time}. */
    public abstract Change<OffsetDateTime> startTime();

    /** Returns the change to the end. Wire name {@code end-time}. */
    public abstract Change<OffsetDateTime> endTime();

    /** Returns the change to the day of a duration-only entry. Wire name {@code start-date}. */
    public abstract Change<LocalDate> startDate();

    /** Returns the change to the duration of a duration-only entry, in minutes. Wire name {@code duration}. */
    public abstract Change<Long> duration();

    /** Returns the change to the project. Wire name {@code project-id}. */
    public abstract Change<Long> projectId();

    /** Returns the change to the task. Wire name {@code task-id}, documented for creates only. */
    public abstract Change<Long> taskId();

    /** Returns the change to the activity. Wire name {@code activity-id}. */
    public abstract Change<Long> activityId();

    /** Returns the change to the note. Wire name {@code note}. */
    public abstract Change<String> note();

    /** Returns whether no field is set or cleared. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** Returns a builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link LiveTimerEntryUpdate}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder startTime(Change<OffsetDateTime> change);

        abstract Builder endTime(Change<OffsetDateTime> change);

        abstract Builder startDate(Change<LocalDate> change);

        abstract Builder duration(Change<Long> change);

        abstract Builder projectId(Change<Long> change);

        abstract Builder taskId(Change<Long> change);

        abstract Builder activityId(Change<Long> change);

        abstract Builder note(Change<String> change);

        /** Sets the start and the end, and clears the day. This converts a duration-only entry to a start/end entry. */
        public final Builder startEnd(OffsetDateTime start, OffsetDateTime end) {
            return startTime(start).endTime(end).clearStartDate();
        }

        /** Sets the day and the minutes. This converts a start/end entry to a duration-only entry. */
        public final Builder durationOnly(LocalDate startDate, long minutes) {
            return startDate(startDate).duration(minutes);
        }

        /** Sets the start of a start/end entry, to the minute. */
        public final Builder startTime(OffsetDateTime startTime) {
            return startTime(Change.set(startTime));
        }

        /** Sets the end of a start/end entry, to the minute. */
        public final Builder endTime(OffsetDateTime endTime) {
            return endTime(Change.set(endTime));
        }

        /** Sets the day of a duration-only entry. */
        public final Builder startDate(LocalDate startDate) {
            return startDate(Change.set(startDate));
        }

        /** Clears the day. This is required to convert a duration-only entry to a start/end entry. */
        public final Builder clearStartDate() {
            return startDate(Change.clear());
        }

        /**
         * Sets the duration of a duration-only entry.
         *
         * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer than
         *     {@link Integer#MAX_VALUE} minutes
         */
        public final Builder duration(Duration duration) {
            return duration(Inputs.wholeMinutes("duration", duration));
        }

        /** Sets the duration of a duration-only entry, in minutes. */
        public final Builder duration(long minutes) {
            return duration(Change.set(minutes));
        }

        /** Moves the entry to another project. */
        public final Builder projectId(long projectId) {
            return projectId(Change.set(projectId));
        }

        /** Removes the entry from its project. */
        public final Builder clearProjectId() {
            return projectId(Change.clear());
        }

        /** Moves the entry to another task. */
        public final Builder taskId(long taskId) {
            return taskId(Change.set(taskId));
        }

        /** Removes the entry from its task. */
        public final Builder clearTaskId() {
            return taskId(Change.clear());
        }

        /** Sets the activity. */
        public final Builder activityId(long activityId) {
            return activityId(Change.set(activityId));
        }

        /** Removes the activity. */
        public final Builder clearActivityId() {
            return activityId(Change.clear());
        }

        /** Sets the note. */
        public final Builder note(String note) {
            return note(Change.set(note));
        }

        /** Clears the note. */
        public final Builder clearNote() {
            return note(Change.clear());
        }

        abstract LiveTimerEntryUpdate autoBuild();

        /**
         * Builds the update.
         *
         * @throws InvalidInputException if a time is more precise than a minute, the end is before the start, a number
         *     is out of bounds, both a project and a task are set, or times are set together with a day or a duration
         */
        public final LiveTimerEntryUpdate build() {
            LiveTimerEntryUpdate update = autoBuild();
            update.startTime().value().ifPresent(time -> WireText.checkTime("startTime", time));
            update.endTime().value().ifPresent(time -> WireText.checkTime("endTime", time));
            update.startDate().value().ifPresent(date -> WireText.checkDate("startDate", date));
            update.duration().value().ifPresent(minutes -> WireText.checkMinutes("duration", minutes));
            update.projectId().value().ifPresent(id -> Ids.check("projectId", id));
            update.taskId().value().ifPresent(id -> Ids.check("taskId", id));
            update.activityId().value().ifPresent(id -> Ids.check("activityId", id));
            checkOneKind(update);
            if (update.projectId().value().isPresent()
                    && update.taskId().value().isPresent()) {
                throw new InvalidInputException(
                        "projectId", "a project in addition to a task", "use only the task, which implies its project");
            }
            return update;
        }

        private static void checkOneKind(LiveTimerEntryUpdate update) {
            boolean times = update.startTime().value().isPresent()
                    || update.endTime().value().isPresent();
            boolean day = update.startDate().value().isPresent()
                    || update.duration().value().isPresent();
            if (times && day) {
                throw new InvalidInputException(
                        "startTime",
                        "a time in addition to a day or a duration",
                        "use either startEnd or " + "durationOnly");
            }
            update.startTime()
                    .value()
                    .ifPresent(start -> update.endTime().value().ifPresent(end -> {
                        if (end.isBefore(start)) {
                            throw new InvalidInputException("endTime", "a time before startTime", "swap the two");
                        }
                    }));
        }
    }
}
