package dev.hourbridge.migration;

import dev.hourbridge.migration.TargetSnapshot.Row;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Resolves creates of unknown outcome by what the target lists after the settle time. Used by one thread, while nothing
 * is being sent.
 */
final class InDoubtResolver {
    private static final int MAX_LOOKS = 3;

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final RowMatcher matcher;
    private long lastLook;

    /** How many entries were found on the target, and how many are to be sent again. */
    record Resolved(int recovered, int absent) {}

    InDoubtResolver(MigrationContext run, Ledger ledger, CreateExecutor executor) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.matcher = new RowMatcher(run.targets().capabilities());
        this.lastLook = System.nanoTime();
    }

    /** Returns whether an entry is in doubt. */
    boolean any() {
        return ledger.entries().count(EntryState.IN_DOUBT) > 0;
    }

    /**
     * Waits until a lost create must have appeared, and looks.
     *
     * @param mayResend whether an entry that is proven absent goes back to those to be sent
     */
    Resolved resolve(boolean mayResend) {
        settle(executor.lastDoubt());
        int recovered = 0;
        int absent = 0;
        AbsenceProof proof = new AbsenceProof(run, ledger);
        for (PersonDateRange range : PersonDateRange.around(ledger.entries().inDoubt())) {
            TargetSnapshot snapshot = TargetSnapshot.take(run, range);
            List<PlannedEntry> left = recover(range.entries(), snapshot);
            for (int looks = 1; !left.isEmpty(); looks++) {
                // A row slips from one page to another while another user deletes: only two equal looks prove absence.
                Set<String> before = snapshot.ids();
                snapshot = TargetSnapshot.take(run, range);
                left = recover(left, snapshot);
                if (snapshot.ids().equals(before)) {
                    break;
                }
                if (looks == MAX_LOOKS) {
                    throw new StepAbortedException(
                            Outcome.TEMPORARY, "The target's list was another each time that it was read.");
                }
            }
            recovered += range.entries().size() - left.size();
            if (!left.isEmpty()) {
                absent += decide(left, snapshot, proof.isComplete(range, snapshot), mayResend);
            }
        }
        lastLook = System.nanoTime();
        return new Resolved(recovered, absent);
    }

    /** Takes free rows for the entries that they equal; returns the entries that are left. */
    private List<PlannedEntry> recover(List<PlannedEntry> doubts, TargetSnapshot snapshot) {
        return ledger.writeAndGet(
                LedgerWriteHook.Write.DOUBTS, tx -> matcher.recover(tx, doubts, snapshot.free(run, ledger)));
    }

    /** Returns how many entries are to be sent again. */
    private int decide(List<PlannedEntry> left, TargetSnapshot snapshot, boolean isComplete, boolean mayResend) {
        Map<String, Row> free = snapshot.free(run, ledger);
        return ledger.writeAndGet(LedgerWriteHook.Write.DOUBTS, tx -> {
            int absent = 0;
            for (PlannedEntry doubt : left) {
                DoubtDecision decision = DoubtDecision.of(
                        doubt,
                        isComplete,
                        matcher.hasCandidate(free, doubt),
                        ledger.entries().countDone(),
                        mayResend);
                decision.record(tx.entries(), doubt.seq());
                absent += decision == DoubtDecision.SEND_AGAIN ? 1 : 0;
            }
            return absent;
        });
    }

    /** Waits until whatever was sent before the last look, or left in doubt since, must have appeared. */
    void settleAgain() {
        settle(Math.max(lastLook, executor.lastDoubt()));
    }

    private void settle(long since) {
        long left = run.policy().settle().toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            run.report(
                    Progress.Phase.SETTLING,
                    0,
                    OptionalLong.of(run.policy().settle().toSeconds()));
            run.sleep(Duration.ofNanos(left));
        }
    }
}
