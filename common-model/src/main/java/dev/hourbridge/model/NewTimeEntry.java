package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.internal.EntryText;
import java.util.List;
import java.util.Optional;

/**
 * An entry to create, with the fields that a caller can set. Immutable and thread-safe.
 *
 * <p>The {@link Capabilities} of a service list the fields that it accepts and those that it requires. If the entry
 * sets a field that the service does not accept, {@link TimeTracker#create} throws an {@link InvalidInputException}
 * before any request: no field is dropped silently.
 */
@AutoValue
public abstract class NewTimeEntry {
    NewTimeEntry() {}

    /** Returns a builder. The work time must be set. */
    public static Builder builder() {
        return new AutoValue_NewTimeEntry.Builder()
                .note("")
                .billable(Billable.UNSPECIFIED)
                .tags(List.of());
    }

    /** Returns a builder with the work time, the only required value. */
    public static Builder of(WorkTime workTime) {
        return builder().workTime(workTime);
    }

    /** Returns when the work was done: a start and an end, or a day and a duration. */
    public abstract WorkTime workTime();

    /** Returns the person who worked; empty for the owner of the credentials. */
    public abstract Optional<PersonRef> person();

    /** Returns the project. */
    public abstract Optional<ProjectRef> project();

    /** Returns the task. */
    public abstract Optional<TaskRef> task();

    /** Returns the kind of work. */
    public abstract Optional<ActivityRef> activity();

    /** Returns the note; empty if there is none. */
    public abstract String note();

    /** Returns whether the entry is billable; {@link Billable#UNSPECIFIED} is not sent. */
    public abstract Billable billable();

    /** Returns the names of the tags; unmodifiable. */
    public abstract List<String> tags();

    /** Returns a text with the work time and the references, without the note. The format may change. */
    @Override
    public final String toString() {
        return EntryText.of(this);
    }

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTimeEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets when the work was done. Required. */
        public abstract Builder workTime(WorkTime workTime);

        /** Sets the person who worked. Default: the owner of the credentials. */
        public abstract Builder person(PersonRef person);

        /** Sets the project. Default: none. */
        public abstract Builder project(ProjectRef project);

        /** Sets the task. Default: none. */
        public abstract Builder task(TaskRef task);

        /** Sets the kind of work. Default: none. */
        public abstract Builder activity(ActivityRef activity);

        /** Sets the note. Default: empty. */
        public abstract Builder note(String note);

        /** Sets whether the entry is billable. Default: {@link Billable#UNSPECIFIED}, which is not sent. */
        public abstract Builder billable(Billable billable);

        /** Sets the names of the tags. Default: none. */
        public abstract Builder tags(List<String> tags);

        abstract Optional<WorkTime> workTime();

        abstract List<String> tags();

        abstract NewTimeEntry autoBuild();

        /**
         * Returns the entry.
         *
         * @throws InvalidInputException if the work time is not set
         */
        public final NewTimeEntry build() {
            if (workTime().isEmpty()) {
                throw new InvalidInputException(
                        "workTime", "no value", "specify a day with a duration, or a start and an end");
            }
            tags(List.copyOf(tags()));
            return autoBuild();
        }
    }
}
