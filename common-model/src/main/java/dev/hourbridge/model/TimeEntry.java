package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Work that a person recorded, as a service gave it. Immutable and safe for use by several threads.
 *
 * <p>Names beside references ({@code personName()} and so on) are what the service showed with the
 * entry; they identify nothing.
 */
@AutoValue
public abstract class TimeEntry {
    TimeEntry() {}

    /** A builder. Its id and work time must be set. */
    public static Builder builder() {
        return new AutoValue_TimeEntry.Builder()
                .note("")
                .billable(Billable.UNSPECIFIED)
                .tags(List.of())
                .deleted(false)
                .audit(Audit.unknown())
                .extras(Map.of());
    }

    /** What names the entry. */
    public abstract TimeEntryId id();

    /** When, and for how long. */
    public abstract WorkTime workTime();

    /**
     * The duration that the service reports, where it contradicts the start and the end of {@link #workTime()} by a
     * minute or more; otherwise empty.
     */
    public abstract Optional<Duration> reportedDuration();

    /** Who worked; empty where the service no longer says, as for a person who was removed. */
    public abstract Optional<PersonRef> person();

    /** The person's name as shown with the entry. */
    public abstract Optional<String> personName();

    /** The project, if the service names it with the entry. */
    public abstract Optional<ProjectRef> project();

    /** The project's name as shown with the entry. */
    public abstract Optional<String> projectName();

    /** The task, if the entry is on one. */
    public abstract Optional<TaskRef> task();

    /** The task's name as shown with the entry. */
    public abstract Optional<String> taskName();

    /** The kind of work. */
    public abstract Optional<ActivityRef> activity();

    /** The activity's name as shown with the entry. */
    public abstract Optional<String> activityName();

    /** The customer. */
    public abstract Optional<ClientRef> client();

    /** The customer's name as shown with the entry. */
    public abstract Optional<String> clientName();

    /** What was done; empty text if nothing was noted. */
    public abstract String note();

    /** Whether it is to be billed. */
    public abstract Billable billable();

    /** The invoice it was billed on, if it was. */
    public abstract Optional<Invoice> invoice();

    /** Names of tags, in the service's order; unmodifiable. */
    public abstract List<String> tags();

    /** Whether the service holds it as deleted. */
    public abstract boolean deleted();

    /** Who wrote it and when. */
    public abstract Audit audit();

    /**
     * What else the service said of it, by the wire's own name and as text, in the wire's order;
     * unmodifiable.
     */
    public abstract Map<String, String> extras();

    /** A builder with this entry's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link TimeEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** What names the entry. Required. */
        public abstract Builder id(TimeEntryId id);

        /** When, and for how long. Required. */
        public abstract Builder workTime(WorkTime workTime);

        /** The reported duration, where it contradicts start and end. Default: none. */
        public abstract Builder reportedDuration(Duration duration);

        /** Who worked. Default: unknown. */
        public abstract Builder person(PersonRef person);

        /** The person's name as shown. Default: none. */
        public abstract Builder personName(String personName);

        /** The project. Default: none. */
        public abstract Builder project(ProjectRef project);

        /** The project's name as shown. Default: none. */
        public abstract Builder projectName(String projectName);

        /** The task. Default: none. */
        public abstract Builder task(TaskRef task);

        /** The task's name as shown. Default: none. */
        public abstract Builder taskName(String taskName);

        /** The kind of work. Default: none. */
        public abstract Builder activity(ActivityRef activity);

        /** The activity's name as shown. Default: none. */
        public abstract Builder activityName(String activityName);

        /** The customer. Default: none. */
        public abstract Builder client(ClientRef client);

        /** The customer's name as shown. Default: none. */
        public abstract Builder clientName(String clientName);

        /** What was done. Default: empty. */
        public abstract Builder note(String note);

        /** Whether it is to be billed. Default: {@link Billable#UNSPECIFIED}. */
        public abstract Builder billable(Billable billable);

        /** The invoice. Default: none. */
        public abstract Builder invoice(Invoice invoice);

        /** Names of tags. Default: none. */
        public abstract Builder tags(List<String> tags);

        /** Whether it is deleted. Default: false. */
        public abstract Builder deleted(boolean deleted);

        /** Who wrote it and when. Default: unknown. */
        public abstract Builder audit(Audit audit);

        /** What else the service said. Default: nothing. */
        public abstract Builder extras(Map<String, String> extras);

        abstract List<String> tags();

        abstract Map<String, String> extras();

        abstract TimeEntry autoBuild();

        /**
         * The entry.
         *
         * @throws IllegalStateException if the id or the work time is not set
         */
        public final TimeEntry build() {
            tags(List.copyOf(tags()));
            extras(extras().isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extras())));
            return autoBuild();
        }
    }
}
