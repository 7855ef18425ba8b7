package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.internal.change.ChangeExecutor.Result;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CircuitBreaker;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.OwnRows.Comparison;
import dev.hourbridge.migration.internal.target.OwnRows.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Carries out the planned updates and deletions one after another, after all creates have completed.
 *
 * <p>Changes run one at a time, because each change reads its row immediately before and after the request. If two
 * changes for one row were in flight, neither could distinguish its own effect from another user's.
 */
public final class ChangeDispatcher {
    private final MigrationContext run;
    private final Ledger ledger;
    private final ChangeExecutor executor;
    private final OwnRows rows;
    private final CircuitBreaker breaker = new CircuitBreaker();

    /** Creates a dispatcher for one apply or undo. */
    public ChangeDispatcher(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.executor = new ChangeExecutor(run, ledger);
        this.rows = new OwnRows(run, ledger);
    }

    /** Returns the executor, which counts what was sent. */
    public ChangeExecutor executor() {
        return executor;
    }

    /** Carries out all changes. */
    public void run() {
        markInterrupted();
        requireNoneDifferent();
        resolve(true);
        each(change -> count(executor.carryOut(change)), ChangeState.PLANNED, ChangeState.CONFLICT);
        while (ledger.changes().count(ChangeState.IN_DOUBT) > 0 && resolve(true) > 0) {
            // A change that was sent again may be in doubt again.
        }
        each(this::forgetIfGone, ChangeState.NOT_VISIBLE);
    }

    /**
     * Counts a result by the same rules as for creates. If the target keeps failing, changes in doubt are resolved
     * first.
     */
    private void count(Result result) {
        Duration pause = breaker.count(
                switch (result) {
                    case DONE -> CreateExecutor.Result.CREATED;
                    case NOT_DONE -> CreateExecutor.Result.REJECTED;
                    case IN_DOUBT -> CreateExecutor.Result.IN_DOUBT;
                    case NOT_SENT -> CreateExecutor.Result.NOT_SENT;
                });
        breaker.rethrow();
        if (breaker.isTargetFailing()) {
            if (resolve(false) == 0) {
                throw StepAbortedException.targetFailing();
            }
            breaker.forgetDoubts();
        }
        if (!pause.isZero()) {
            run.sleep(pause);
        }
    }

    /** Resolves changes of unknown outcome based on the current state of the rows. Sends nothing. */
    public void resolveDoubts() {
        markInterrupted();
        resolve(false);
    }

    /** Marks changes that an earlier run began and did not complete as in doubt. */
    private void markInterrupted() {
        if (ledger.changes().count(ChangeState.INTENT) > 0) {
            ledger.write(Write.DOUBTS, tx -> tx.changes().markInterrupted(CreateExecutor.INTERRUPTED));
        }
    }

    /** Returns the number of changes that were settled or sent again. */
    private long resolve(boolean mayResend) {
        if (ledger.changes().count(ChangeState.IN_DOUBT) == 0) {
            return 0;
        }
        run.settle(executor.lastDoubt());
        long[] moved = new long[1];
        each(change -> moved[0] += resolve(change, mayResend) ? 1 : 0, ChangeState.IN_DOUBT);
        return moved[0];
    }

    /** Resolves a change in doubt based on its row. Returns whether its outcome is now known. */
    private boolean resolve(StoredChange change, boolean mayResend) {
        PlannedEntry entry = ledger.entries().get(change.seq());
        Comparison comparison = rows.compare(entry, change);
        if (executor.settle(entry, change, comparison).isPresent()) {
            return true;
        }
        if (!mayResend || change.attempts() >= ChangeExecutor.MAX_ATTEMPTS) {
            return false;
        }
        Result result = executor.carryOut(change);
        if (result == Result.NOT_SENT) {
            throw new StepAbortedException(Outcome.TEMPORARY, "The target cannot be reached.");
        }
        return true;
    }

    /** Stops if an update left a row different. No further update is sent until the user has decided about that row. */
    private void requireNoneDifferent() {
        each(
                change -> {
                    PlannedEntry entry = ledger.entries().get(change.seq());
                    Comparison comparison = rows.compare(entry, change);
                    if (comparison.kind() == Kind.CHANGED) {
                        throw ChangeExecutor.different(entry, comparison.reason());
                    }
                    if (executor.settle(entry, change, comparison).isEmpty()) {
                        executor.carryOut(change);
                    }
                },
                ChangeState.DIFFERENT);
    }

    /** An entry that the source does not show is complete as soon as its row is also deleted. */
    private void forgetIfGone(StoredChange change) {
        if (rows.read(ledger.entries().get(change.seq())).isEmpty()) {
            Instant now = run.now();
            ledger.write(Write.OUTCOME, tx -> tx.changes().markDeleted(change, now));
        }
    }

    /** Passes on the changes in these states, and reports the progress. */
    private void each(Consumer<StoredChange> use, ChangeState... states) {
        AtomicLong done = new AtomicLong();
        Pages.forEach(after -> ledger.changes().page(after, states), StoredChange::id, change -> {
            use.accept(change);
            run.report(Progress.Phase.UPDATING, done.incrementAndGet(), OptionalLong.empty());
        });
    }
}
