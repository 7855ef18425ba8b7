package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes down what is on the target before anything is sent, and looks again when a later run goes on. */
final class Baseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private long equalRows;
    private long seen;

    Baseline(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
    }

    /** Whether a row equals an entry that is still to be sent. */
    static boolean equalsPlanned(MigrationContext run, Ledger ledger, TimeEntry row) {
        return planned(run, ledger, EntryIdentity.listed(row)).isPresent();
    }

    private static Optional<PlannedEntry> planned(MigrationContext run, Ledger ledger, EntryIdentity identity) {
        var target = run.targets().capabilities();
        boolean isMarked = run.policy().marker() == Marker.TRAILER
                && Trailer.split(identity.note()).trailer().isPresent();
        String column = isMarked ? "fingerprint" : "base_fingerprint";
        String value = (isMarked ? identity : identity.withoutTrailer()).fingerprint(target);
        return ledger
                .entries()
                // The plus keeps SQLite from walking all that are planned, in their order.
                .where(column + " = ? AND +state = 'PLANNED' AND doubted = 0 ORDER BY seq LIMIT 1", value)
                .stream()
                .findFirst();
    }

    /**
     * Lists what is there, for each person of whom that was not done yet, and for everybody while
     * nothing was sent.
     */
    void take(List<String> people) {
        if (ledger.database().queryLong("SELECT count(*) FROM entry WHERE attempts > 0 OR target_id IS NOT NULL")
                == 0) {
            ledger.database()
                    .write(LedgerWriteHook.Write.BASELINE, () -> ledger.rows().clearBaseline());
        }
        for (String person : people) {
            if (ledger.rows().isBaselined(person)) {
                lookAgain(person);
            } else {
                ledger.database().write(LedgerWriteHook.Write.BASELINE, () -> take(person));
            }
        }
        if (equalRows > 0 && run.policy().existing() == ExistingRows.STOP) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    equalRows
                            + " rows on the target equal planned entries; policy.existing says what to do: stop, adopt or create.");
        }
    }

    long equalRows() {
        return equalRows;
    }

    private void take(String person) {
        var target = run.targets().capabilities();
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
            String id = row.id().id();
            if (ledger.rows().isOwnOrSurplus(id)) {
                // Somebody moved it here since, or the target stored it for another than it was told.
                return;
            }
            Optional<PlannedEntry> equal = planned(run, ledger, identity);
            if (equal.isPresent()) {
                equalRows++;
                if (run.policy().existing() == ExistingRows.ADOPT) {
                    ledger.entries().adopt(equal.get().seq(), id);
                    return;
                }
            }
            ledger.rows()
                    .addBaseline(
                            id,
                            person,
                            identity.day(),
                            identity.fingerprint(target),
                            identity.withoutTrailer().fingerprint(target));
        });
        ledger.rows().markBaselined(person);
    }

    /**
     * Rows that equal entries of the plan, and that neither the ledger nor one of its doubts explains,
     * were written by another copy of the ledger.
     */
    private void lookAgain(String person) {
        var target = run.targets().capabilities();
        Map<String, List<String>> free = new HashMap<>();
        Map<String, EntryIdentity> equal = new LinkedHashMap<>();
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
            String fingerprint = identity.fingerprint(target);
            String id = row.id().id();
            if (ledger.rows().isBaseline(id)) {
                if (planned(run, ledger, identity).isPresent()) {
                    equal.put(id, identity);
                }
            } else if (run.mayBeOurs(identity)
                    && !ledger.entries()
                            .where("fingerprint = ? LIMIT 1", fingerprint)
                            .isEmpty()
                    && !ledger.rows().isKnown(id)) {
                free.computeIfAbsent(fingerprint, key -> new ArrayList<>()).add(id);
            }
        });
        free.forEach(this::explain);
        if (!equal.isEmpty()) {
            ledger.database().write(LedgerWriteHook.Write.BASELINE, () -> equal.forEach(this::judge));
        }
    }

    /** A row from before that equals an entry planned since, or that stopped an earlier run. */
    private void judge(String id, EntryIdentity identity) {
        planned(run, ledger, identity).ifPresent(entry -> {
            equalRows++;
            if (run.policy().existing() == ExistingRows.ADOPT) {
                ledger.rows().removeBaseline(id);
                ledger.entries().adopt(entry.seq(), id);
            }
        });
    }

    private void explain(String fingerprint, List<String> ids) {
        long doubts = ledger.database()
                .queryLong("SELECT count(*) FROM entry WHERE fingerprint = ? AND state = 'IN_DOUBT'", fingerprint);
        if (ids.size() <= doubts) {
            return;
        }
        ids.sort(MigrationContext::compareIds);
        List<String> left = new ArrayList<>(ids.subList((int) doubts, ids.size()));
        bindLate(fingerprint, left);
        if (left.isEmpty()) {
            return;
        }
        List<PlannedEntry> doubted = ledger.entries().where("fingerprint = ? AND doubted = 1 LIMIT 1", fingerprint);
        if (doubted.isEmpty()) {
            throw new LedgerException(
                    LedgerException.Problem.OLDER_THAN_TARGET,
                    "The target holds rows of this plan that the ledger does not know of; it is an older copy, or another"
                            + " one was used. Nothing was sent.");
        }
        PlannedEntry entry = doubted.get(0);
        ledger.database()
                .write(
                        LedgerWriteHook.Write.DOUBTS,
                        () -> left.forEach(
                                id -> ledger.rows().addSurplus(id, entry.seq(), entry.person(), entry.day())));
    }

    /** An entry that was absent when it was looked for, and is there now, is not sent or planned again. */
    private void bindLate(String fingerprint, List<String> ids) {
        List<PlannedEntry> resent = ledger.entries()
                .where(
                        "fingerprint = ? AND +state IN ('PLANNED', 'REFUSED') AND doubted = 1 ORDER BY +state, seq",
                        fingerprint);
        int late = Math.min(resent.size(), ids.size());
        if (late == 0) {
            return;
        }
        ledger.database().write(LedgerWriteHook.Write.DOUBTS, () -> {
            for (int i = 0; i < late; i++) {
                ledger.entries().bind(resent.get(i).seq(), ids.get(i));
            }
        });
        ids.subList(0, late).clear();
    }
}
