package dev.hourbridge.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.auto.value.AutoValue;
import dev.hourbridge.model.internal.EntryText;
import dev.hourbridge.model.internal.TextMap;
import dev.hourbridge.model.internal.TimeEntryMap;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time entry as the service returned it: work that a person recorded. Immutable and thread-safe.
 *
 * <p>The names next to references, such as {@code personName()}, are the names that the service returned with the
 * entry. They are for display only and identify nothing.
 */
@AutoValue
public abstract class TimeEntry extends StoredEntry {
    TimeEntry() {}

    /** Returns a builder. The id and the work time must be set. */
    public static Builder builder() {
        return StoredEntry.withDefaults(new AutoValue_TimeEntry.Builder());
    }

    /**
     * Returns the entry that a map describes. This is the inverse of {@link #toMap()}.
     *
     * <p>{@code id}, {@code account}, and either {@code date} and {@code seconds} or {@code start} and {@code end} are
     * required; any other member that is absent or null has its default. Numbers may be of any type. Members that this
     * version does not recognize are retained, and {@link #toMap()} returns them.
     *
     * @throws InvalidInputException if a member is missing, has the wrong type or form, or contradicts another member
     */
    @JsonCreator // no mode: its constant would cause a warning for users who compile without jackson-annotations
    public static TimeEntry fromMap(Map<String, Object> map) {
        Inputs.required("map", map, "use a map such as the one that toMap() returns");
        return TimeEntryMap.builder(map, Builder::unknownMembers).build();
    }

    /**
     * Returns the entry as a map of strings, numbers, booleans, lists and maps, in a fixed order. Jackson 2 and 3 write
     * entries as JSON in this form. The map contains every value of the entry: {@link #fromMap} returns an equal entry.
     *
     * <!-- with: TimeEntry entry -->
     * <pre>{@code
     * Map<String, Object> map = entry.toMap();
     * TimeEntry same = TimeEntry.fromMap(map);
     * }</pre>
     *
     * <p>Most members have the name of a method of this class. A reference such as {@code person} is an id;
     * {@code personName} is its name, and {@code personAccount} its account, which is absent if it is the entry's own.
     * {@code seconds} and {@code nanos} are the duration. Times are ISO 8601 text. A member without a value is absent.
     *
     * <p>Later versions may add members.
     *
     * @see <a href="{@docRoot}/../docs/archive.html#entry">The table of all members</a>
     */
    @JsonValue
    public final Map<String, Object> toMap() {
        return TimeEntryMap.of(this, getUnknownMembers());
    }

    /** Returns the id of the entry. */
    public TimeEntryId id() {
        return getId();
    }

    /** Returns when the work was done: a start and an end, or a day and a duration. */
    public WorkTime workTime() {
        return getWorkTime();
    }

    /** Returns the duration that the service reports, if it differs from {@link #workTime()} by a minute or more. */
    public Optional<Duration> reportedDuration() {
        return Optional.ofNullable(getReportedDuration());
    }

    /** Returns the person who worked; empty if the service returns no person, for example a removed one. */
    public Optional<PersonRef> person() {
        return Optional.ofNullable(getPerson());
    }

    /** Returns the person's name as shown with the entry. */
    public Optional<String> personName() {
        return Optional.ofNullable(getPersonName());
    }

    /** Returns the project, if the service returns it with the entry. */
    public Optional<ProjectRef> project() {
        return Optional.ofNullable(getProject());
    }

    /** Returns the project's name as shown with the entry. */
    public Optional<String> projectName() {
        return Optional.ofNullable(getProjectName());
    }

    /** Returns the task, if the entry has one. */
    public Optional<TaskRef> task() {
        return Optional.ofNullable(getTask());
    }

    /** Returns the task's name as shown with the entry. */
    public Optional<String> taskName() {
        return Optional.ofNullable(getTaskName());
    }

    /** Returns the kind of work. */
    public Optional<ActivityRef> activity() {
        return Optional.ofNullable(getActivity());
    }

    /** Returns the activity's name as shown with the entry. */
    public Optional<String> activityName() {
        return Optional.ofNullable(getActivityName());
    }

    /** Returns the customer. */
    public Optional<ClientRef> client() {
        return Optional.ofNullable(getClient());
    }

    /** Returns the customer's name as shown with the entry. */
    public Optional<String> clientName() {
        return Optional.ofNullable(getClientName());
    }

    /** Returns the note; empty if there is none. */
    public String note() {
        return getNote();
    }

    /** Returns whether the entry is billable. */
    public Billable billable() {
        return getBillable();
    }

    /** Returns the invoice on which the entry was billed, if any. */
    public Optional<Invoice> invoice() {
        return Optional.ofNullable(getInvoice());
    }

    /** Returns the names of the tags, in the service's order; unmodifiable. */
    public List<String> tags() {
        return getTags();
    }

    /** Returns whether the service lists the entry as deleted. */
    public boolean deleted() {
        return isDeleted();
    }

    /** Returns who created and last changed the entry, and when. */
    public Audit audit() {
        return getAudit();
    }

    /** Returns the other fields of the response as text, by name, in the order of the response; unmodifiable. */
    public Map<String, String> extras() {
        return getExtras();
    }

    /** Returns the id, the work time and the references as text, without note and names. The format may change. */
    @Override
    public final String toString() {
        return EntryText.of(this);
    }

    /** Returns a builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link TimeEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder extends StoredEntry.Values {
        Builder() {}

        /** Sets the id. Required. */
        public abstract Builder id(TimeEntryId id);

        /** Sets when the work was done. Required. */
        public abstract Builder workTime(WorkTime workTime);

        /** Sets the reported duration, if it differs from the time between start and end. Default: none. */
        public abstract Builder reportedDuration(Duration duration);

        /** Sets the person who worked. Default: unknown. */
        public abstract Builder person(PersonRef person);

        /** Sets the person's name as shown. Default: none. */
        public abstract Builder personName(String personName);

        /** Sets the project. Default: none. */
        public abstract Builder project(ProjectRef project);

        /** Sets the project's name as shown. Default: none. */
        public abstract Builder projectName(String projectName);

        /** Sets the task. Default: none. */
        public abstract Builder task(TaskRef task);

        /** Sets the task's name as shown. Default: none. */
        public abstract Builder taskName(String taskName);

        /** Sets the kind of work. Default: none. */
        public abstract Builder activity(ActivityRef activity);

        /** Sets the activity's name as shown. Default: none. */
        public abstract Builder activityName(String activityName);

        /** Sets the customer. Default: none. */
        public abstract Builder client(ClientRef client);

        /** Sets the customer's name as shown. Default: none. */
        public abstract Builder clientName(String clientName);

        /** Sets the note. Default: empty. */
        public abstract Builder note(String note);

        /** Sets whether the entry is billable. Default: {@link Billable#UNSPECIFIED}. */
        public abstract Builder billable(Billable billable);

        /** Sets the invoice. Default: none. */
        public abstract Builder invoice(Invoice invoice);

        /** Sets the names of the tags. Default: none. */
        public abstract Builder tags(List<String> tags);

        /** Sets whether the entry is deleted. Default: false. */
        public abstract Builder deleted(boolean deleted);

        /** Sets who created and last changed the entry, and when. Default: unknown. */
        public abstract Builder audit(Audit audit);

        /** Sets the other fields of the response. Default: none. */
        public abstract Builder extras(Map<String, String> extras);

        abstract Builder unknownMembers(Map<String, Object> members);

        /**
         * Returns the entry.
         *
         * @throws InvalidInputException if the id or the work time is not set
         */
        public final TimeEntry build() {
            Inputs.required("id", getId().orElse(null), "specify the id of the entry");
            Inputs.required(
                    "workTime", getWorkTime().orElse(null), "specify a day with a duration, or a start and an end");
            tags(List.copyOf(getTags()));
            extras(TextMap.copyOf(getExtras()));
            return autoBuild();
        }
    }
}
