package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import dev.hourbridge.migration.internal.target.PlannedTarget;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counts the entries that the source lists while a plan is made, by how they are handled. Use it from one thread only.
 */
final class PlanTally {
    private long entries;
    private long incomplete;
    private Duration incompleteDuration = Duration.ZERO;
    private Duration listedDuration = Duration.ZERO;
    private long deleted;
    private long filtered;
    private long skipped;
    private Duration skippedDuration = Duration.ZERO;
    private long sentAndListed;
    private long sentAndFiltered;
    private long sentAndSkipped;
    private long sentAndIncomplete;

    /** Returns the number of entries that are to be sent or cannot be sent yet. */
    long entries() {
        return entries;
    }

    /** Counts an entry that the source lists as deleted. */
    void countDeleted() {
        deleted++;
    }

    /** Counts an entry that does not match the filter. */
    void countFiltered(boolean isSent) {
        filtered++;
        sentAndFiltered += isSent ? 1 : 0;
    }

    /** Counts an entry that the mapping skips and that was not sent before. */
    void countSkipped(Duration duration) {
        skipped++;
        skippedDuration = skippedDuration.plus(duration);
    }

    /** Counts an entry that was not sent before. An incomplete entry cannot be sent yet. */
    void countPlanned(Duration duration, boolean isComplete) {
        entries++;
        listedDuration = listedDuration.plus(duration);
        if (!isComplete) {
            incomplete++;
            incompleteDuration = incompleteDuration.plus(duration);
        }
    }

    /** Counts an entry that an earlier plan handled. */
    void countSent(Duration duration, boolean isSkipped) {
        sentAndListed++;
        sentAndSkipped += isSkipped ? 1 : 0;
        listedDuration = listedDuration.plus(duration);
    }

    /** Counts an entry that an earlier plan handled and that cannot be planned with the current mapping. */
    void countSentAndIncomplete() {
        sentAndIncomplete++;
    }

    /**
     * Returns the summary for the ledger.
     *
     * @param retained the number of entries that an earlier plan handled
     * @param notFound the number of selected entries that the source does not list
     */
    PlanSummary summary(
            EntryFilter filter,
            long retained,
            long notFound,
            PlanOptions options,
            List<EntryField> forbiddenLosses,
            PlannedTarget existing) {
        return new PlanSummary(
                incomplete,
                incompleteDuration,
                OptionalLong.of(entries + sentAndListed),
                listedDuration,
                retained - sentAndListed - sentAndFiltered,
                sentAndIncomplete,
                deleted,
                filter,
                filtered,
                skipped,
                skippedDuration,
                sentAndSkipped,
                retained,
                notFound,
                List.copyOf(options.mustKeep()),
                forbiddenLosses,
                options.acceptPossibleDuplicates(),
                existing.equalRows(),
                existing.samples());
    }
}
