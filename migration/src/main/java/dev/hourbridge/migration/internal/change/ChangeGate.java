package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.RemappedEntries;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.sqlite.ChangeQueries;
import dev.hourbridge.migration.internal.sqlite.Ledger;

/**
 * Determines whether a plan's changes may be carried out, and the outcome of changes that are not.
 *
 * <p>Other users may rely on the rows that updates and deletions change. A plan that would delete more rows than the
 * policy permits, or that was made with another mapping, is therefore shown but not carried out.
 */
public final class ChangeGate {
    private ChangeGate() {}

    /** Returns whether the policy stops the plan, in which case none of it is carried out. */
    public static boolean isToStop(MigrationContext run, Ledger ledger) {
        return hasTooManyDeletions(run, ledger) || hasRemapped(run, ledger);
    }

    /** Returns the number of deletions that are planned or not known to be complete. */
    private static long deletions(Ledger ledger) {
        ChangeQueries changes = ledger.changes();
        return changes.count(true, ChangeState.PLANNED)
                + changes.count(true, ChangeState.INTENT)
                + changes.count(true, ChangeState.IN_DOUBT);
    }

    private static boolean hasTooManyDeletions(MigrationContext run, Ledger ledger) {
        return deletions(ledger) > run.policy().maxDeletes();
    }

    private static boolean hasRemapped(MigrationContext run, Ledger ledger) {
        return run.policy().remapped() == RemappedEntries.STOP
                && ledger.changes().countRemapped(ChangeState.PLANNED) > 0;
    }

    /** Throws an exception if the policy stops the plan. */
    public static void check(MigrationContext run, Ledger ledger) {
        if (hasTooManyDeletions(run, ledger)) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    "The plan deletes " + deletions(ledger) + " rows, but policy.maxDeletes is "
                            + run.policy().maxDeletes() + ". Nothing was sent. Check the source, or increase the "
                            + "limit.");
        }
        if (hasRemapped(run, ledger)) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    ledger.changes().countRemapped(ChangeState.PLANNED)
                            + " sent entries are now mapped differently, and policy.remapped is stop. Nothing was sent."
                            + " Restore the mapping, or set policy.remapped to update.");
        }
    }

    /** Returns the outcome of the changes that are not carried out. */
    public static Outcome standing(Ledger ledger) {
        ChangeQueries changes = ledger.changes();
        Outcome outcome = Outcome.DONE;
        if (changes.count(ChangeState.NOT_VISIBLE) > 0) {
            outcome = outcome.and(Outcome.TEMPORARY);
        }
        if (changes.count(ChangeState.CONFLICT) > 0
                || changes.count(ChangeState.DIFFERENT) > 0
                || changes.count(ChangeState.NOT_UPDATABLE) > 0
                || changes.count(false, ChangeState.REPORTED) > 0) {
            outcome = outcome.and(Outcome.DIFFERENT);
        }
        return changes.count(ChangeState.REJECTED) > 0 ? outcome.and(Outcome.REJECTS) : outcome;
    }

    /** Returns whether changes remain to be carried out. */
    public static boolean isUnfinished(Ledger ledger) {
        ChangeQueries changes = ledger.changes();
        return changes.count(ChangeState.PLANNED)
                        + changes.count(ChangeState.INTENT)
                        + changes.count(ChangeState.IN_DOUBT)
                > 0;
    }
}
