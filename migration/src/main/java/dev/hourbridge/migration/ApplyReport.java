package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What apply did, and where the entries stand. Immutable and safe for use by several threads.
 *
 * <!-- with: ApplyReport report -->
 * <pre>{@code
 * long rejected = report.states().getOrDefault(EntryState.REFUSED, 0L);
 * boolean isComplete = report.outcome() == Outcome.DONE;
 * }</pre>
 */
@AutoValue
public abstract class ApplyReport {
    ApplyReport() {}

    static Builder builder() {
        return new AutoValue_ApplyReport.Builder();
    }

    /** How it ended. */
    public abstract Outcome outcome();

    /** Why it ended early, if it did. */
    public abstract Optional<String> problem();

    /** How many POSTs this run sent, or may have. */
    public abstract long posts();

    /** Returns how many updates this run sent, or may have. */
    public abstract long updates();

    /** Returns how many deletions this run sent, or may have. */
    public abstract long deletions();

    /** Returns the remaining changes of sent entries: those not carried out, or to be decided by the user. */
    public abstract PlannedChanges changes();

    /** Returns how many entries are in each state, without states that have no entries. */
    public abstract Map<EntryState, Long> states();

    /** Returns how many of the rejected entries were not sent, because similar ones were rejected. */
    public abstract long notAttempted();

    /** How many rows that were there before equal planned entries. */
    public abstract long equalRows();

    /** The first entry that came back different, if one did. */
    public abstract Optional<CanaryDifference> canary();

    /**
     * Returns the first entries whose rows another user changed or deleted before they were compared. Apply does not change
     * them, and {@link Migration#undo()} retains them.
     */
    public abstract List<CanaryDifference> conflicts();

    /** Rows that may be double. */
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
