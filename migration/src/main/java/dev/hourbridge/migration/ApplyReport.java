package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an apply, and the states of the entries. Immutable and thread-safe.
 *
 * <!-- with: ApplyReport report -->
 * <pre>{@code
 * long rejected = report.states().getOrDefault(EntryState.REJECTED, 0L);
 * boolean isComplete = report.outcome() == Outcome.DONE;
 * }</pre>
 */
@AutoValue
public abstract class ApplyReport {
    ApplyReport() {}

    static Builder builder() {
        return new AutoValue_ApplyReport.Builder();
    }

    /** Returns the outcome. */
    public abstract Outcome outcome();

    /** Returns why the apply ended early; empty if it did not. */
    public abstract Optional<String> problem();

    /** Returns the number of POSTs that this run sent or may have sent. */
    public abstract long posts();

    /** Returns the number of updates that this run sent or may have sent. */
    public abstract long updates();

    /** Returns the number of deletions that this run sent or may have sent. */
    public abstract long deletions();

    /**
     * Returns the remaining changes to sent entries: those that were not carried out or need a decision by the user.
     */
    public abstract PlannedChanges changes();

    /** Returns the number of entries in each state. States without entries are omitted. */
    public abstract Map<EntryState, Long> states();

    /** Returns the number of rejected entries that were not sent because similar entries were rejected. */
    public abstract long notAttempted();

    /** Returns the number of pre-existing rows that are equal to planned entries. */
    public abstract long equalRows();

    /** Returns the first entry that differed when it was read back; empty if none did. */
    public abstract Optional<CanaryDifference> canary();

    /**
     * Returns the first entries whose rows another user changed or deleted before the rows were compared. Apply does
     * not change these rows, and {@link Migration#undo()} retains them.
     */
    public abstract List<CanaryDifference> conflicts();

    /** Returns the rows that may be duplicates. */
    public abstract List<PossibleDuplicate> possibleDuplicates();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder outcome(Outcome outcome);

        abstract Builder problem(Optional<String> problem);

        abstract Builder posts(long posts);

        abstract Builder updates(long updates);

        abstract Builder deletions(long deletions);

        abstract Builder changes(PlannedChanges changes);

        abstract Builder states(Map<EntryState, Long> states);

        abstract Builder notAttempted(long entries);

        abstract Builder equalRows(long equalRows);

        abstract Builder canary(Optional<CanaryDifference> canary);

        abstract Builder conflicts(List<CanaryDifference> conflicts);

        abstract Builder possibleDuplicates(List<PossibleDuplicate> doubles);

        abstract ApplyReport build();
    }
}
