package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.sqlite.ChangeQueries;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.target.OwnRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports planned changes from the ledger.
 *
 * <p>The report has a few samples per state, ordered by state. As a result, a report with 10,000 updates still shows
 * the only conflict.
 */
final class ChangeReport {
    private static final int MAX_SAMPLES = 10;

    private ChangeReport() {}

    /** Returns the counts and samples of all changes that have not been carried out. */
    static PlannedChanges of(MigrationContext run, Ledger ledger) {
        ChangeQueries changes = ledger.changes();
        long remapped = changes.countRemapped(ChangeState.PLANNED);
        List<PlannedChange> samples = new ArrayList<>();
        for (ChangeState state : ChangeState.values()) {
            for (boolean isDeletion : new boolean[] {false, true}) {
                changes.first(isDeletion, state, MAX_SAMPLES)
                        .forEach(change -> samples.add(change(run, ledger, change)));
            }
        }
        return PlannedChanges.builder()
                .creates(ledger.counts().count(EntryState.PLANNED))
                .updates(changes.count(false, ChangeState.PLANNED) - remapped)
                .remapped(remapped)
                .adopted(changes.countAdopted(ChangeState.PLANNED))
                .deletions(changes.count(true, ChangeState.PLANNED))
                .remaining(changes.count(true, ChangeState.REPORTED))
                .reported(changes.count(false, ChangeState.REPORTED))
                .notUpdatable(changes.count(ChangeState.NOT_UPDATABLE))
                .notVisible(changes.count(ChangeState.NOT_VISIBLE))
                .conflicts(changes.count(ChangeState.CONFLICT) + changes.count(ChangeState.DIFFERENT))
                .rejected(changes.count(ChangeState.REJECTED))
                .inDoubt(changes.count(ChangeState.IN_DOUBT) + changes.count(ChangeState.INTENT))
                .retained(changes.count(ChangeState.RETAINED))
                .samples(samples)
                .build();
    }

    /** Returns one change, with the fields that it changes and the fields in which its row conflicts. */
    static PlannedChange change(MigrationContext run, Ledger ledger, StoredChange change) {
        PlannedEntry entry = ledger.entries().get(change.seq());
        return PlannedChange.builder()
                .sourceId(entry.sourceId())
                .targetId(Optional.ofNullable(entry.targetId()))
                .kind(change.isDeletion() ? PlannedChange.Kind.DELETION : PlannedChange.Kind.UPDATE)
                .state(change.state())
                .remapped(change.isRemapped())
                .adopted(entry.progress().isAdopted())
                .fields(new OwnRows(run, ledger).changes(entry, change))
                .conflict(change.conflict())
                .reason(Optional.ofNullable(change.reason()))
                .build();
    }
}
