package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.ListedRows;
import dev.hourbridge.migration.internal.sqlite.ListedRows.Listed;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import java.util.List;
import java.util.Optional;

/** Records the rows that a person had before the first create; adopts those that equal entries, if the policy says so. */
final class FirstBaseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private final Runnable onRow;
    private long equalRows;

    /**
     * Creates a first baseline.
     *
     * @param onRow is called for each row that is listed
     */
    FirstBaseline(MigrationContext run, Ledger ledger, Runnable onRow) {
        this.run = run;
        this.ledger = ledger;
        this.onRow = onRow;
    }

    long equalRows() {
        return equalRows;
    }

    void take(String person) {
        ListedRows listed = ledger.listRows();
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            onRow.run();
            listed.add(listed(row.id().id(), identity));
        });
        listed.complete();
        equalRows += ledger.writeAndGet(LedgerWriteHook.Write.BASELINE, tx -> record(tx, person, listed));
    }

    private Listed listed(String id, EntryIdentity identity) {
        var target = run.targets().capabilities();
        return new Listed(
                0,
                id,
                identity.day(),
                run.isMarked(identity),
                identity.fingerprint(target),
                identity.withoutTrailer().fingerprint(target));
    }

    /** Returns how many rows equal planned entries. */
    private long record(LedgerTransaction tx, String person, ListedRows listed) {
        long equal = 0;
        long after = 0;
        while (true) {
            List<Listed> page = listed.page(after);
            if (page.isEmpty()) {
                tx.rows().markBaselined(person, run.firstTargetDay(), run.lastTargetDay());
                return equal;
            }
            for (Listed row : page) {
                after = row.seq();
                equal += record(tx, person, row) ? 1 : 0;
            }
        }
    }

    private boolean record(LedgerTransaction tx, String person, Listed row) {
        if (ledger.rows().isOwnOrDuplicate(row.targetId())) {
            // Another user moved it here since, or the target stored it for another person than it was told.
            return false;
        }
        Optional<PlannedEntry> equal = ledger.entries()
                .equalToSend(row.isMarked() ? row.fingerprint() : row.plainFingerprint(), !row.isMarked());
        if (equal.isPresent() && run.policy().existing() == ExistingRows.ADOPT) {
            tx.entries().markAdopted(equal.get().seq(), row.targetId());
        } else {
            tx.rows().addBaseline(person, row);
        }
        return equal.isPresent();
    }
}
