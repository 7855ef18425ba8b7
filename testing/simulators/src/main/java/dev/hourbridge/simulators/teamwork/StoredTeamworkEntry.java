package dev.hourbridge.simulators.teamwork;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A time entry as {@link TeamworkSimulator} stores it. Immutable.
 *
 * <p>The service stores an instant and writes it in two forms: in UTC and in the local time of the account. An entry
 * without a start has a date with a time that the user did not enter.
 *
 * <!-- with: TeamworkSimulator simulator -->
 * <pre>{@code
 * StoredTeamworkEntry review = StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-03-04T14:00:00Z"), 90)
 *     .taskId(7641)
 *     .description("Review")
 *     .billable(true)
 *     .tags(List.of("tag1"))
 *     .build();
 * simulator.add(review);
 * }</pre>
 */
@AutoValue
public abstract class StoredTeamworkEntry {
    StoredTeamworkEntry() {}

    /** Returns a builder for an entry by this person on this project. */
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

    /** Returns the id, which is 0 until the entry is stored. */
    public abstract long id();

    /** Returns the id of the person. */
    public abstract long personId();

    /** Returns the project; for an entry on a task, the project of the task. */
    public abstract long projectId();

    /** Returns the task; empty for an entry without a task. */
    public abstract OptionalLong taskId();

    /** Returns the start, or an instant on the day of an entry without a start. */
    public abstract Instant date();

    /** Returns whether {@link #date()} has a time that the user entered. */
    public abstract boolean hasStartTime();

    /** Returns the duration in minutes. */
    public abstract int minutes();

    /** Returns the description of the work. */
    public abstract String description();

    /** Returns whether the entry is billable. */
    public abstract boolean billable();

    /** Returns the invoice number; an empty string if there is none. */
    public abstract String invoiceNo();

    /** Returns the names of the tags. */
    public abstract List<String> tags();

    /** Returns whether the entry was deleted. Deleted entries are retained and listed on request. */
    public abstract boolean deleted();

    /** Returns the time of creation, according to the simulator's clock. */
    public abstract Instant createdAt();

    /** Returns the time of the last change, according to the simulator's clock. */
    public abstract Instant updatedAt();

    abstract Builder toBuilder();

    /** Builds a {@link StoredTeamworkEntry}. Not thread-safe. */
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

        /** Sets the task, which must belong to the project. Default: no task. */
        public abstract Builder taskId(long taskId);

        /** Sets whether the date has a time that the user entered. Default: true. */
        public abstract Builder hasStartTime(boolean hasStartTime);

        /** Sets the description of the work. Default: empty. */
        public abstract Builder description(String description);

        /** Sets whether the entry is billable. Default: false. */
        public abstract Builder billable(boolean billable);

        /** Sets the invoice number. Default: empty, no invoice. */
        public abstract Builder invoiceNo(String invoiceNo);

        /** Sets the names of the tags. Default: no tags. */
        public abstract Builder tags(List<String> tags);

        /** Sets whether the entry is deleted. Default: false. */
        public abstract Builder deleted(boolean deleted);

        abstract List<String> tags();

        abstract StoredTeamworkEntry autoBuild();

        /** Returns the entry. */
        public final StoredTeamworkEntry build() {
            return tags(List.copyOf(tags())).autoBuild();
        }
    }
}
