package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.internal.EntryText;
import java.util.List;

/**
 * Changes to an entry, each field left, set or cleared. Immutable and safe for use by several
 * threads.
 *
 * <p>A field that the service does not take makes {@link TimeTracker#update} throw before any
 * request.
 */
@AutoValue
public abstract class TimeEntryUpdate {
    TimeEntryUpdate() {}

    /** A builder that leaves every field. */
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

    /** What happens to the work time; never cleared. */
    public abstract Change<WorkTime> workTime();

    /** What happens to the person; never cleared. */
    public abstract Change<PersonRef> person();

    /** What happens to the project. */
    public abstract Change<ProjectRef> project();

    /** What happens to the task. */
    public abstract Change<TaskRef> task();

    /** What happens to the activity. */
    public abstract Change<ActivityRef> activity();

    /** What happens to the note. */
    public abstract Change<String> note();

    /** What happens to the billable flag; never cleared, never {@link Billable#UNSPECIFIED}. */
    public abstract Change<Billable> billable();

    /** What happens to the tags. */
    public abstract Change<List<String>> tags();

    /** Returns whether the update changes no field. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** Returns the changes; of the note and the tags only their kind. The format may change. */
    @Override
    public final String toString() {
        return EntryText.of(this);
    }

    /** A builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TimeEntryUpdate}. Not safe for use by several threads. */
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

        /** Sets the work time; going from a day to an interval, or back, is allowed where the service allows it. */
        public final Builder workTime(WorkTime workTime) {
            return workTime(Change.set(workTime));
        }

        /** Gives the entry to another person. */
        public final Builder person(PersonRef person) {
            return person(Change.set(person));
        }

        /** Moves the entry to another project. */
        public final Builder project(ProjectRef project) {
            return project(Change.set(project));
        }

        /** Takes the entry out of its project, and so off a task of it. */
        public final Builder clearProject() {
            return project(Change.clear());
        }

        /** Moves the entry to another task. */
        public final Builder task(TaskRef task) {
            return task(Change.set(task));
        }

        /** Takes the entry off its task. */
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

        /** Empties the note. */
        public final Builder clearNote() {
            return note(Change.clear());
        }

        /**
         * Sets whether it is to be billed.
         *
         * @throws InvalidInputException for {@link Billable#UNSPECIFIED}, which no service accepts
         */
        public final Builder billable(Billable billable) {
            if (billable == Billable.UNSPECIFIED) {
                throw new InvalidInputException("billable", "UNSPECIFIED", "say YES or NO, or leave the field");
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

        /** The update. */
        public abstract TimeEntryUpdate build();
    }
}
