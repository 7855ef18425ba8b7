package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparison of the target with the plan. Immutable and thread-safe.
 *
 * <!-- with: VerifyReport report -->
 * <pre>{@code
 * System.out.println(report.summary());
 * report.verdicts().forEach((verdict, rows) -> System.out.println(verdict + ": " + rows));
 * }</pre>
 */
@AutoValue
public abstract class VerifyReport {
    VerifyReport() {}

    static Builder builder() {
        return new AutoValue_VerifyReport.Builder();
    }

    /** Returns the outcome. It is {@link Outcome#DONE} only if every planned entry was found as planned. */
    public abstract Outcome outcome();

    /** Returns the result in one or a few sentences. */
    public abstract String summary();

    /** Returns why something could not be read; empty if everything was read. */
    public abstract Optional<String> problem();

    /** Returns the number of planned entries. */
    public abstract long entries();

    /** Returns the number of entries that the mapping skipped when the plan was made. No other number includes them. */
    public abstract long skipped();

    /** Returns the number of rows with each verdict. Verdicts without rows are omitted. */
    public abstract Map<Verdict, Long> verdicts();

    /** Returns the number of missing entries that were undone. */
    public abstract long undone();

    /** Returns the number of missing entries that {@link Migration#apply()} will send, for the first time or again. */
    public abstract long notSent();

    /**
     * Returns the number of missing entries that were sent or adopted but are no longer listed. They are not sent
     * again.
     */
    public abstract long noLongerListed();

    /** Returns the number of rejected entries, including those not sent because similar entries were rejected. */
    public abstract long rejected();

    /** Returns the number of rejected entries that were not sent because similar entries were rejected. */
    public abstract long notAttempted();

    /** Returns the number of entries in doubt. */
    public abstract long inDoubt();

    /** Returns the total of the planned durations. */
    public abstract Duration planned();

    /** Returns the total duration of the planned entries that were found. */
    public abstract Duration onTarget();

    /** Returns the totals by person, project, task and month. */
    public abstract List<TotalsLine> totals();

    /** Returns the checks against the target's own totals, by person. */
    public abstract List<TotalCheck> totalChecks();

    /** Returns the comparison with the source. */
    public abstract SourceCheck source();

    /** Returns the rows that may be duplicates. */
    public abstract List<PossibleDuplicate> possibleDuplicates();

    /**
     * Returns the number of rows that remain on the target, as the policy requires, although their entries were deleted
     * at the source.
     */
    public abstract long remaining();

    /** Returns the number of rows that the user decided to leave unchanged. */
    public abstract long retained();

    /**
     * Returns the number of sent entries that the source did not show when the last plan was made, but that are not
     * proven to be deleted.
     */
    public abstract long notVisible();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder outcome(Outcome outcome);

        abstract Builder summary(String summary);

        abstract Builder problem(Optional<String> problem);

        abstract Builder entries(long entries);

        abstract Builder skipped(long skipped);

        abstract Builder verdicts(Map<Verdict, Long> verdicts);

        abstract Builder undone(long undone);

        abstract Builder notSent(long notSent);

        abstract Builder noLongerListed(long gone);

        abstract Builder rejected(long rejected);

        abstract Builder notAttempted(long notAttempted);

        abstract Builder inDoubt(long inDoubt);

        abstract Builder planned(Duration planned);

        abstract Builder onTarget(Duration onTarget);

        abstract Builder totals(List<TotalsLine> totals);

        abstract Builder totalChecks(List<TotalCheck> checks);

        abstract Builder source(SourceCheck source);

        abstract Builder remaining(long rows);

        abstract Builder retained(long rows);

        abstract Builder notVisible(long entries);

        abstract Builder possibleDuplicates(List<PossibleDuplicate> doubles);

        abstract VerifyReport build();
    }
}
