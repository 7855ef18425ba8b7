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
import java.util.function.Predicate;

/** Records the rows that a person had before the first create; adopts those that equal entries, if the policy says so. */
final class FirstBaseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private final EqualEntries equalEntries;
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
        this.equalEntries = new EqualEntries(ledger.entries(), run.targets().capabilities());
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
        equalRows += ledger.writeAndGet(LedgerWriteHook.Write.BASELINE, tx -> {
            // Rows that were adopted are the ledger's own then, and the second time they are passed over.
            long exact =
                    run.policy().existing() == ExistingRows.ADOPT ? eachRow(listed, row -> adoptExact(tx, row)) : 0;
            long equal = exact + eachRow(listed, row -> record(tx, person, row));
            tx.rows().markBaselined(person, run.firstTargetDay(), run.lastTargetDay());
            return equal;
        });
    }

    private Listed listed(String id, EntryIdentity identity) {
        var target = run.targets().capabilities();
        return new Listed(
                0,
                id,
                identity.day(),
                run.isMarked(identity),
                identity.fingerprint(target),
                identity.withoutTrailer().fingerprint(target),
                identity.details());
    }

    /** Returns for how many rows the test is true. */
    private static long eachRow(ListedRows listed, Predicate<Listed> test) {
        long count = 0;
        long after = 0;
        while (true) {
            List<Listed> page = listed.page(after);
            if (page.isEmpty()) {
                return count;
            }
            for (Listed row : page) {
                after = row.seq();
                count += test.test(row) ? 1 : 0;
            }
        }
    }

    private boolean adoptExact(LedgerTransaction tx, Listed row) {
        if (ledger.rows().isOwnOrDuplicate(row.targetId())) {
            return false;
        }
        Optional<PlannedEntry> exact = equalEntries.findExact(compared(row), !row.isMarked(), row.details());
        exact.ifPresent(entry -> tx.entries().markAdopted(entry.seq(), row.targetId()));
        return exact.isPresent();
    }

    private static String compared(Listed row) {
        return row.isMarked() ? row.fingerprint() : row.plainFingerprint();
    }

    private boolean record(LedgerTransaction tx, String person, Listed row) {
        if (ledger.rows().isOwnOrDuplicate(row.targetId())) {
            // Another user moved it here since, or the target stored it for another person than it was told.
            return false;
        }
        Optional<PlannedEntry> equal = equalEntries.find(compared(row), !row.isMarked());
        if (equal.isPresent() && run.policy().existing() == ExistingRows.ADOPT) {
            tx.entries().markAdopted(equal.get().seq(), row.targetId());
        } else {
            tx.rows().addBaseline(person, row);
        }
        return equal.isPresent();
    }
}
