package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.internal.EntryText;
import java.util.List;

/**
 * Changes to an entry: each field remains unchanged, is set or is cleared. Immutable and thread-safe.
 *
 * <p>If the update sets a field that the service does not accept, {@link TimeTracker#update} throws an {@link
 * InvalidInputException} before any request is sent.
 */
@AutoValue
public abstract class TimeEntryUpdate {
    TimeEntryUpdate() {}

    /** Returns a builder that leaves every field unchanged. */
    public static Builder builder() {
        return new AutoValue_TimeEntryUpdate.Builder()
                .workTime(Change.leave())
                .person(Change.leave())
                .project(Change.leave())
                .task(Change.leave())
                .activity(Change.leave())
                .note(Change.leave())
                .billable(Change.leave())
                .tags(Change.leave());
    }

    /** Returns the change to the work time; never cleared. */
    public abstract Change<WorkTime> workTime();

    /** Returns the change to the person; never cleared. */
    public abstract Change<PersonRef> person();

    /** Returns the change to the project. */
    public abstract Change<ProjectRef> project();

    /** Returns the change to the task. */
    public abstract Change<TaskRef> task();

    /** Returns the change to the activity. */
    public abstract Change<ActivityRef> activity();

    /** Returns the change to the note. */
    public abstract Change<String> note();

    /** Returns the change to the billable flag; never cleared, never {@link Billable#UNSPECIFIED}. */
    public abstract Change<Billable> billable();

    /** Returns the change to the tags. */
    public abstract Change<List<String>> tags();

    /** Returns whether the update changes no field. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /**
     * Returns a string with the changes; for the note and the tags, it states only the kind of change. The format may
     * change.
     */
    @Override
    public final String toString() {
        return EntryText.of(this);
    }

    /** Returns a builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TimeEntryUpdate}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder workTime(Change<WorkTime> change);

        abstract Builder person(Change<PersonRef> change);

        abstract Builder project(Change<ProjectRef> change);

        abstract Builder task(Change<TaskRef> change);

        abstract Builder activity(Change<ActivityRef> change);

        abstract Builder note(Change<String> change);

        abstract Builder billable(Change<Billable> change);

        abstract Builder tags(Change<List<String>> change);

        /** Sets the work time. Some services permit a change from a day to an interval, or vice versa. */
        public final Builder workTime(WorkTime workTime) {
            return workTime(Change.set(workTime));
        }

        /** Moves the entry to another person. */
        public final Builder person(PersonRef person) {
            return person(Change.set(person));
        }

        /** Moves the entry to another project. */
        public final Builder project(ProjectRef project) {
            return project(Change.set(project));
        }

        /** Removes the entry from its project and from its task. */
        public final Builder clearProject() {
            return project(Change.clear());
        }

        /** Moves the entry to another task. */
        public final Builder task(TaskRef task) {
            return task(Change.set(task));
        }

        /** Removes the entry from its task. */
        public final Builder clearTask() {
            return task(Change.clear());
        }

        /** Sets the kind of work. */
        public final Builder activity(ActivityRef activity) {
            return activity(Change.set(activity));
        }

        /** Removes the kind of work. */
        public final Builder clearActivity() {
            return activity(Change.clear());
        }

        /** Sets the note. */
        public final Builder note(String note) {
            return note(Change.set(note));
        }

        /** Clears the note. */
        public final Builder clearNote() {
            return note(Change.clear());
        }

        /**
         * Sets whether the entry is billable.
         *
         * @throws InvalidInputException for {@link Billable#UNSPECIFIED}, which no service accepts
         */
        public final Builder billable(Billable billable) {
            if (billable == Billable.UNSPECIFIED) {
                throw new InvalidInputException(
                        "billable", "UNSPECIFIED", "specify YES or NO, or leave the field unchanged");
            }
            return billable(Change.set(billable));
        }

        /** Replaces all tags. */
        public final Builder tags(List<String> tags) {
            return tags(Change.set(List.copyOf(tags)));
        }

        /** Removes all tags. */
        public final Builder clearTags() {
            return tags(Change.clear());
        }

        /** Returns the update. */
        public abstract TimeEntryUpdate build();
    }
}
