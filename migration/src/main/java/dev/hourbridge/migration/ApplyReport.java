package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of apply, and the states of the entries. Immutable and safe for use by several threads.
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

    /** Returns why it ended early; empty if it did not. */
    public abstract Optional<String> problem();

    /** Returns how many POSTs this run sent, or may have sent. */
    public abstract long posts();

    /** Returns how many updates this run sent, or may have sent. */
    public abstract long updates();

    /** Returns how many deletions this run sent, or may have sent. */
    public abstract long deletions();

    /** Returns the remaining changes of sent entries: those not carried out, or to be decided by the user. */
    public abstract PlannedChanges changes();

    /** Returns how many entries are in each state, without states that have no entries. */
    public abstract Map<EntryState, Long> states();

    /** Returns how many of the rejected entries were not sent, because similar ones were rejected. */
    public abstract long notAttempted();

    /** Returns how many rows that existed before are equal to planned entries. */
    public abstract long equalRows();

    /** Returns the first entry that differed when it was read back; empty if there was none. */
    public abstract Optional<CanaryDifference> canary();

    /**
     * Returns the first entries whose rows another user changed or deleted before they were compared. Apply does not change
     * them, and {@link Migration#undo()} retains them.
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
