package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import dev.hourbridge.model.Capabilities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists a person's rows again when a run resumes. Rows that equal entries of the plan, and that neither the ledger nor
 * one of its doubts explains, were written with another copy of the ledger.
 */
final class LaterBaseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private final EqualEntries equalEntries;
    private final Runnable onRow;
    private long equalRows;

    /**
     * Creates a later baseline.
     *
     * @param onRow is called for each row that is listed
     */
    LaterBaseline(MigrationContext run, Ledger ledger, Runnable onRow) {
        this.run = run;
        this.ledger = ledger;
        this.equalEntries = new EqualEntries(ledger.entries(), run.targets().capabilities());
        this.onRow = onRow;
    }

    long equalRows() {
        return equalRows;
    }

    void look(String person) {
        Capabilities target = run.targets().capabilities();
        Map<String, List<String>> free = new HashMap<>();
        Map<String, EntryIdentity> equal = new LinkedHashMap<>();
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            onRow.run();
            String fingerprint = identity.fingerprint(target);
            String id = row.id().id();
            if (ledger.rows().isBaseline(id)) {
                if (equalToSend(identity).isPresent()) {
                    equal.put(id, identity);
                }
            } else if (run.mayBeOurs(identity)
                    && ledger.entries().hasFingerprint(fingerprint)
                    && !ledger.rows().isKnown(id)) {
                free.computeIfAbsent(fingerprint, key -> new ArrayList<>()).add(id);
            }
        });
        free.forEach(this::explain);
        if (!equal.isEmpty()) {
            equalRows += ledger.writeAndGet(LedgerWriteHook.Write.BASELINE, tx -> judge(tx, equal));
        }
    }

    private Optional<PlannedEntry> equalToSend(EntryIdentity row) {
        return equalEntries.find(compared(row), !run.isMarked(row));
    }

    private Optional<PlannedEntry> exactToSend(EntryIdentity row) {
        return equalEntries.findExact(compared(row), !run.isMarked(row), row.details());
    }

    private String compared(EntryIdentity row) {
        return (run.isMarked(row) ? row : row.withoutTrailer())
                .fingerprint(run.targets().capabilities());
    }

    /** Returns how many rows from before equal an entry that was planned since, or that stopped an earlier run. */
    private long judge(LedgerTransaction tx, Map<String, EntryIdentity> rows) {
        if (run.policy().existing() != ExistingRows.ADOPT) {
            return rows.values().stream()
                    .filter(row -> equalToSend(row).isPresent())
                    .count();
        }
        Map<String, EntryIdentity> others = new LinkedHashMap<>(rows);
        others.entrySet().removeIf(row -> adopt(tx, row.getKey(), exactToSend(row.getValue())));
        int adopted = rows.size() - others.size();
        for (Map.Entry<String, EntryIdentity> row : others.entrySet()) {
            adopted += adopt(tx, row.getKey(), equalToSend(row.getValue())) ? 1 : 0;
        }
        return adopted;
    }

    private static boolean adopt(LedgerTransaction tx, String targetId, Optional<PlannedEntry> entry) {
        entry.ifPresent(equal -> {
            tx.rows().removeBaseline(targetId);
            tx.entries().markAdopted(equal.seq(), targetId);
        });
        return entry.isPresent();
    }

    private void explain(String fingerprint, List<String> ids) {
        long doubts = ledger.entries().countInDoubt(fingerprint);
        if (ids.size() <= doubts) {
            return;
        }
        ids.sort(MigrationContext::compareIds);
        List<String> unexplained = new ArrayList<>(ids.subList((int) doubts, ids.size()));
        recoverLate(fingerprint, unexplained);
        if (unexplained.isEmpty()) {
            return;
        }
        PlannedEntry entry = ledger.entries()
                .onceInDoubt(fingerprint)
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Problem.OLDER_THAN_TARGET,
                        "The target holds rows of this plan that the ledger does not know of; it is an older copy, or"
                                + " another one was used. Nothing was sent."));
        ledger.write(
                LedgerWriteHook.Write.DOUBTS,
                tx -> unexplained.forEach(
                        id -> tx.rows().addPossibleDuplicate(id, entry.seq(), entry.person(), entry.day())));
    }

    /** An entry that was absent when it was looked for, and is there now, is not sent or planned again. */
    private void recoverLate(String fingerprint, List<String> ids) {
        List<PlannedEntry> absent = ledger.entries().provenAbsent(fingerprint);
        int late = Math.min(absent.size(), ids.size());
        if (late == 0) {
            return;
        }
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> {
            for (int i = 0; i < late; i++) {
                tx.entries().markRecovered(absent.get(i).seq(), ids.get(i));
            }
        });
        ids.subList(0, late).clear();
    }
}
