package dev.hourbridge.simulators.teamwork;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** A time entry as {@link TeamworkSimulator} holds it. Immutable. */
@AutoValue
public abstract class StoredTeamworkEntry {
    StoredTeamworkEntry() {}

    /** An entry of this person, on this project, that lasted {@code minutes}. */
    public static Builder builder(long personId, long projectId, Instant date, int minutes) {
        return new AutoValue_StoredTeamworkEntry.Builder()
                .id(0)
                .personId(personId)
                .projectId(projectId)
                .date(date)
                .hasStartTime(true)
                .minutes(minutes)
                .description("")
                .billable(false)
                .invoiceNo("")
                .tags(List.of())
                .deleted(false)
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.EPOCH);
    }

    /** Assigned when it is stored; 0 before. */
    public abstract long id();

    /** Whose time it is. */
    public abstract long personId();

    /** The project; of an entry on a task, the task's. */
    public abstract long projectId();

    /** The task, if it is on one. */
    public abstract OptionalLong taskId();

    /** The start. */
    public abstract Instant date();

    /** Whether {@link #date()} is a start that somebody gave. */
    public abstract boolean hasStartTime();

    /** The duration in minutes. */
    public abstract int minutes();

    /** What was done. */
    public abstract String description();

    /** Whether it is to be billed. */
    public abstract boolean billable();

    /** The invoice it was billed on; empty if it was not. */
    public abstract String invoiceNo();

    /** Names of tags. */
    public abstract List<String> tags();

    /** Whether it was deleted; it is kept, and listed on request. */
    public abstract boolean deleted();

    /** By the simulator's clock. */
    public abstract Instant createdAt();

    /** By the simulator's clock. */
    public abstract Instant updatedAt();

    abstract Builder toBuilder();

    /** Builds a {@link StoredTeamworkEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder id(long id);

        abstract Builder personId(long personId);

        abstract Builder projectId(long projectId);

        abstract Builder taskId(OptionalLong taskId);

        abstract Builder date(Instant date);

        abstract Builder minutes(int minutes);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        /** The task, which must belong to the project. Default: none. */
        public abstract Builder taskId(long taskId);

        /** Whether the date's time is a start. Default: true. */
        public abstract Builder hasStartTime(boolean hasStartTime);

        /** What was done. Default: empty. */
        public abstract Builder description(String description);

        /** Whether it is to be billed. Default: false. */
        public abstract Builder billable(boolean billable);

        /** The invoice it was billed on. Default: empty, which is none. */
        public abstract Builder invoiceNo(String invoiceNo);

        /** Names of tags. Default: none. */
        public abstract Builder tags(List<String> tags);

        /** Whether it is deleted. Default: false. */
        public abstract Builder deleted(boolean deleted);

        abstract List<String> tags();

        abstract StoredTeamworkEntry autoBuild();

        /** The entry. */
        public final StoredTeamworkEntry build() {
            return tags(List.copyOf(tags())).autoBuild();
        }
    }
}
