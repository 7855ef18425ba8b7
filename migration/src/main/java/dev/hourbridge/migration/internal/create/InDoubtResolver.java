package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.RowMatcher;
import dev.hourbridge.migration.internal.target.SentEntry;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves creates of unknown outcome based on what the target lists after the settle time. Used by one thread, while
 * nothing is being sent.
 */
public final class InDoubtResolver {
    private static final int MAX_LOOKS = 3;

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final RowMatcher matcher;
    private long lastLook;

    /**
     * The result of a lookup on the target.
     *
     * @param recovered the number of entries found on the target
     * @param unresolved the other entries, by number
     */
    public record Resolved(int recovered, Map<Long, Unresolved> unresolved) {}

    /** The decision about an entry to which no row is equal, and the rows that may be the entry. */
    public record Unresolved(DoubtDecision decision, List<FreeRow> candidates) {}

    /**
     * Creates a resolver for one apply or undo.
     *
     * @param executor knows when the last attempt ended, which starts the settle time
     */
    public InDoubtResolver(MigrationContext run, Ledger ledger, CreateExecutor executor, CreationStamps stamps) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.matcher = new RowMatcher(run, ledger, stamps);
        this.lastLook = System.nanoTime();
    }

    /** Returns whether any entry is in doubt. */
    public boolean any() {
        return ledger.counts().count(EntryState.IN_DOUBT) > 0;
    }

    /**
     * Waits until a lost create must have appeared, then lists the target.
     *
     * @param mayResend whether an entry that is proven absent is to be sent again
     */
    public Resolved resolve(boolean mayResend) {
        run.settle(executor.lastDoubt());
        List<SentEntry> doubts = SentEntry.of(run, ledger, ledger.entries().inDoubt());
        List<DayRange> ranges = SentEntry.ranges(doubts);
        TargetSnapshot snapshot = TargetSnapshot.take(run, ranges);
        List<SentEntry> left = recover(doubts, snapshot);
        for (int looks = 1; !left.isEmpty(); looks++) {
            // A row can move between pages while another user deletes rows, so only two equal lists prove absence.
            Set<String> before = snapshot.ids();
            snapshot = TargetSnapshot.take(run, ranges);
            left = recover(left, snapshot);
            if (snapshot.ids().equals(before)) {
                break;
            }
            if (looks == MAX_LOOKS) {
                throw new StepAbortedException(
                        Outcome.TEMPORARY, "The target's list changed on every read. Try again later.");
            }
        }
        Map<Long, Unresolved> unresolved = left.isEmpty() ? Map.of() : decide(left, snapshot, mayResend);
        lastLook = System.nanoTime();
        return new Resolved(doubts.size() - left.size(), unresolved);
    }

    /** Assigns free rows to the entries that they match; returns the remaining entries. */
    private List<SentEntry> recover(List<SentEntry> doubts, TargetSnapshot snapshot) {
        return ledger.writeAndGet(
                LedgerWriteHook.Write.DOUBTS, tx -> matcher.recover(tx, doubts, matcher.free(snapshot)));
    }

    /** Decides on each entry that is still in doubt, in one transaction. */
    private Map<Long, Unresolved> decide(List<SentEntry> left, TargetSnapshot snapshot, boolean mayResend) {
        AbsenceProof proof = new AbsenceProof(run, ledger, snapshot);
        Map<Long, Boolean> complete = new HashMap<>();
        left.forEach(doubt -> complete.put(doubt.seq(), proof.isComplete(doubt)));
        Map<String, FreeRow> free = matcher.free(snapshot);
        return ledger.writeAndGet(LedgerWriteHook.Write.DOUBTS, tx -> {
            Map<Long, Unresolved> decisions = new HashMap<>();
            for (SentEntry doubt : left) {
                List<FreeRow> candidates = matcher.candidates(free, doubt);
                DoubtDecision decision = DoubtDecision.of(
                        doubt.entry(),
                        complete.getOrDefault(doubt.seq(), false),
                        !candidates.isEmpty(),
                        ledger.counts().countDone(),
                        mayResend);
                decision.record(tx.entries(), doubt.seq(), TargetSnapshot.idsOf(candidates));
                decisions.put(doubt.seq(), new Unresolved(decision, candidates));
            }
            return decisions;
        });
    }

    /** Waits until all creates sent before the last list, or left in doubt since, must have appeared. */
    void settleAgain() {
        run.settle(Math.max(lastLook, executor.lastDoubt()));
    }
}
