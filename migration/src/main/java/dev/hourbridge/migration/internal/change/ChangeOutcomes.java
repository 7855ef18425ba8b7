package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.change.ChangeExecutor.Result;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records the outcomes of planned updates and deletions in the ledger. Used by one thread. */
final class ChangeOutcomes {
    private final MigrationContext run;
    private final Ledger ledger;
    private long lastDoubt = System.nanoTime();

    /** Creates the outcomes for one executor. Until the first doubt, the settle time starts now. */
    ChangeOutcomes(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
    }

    /**
     * Returns the time at which the last attempt with an unknown outcome ended, or else the time at which the run
     * began.
     */
    long lastDoubt() {
        return lastDoubt;
    }

    /**
     * Records that the row does not exist. In this case, a deletion is complete, and an update has nothing to change.
     */
    Result gone(PlannedEntry entry, StoredChange change) {
        Instant now = run.now();
        if (change.isDeletion()) {
            ledger.write(Write.OUTCOME, tx -> tx.changes().markDeleted(change, now));
            return Result.DONE;
        }
        if (change.attempts() > 0 && ledger.changes().wasDeletionSent(entry)) {
            // The entry reappeared at the source after its deletion was sent, so the next plan creates it again.
            ledger.write(Write.OUTCOME, tx -> {
                tx.changes().markDeleted(change, now);
                tx.reseal();
            });
            throw new StepAbortedException(
                    Outcome.TEMPORARY,
                    "Entry " + entry.sourceId() + " reappeared at the source after it was deleted. Plan again.");
        }
        return notDone(change, ChangeState.CONFLICT, List.of(), "another user deleted the row");
    }

    /**
     * Records that the row matches the plan. The row's timestamp is stored, because a later edit by another user
     * changes it.
     */
    Result updated(StoredChange change, Optional<TimeEntry> row) {
        Instant now = run.now();
        Instant stamp = row.flatMap(read -> read.audit().updatedAt()).orElse(null);
        ledger.write(Write.OUTCOME, tx -> tx.changes().markUpdated(change, stamp, now));
        return Result.DONE;
    }

    /**
     * Records that the change is not carried out. The user or a later plan decides about it.
     *
     * @param state the reason, for the report
     * @param conflict the fields in which the row differs from what is expected
     */
    Result notDone(StoredChange change, ChangeState state, List<FieldDifference> conflict, String reason) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markNotDone(change, state, conflict, reason, now));
        return Result.NOT_DONE;
    }

    /**
     * Records that the target rejected the request, or that it was invalid before it was sent. The row is unchanged.
     */
    Result rejected(StoredChange change, HourbridgeException e) {
        return notDone(change, ChangeState.REJECTED, List.of(), reason(e));
    }

    /** Removes the intent of a request that changed nothing. */
    void retract(StoredChange change) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markNotSent(change, now));
    }

    /** Records that the request was sent and its effect is unknown. The row is read again after the settle time. */
    Result doubt(StoredChange change, String reason) {
        lastDoubt = System.nanoTime();
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markInDoubt(change, reason, now));
        return Result.IN_DOUBT;
    }

    /** Returns the text that the ledger stores for a failure. */
    static String reason(HourbridgeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
