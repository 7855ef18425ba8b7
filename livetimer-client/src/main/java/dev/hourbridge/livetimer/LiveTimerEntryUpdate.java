package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Changes to an entry, each field left, set or cleared: what is left is not sent, what is cleared is
 * sent empty. Immutable and safe for use by several threads.
 *
 * <p>{@link Builder#startEnd} and {@link Builder#durationOnly} also turn an entry of one kind into the
 * other.
 */
@AutoValue
public abstract class LiveTimerEntryUpdate {
    LiveTimerEntryUpdate() {}

    /** A builder that leaves every field. */
    public static Builder builder() {
        return new AutoValue_LiveTimerEntryUpdate.Builder()
                .startTimeChange(Change.leave())
                .endTimeChange(Change.leave())
                .startDateChange(Change.leave())
                .durationChange(Change.leave())
                .projectIdChange(Change.leave())
                .taskIdChange(Change.leave())
                .activityIdChange(Change.leave())
                .noteChange(Change.leave());
    }

    /** What happens to the start. Wire name {@code start-time}. */
    public abstract Change<OffsetDateTime> startTimeChange();

    /** What happens to the end. Wire name {@code end-time}. */
    public abstract Change<OffsetDateTime> endTimeChange();

    /** What happens to the day of a duration-only entry. Wire name {@code start-date}. */
    public abstract Change<LocalDate> startDateChange();

    /** What happens to the duration of a duration-only entry, in minutes. Wire name {@code duration}. */
    public abstract Change<Long> durationChange();

    /** What happens to the project. Wire name {@code project-id}. */
    public abstract Change<Long> projectIdChange();

    /** What happens to the task. Wire name {@code task-id}, documented for creates only. */
    public abstract Change<Long> taskIdChange();

    /** What happens to the activity. Wire name {@code activity-id}. */
    public abstract Change<Long> activityIdChange();

    /** What happens to the note. Wire name {@code note}. */
    public abstract Change<String> noteChange();

    /** Whether every field is left. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** A builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link LiveTimerEntryUpdate}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder startTimeChange(Change<OffsetDateTime> change);

        abstract Builder endTimeChange(Change<OffsetDateTime> change);

        abstract Builder startDateChange(Change<LocalDate> change);

        abstract Builder durationChange(Change<Long> change);

        abstract Builder projectIdChange(Change<Long> change);

        abstract Builder taskIdChange(Change<Long> change);

        abstract Builder activityIdChange(Change<Long> change);

        abstract Builder noteChange(Change<String> change);

        /** Sets both times, and makes a duration-only entry a start/end one by emptying its day. */
        public final Builder startEnd(OffsetDateTime start, OffsetDateTime end) {
            return startTime(start).endTime(end).clearStartDate();
        }

        /** Sets day and minutes, and makes a start/end entry a duration-only one. */
        public final Builder durationOnly(LocalDate startDate, long minutes) {
            return startDate(startDate).duration(minutes);
        }

        /** Sets the start of a start/end entry, to the minute. */
        public final Builder startTime(OffsetDateTime startTime) {
            return startTimeChange(Change.set(startTime));
        }

        /** Sets the end of a start/end entry, to the minute. */
        public final Builder endTime(OffsetDateTime endTime) {
            return endTimeChange(Change.set(endTime));
        }

        /** Sets the day of a duration-only entry. */
        public final Builder startDate(LocalDate startDate) {
            return startDateChange(Change.set(startDate));
        }

        /** Empties the day, as the change from duration-only to start/end needs it. */
        public final Builder clearStartDate() {
            return startDateChange(Change.clear());
        }

        /** Sets the duration of a duration-only entry, in minutes. */
        public final Builder duration(long minutes) {
            return durationChange(Change.set(minutes));
        }

        /** Moves the entry to another project. */
        public final Builder projectId(long projectId) {
            return projectIdChange(Change.set(projectId));
        }

        /** Takes the entry out of its project. */
        public final Builder clearProjectId() {
            return projectIdChange(Change.clear());
        }

        /** Moves the entry to another task. */
        public final Builder taskId(long taskId) {
            return taskIdChange(Change.set(taskId));
        }

        /** Takes the entry off its task. */
        public final Builder clearTaskId() {
            return taskIdChange(Change.clear());
        }

        /** Sets the activity. */
        public final Builder activityId(long activityId) {
            return activityIdChange(Change.set(activityId));
        }

        /** Removes the activity. */
        public final Builder clearActivityId() {
            return activityIdChange(Change.clear());
        }

        /** Sets the note. */
        public final Builder note(String note) {
            return noteChange(Change.set(note));
        }

        /** Empties the note. */
        public final Builder clearNote() {
            return noteChange(Change.clear());
        }

        abstract LiveTimerEntryUpdate autoBuild();

        /**
         * The update.
         *
         * @throws InvalidInputException if a time is finer than a minute, the end is before the start, a
         *     number is out of bounds, both a project and a task are set, or times are set beside a day or
         *     a duration, which would name both kinds at once
         */
        public final LiveTimerEntryUpdate build() {
            LiveTimerEntryUpdate update = autoBuild();
            update.startTimeChange().value().ifPresent(time -> WireText.checkTime("startTime", time));
            update.endTimeChange().value().ifPresent(time -> WireText.checkTime("endTime", time));
            update.startDateChange().value().ifPresent(date -> WireText.checkDate("startDate", date));
            update.durationChange().value().ifPresent(minutes -> WireText.checkMinutes("duration", minutes));
            update.projectIdChange().value().ifPresent(id -> Ids.check("projectId", id));
            update.taskIdChange().value().ifPresent(id -> Ids.check("taskId", id));
            update.activityIdChange().value().ifPresent(id -> Ids.check("activityId", id));
            checkOneKind(update);
            if (update.projectIdChange().value().isPresent()
                    && update.taskIdChange().value().isPresent()) {
                throw new InvalidInputException(
                        "projectId", "a project beside a task", "give the task alone, it implies its project");
            }
            return update;
        }

        private static void checkOneKind(LiveTimerEntryUpdate update) {
            boolean times = update.startTimeChange().value().isPresent()
                    || update.endTimeChange().value().isPresent();
            boolean day = update.startDateChange().value().isPresent()
                    || update.durationChange().value().isPresent();
            if (times && day) {
                throw new InvalidInputException(
                        "startTime", "a time beside a day or a duration", "give startEnd or durationOnly, not both");
            }
            update.startTimeChange()
                    .value()
                    .ifPresent(start -> update.endTimeChange().value().ifPresent(end -> {
                        if (end.isBefore(start)) {
                            throw new InvalidInputException("endTime", "a time before startTime", "swap the two");
                        }
                    }));
        }
    }
}
