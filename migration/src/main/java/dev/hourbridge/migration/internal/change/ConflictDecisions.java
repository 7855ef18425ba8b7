package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import java.time.Instant;
import java.util.Optional;

/** Records the user's decisions about rows that differ from the plan. */
public final class ConflictDecisions {
    private final MigrationContext run;
    private final Ledger ledger;
    private final OwnRows rows;

    /** Creates the decisions of one call. */
    public ConflictDecisions(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.rows = new OwnRows(run, ledger);
    }

    /** Records that the row remains unchanged until the source changes again. */
    public void keepTarget(String sourceId) {
        decide(sourceId, false);
    }

    /**
     * Records that the row must be made to match the plan, unless it has changed from its current state when apply
     * reads it.
     */
    public void overwrite(String sourceId) {
        decide(sourceId, true);
    }

    /** Records a decision on an entry whose row differs from the plan. */
    private void decide(String sourceId, boolean isToOverwrite) {
        PlannedEntry entry = entry(sourceId);
        Optional<StoredChange> change = ledger.changes().of(entry.seq());
        Optional<TimeEntry> row = rows.read(entry);
        PlannedContent planned = change.map(StoredChange::content).orElse(entry.content());
        boolean isDeletion = change.filter(StoredChange::isDeletion).isPresent();
        if (isDeletion
                ? row.isEmpty()
                : row.filter(each -> rows.differences(entry, planned, each).isEmpty())
                        .isPresent()) {
            throw new InvalidInputException(
                    "sourceId", "an entry whose row is as planned", "use an entry that a report lists as different");
        }
        if (row.isEmpty() && isToOverwrite && isOutsideRange(planned)) {
            // A plan creates only what the source lists.
            throw new InvalidInputException(
                    "sourceId",
                    "an entry that has no row and is outside the range at the source",
                    "widen the range first, or leave the target unchanged");
        }
        Instant now = run.now();
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> {
            if (row.isEmpty() && isToOverwrite) {
                tx.changes().recreate(entry);
                tx.reseal();
            } else {
                tx.changes()
                        .decide(
                                entry,
                                isToOverwrite,
                                row.map(EntryDigest::of).orElse(null),
                                planned.source().digest(),
                                now);
            }
        });
    }

    /** Returns whether the entry moved out of the range at the source. */
    private boolean isOutsideRange(PlannedContent planned) {
        return planned.source()
                .values()
                .filter(values ->
                        values.day().isBefore(run.firstDay()) || values.day().isAfter(run.lastDay()))
                .isPresent();
    }

    /** Returns an entry that has a row on the target. */
    private PlannedEntry entry(String sourceId) {
        PlannedEntry entry = ledger.entries()
                .bySourceId(sourceId)
                .orElseThrow(() -> new InvalidInputException(
                        "sourceId", "an id that is not in the ledger", "use the source id of an entry in the plan"));
        if (entry.targetId() == null || entry.state() == EntryState.UNDONE || entry.state() == EntryState.DELETED) {
            throw new InvalidInputException(
                    "sourceId",
                    "an entry without a row on the target",
                    "use an entry that a report lists as different");
        }
        return entry;
    }
}
