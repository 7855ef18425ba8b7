package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.RequestThreads;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.spi.PreparedDelete;
import java.util.Optional;

/**
 * Deletes the row of one entry, unless another user changed it. Changes nothing in the ledger. Thread-safe if each
 * thread uses a different entry.
 */
public final class RowDeleter {
    private final MigrationContext run;
    private final OwnRows rows;
    private final boolean isDryRun;

    /** The result for a row. */
    public enum Result {
        DELETED,
        ALREADY_DELETED,
        RETAINED
    }

    /**
     * The result for the row of an entry.
     *
     * @param reason why the row is retained, as text for the user; otherwise empty
     */
    public record Deletion(PlannedEntry entry, Result result, String reason) {}

    /** Creates a deleter. A dry run reads the rows but deletes none. */
    public RowDeleter(MigrationContext run, OwnRows rows, boolean isDryRun) {
        this.run = run;
        this.rows = rows;
        this.isDryRun = isDryRun;
    }

    /**
     * Reads the row and deletes it immediately afterwards, because another user may change it in between.
     *
     * @throws HourbridgeException if the target fails to do either
     */
    public Deletion delete(PlannedEntry entry, RequestThreads threads) {
        WriteRetries retries = new WriteRetries(run);
        int doubts = 0;
        while (true) {
            PreparedDelete request = isDryRun ? () -> {} : threads.await(() -> prepare(entry));
            Optional<TimeEntry> row = threads.await(() -> rows.read(entry));
            if (row.isEmpty()) {
                return new Deletion(entry, doubts > 0 ? Result.DELETED : Result.ALREADY_DELETED, "");
            }
            Optional<String> reason = rows.reasonToRetain(entry, row.get());
            if (reason.isPresent() && !isCanaryAsItWas(entry, row.get())) {
                return new Deletion(entry, Result.RETAINED, reason.get());
            }
            try {
                request.send();
                return new Deletion(entry, Result.DELETED, "");
            } catch (NotFoundException e) {
                return new Deletion(entry, Result.ALREADY_DELETED, "");
            } catch (RejectedException e) {
                return new Deletion(entry, Result.RETAINED, "the target rejected the deletion: " + e.getMessage());
            } catch (HourbridgeException e) {
                if (WriteRetries.isInDoubt(e)) {
                    settle(entry, ++doubts, e, threads);
                } else if (!threads.await(() -> retries.mayRetry(e))) {
                    throw e;
                }
            }
        }
    }

    private PreparedDelete prepare(PlannedEntry entry) {
        return run.targets().of(entry.person()).prepareDelete(rows.id(entry));
    }

    /** Waits for the settle time after a deletion without a clear response, up to a few times. */
    private void settle(PlannedEntry entry, int doubts, HourbridgeException e, RequestThreads threads) {
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
        if (doubts >= ChangeExecutor.MAX_ATTEMPTS) {
            throw new StepAbortedException(
                    Outcome.IN_DOUBT,
                    "Row " + entry.targetId() + " should have been deleted, but the target confirmed none of " + doubts
                            + " requests. Run undo again.");
        }
        long end = System.nanoTime();
        threads.await(() -> {
            run.settle(end);
            return doubts;
        });
    }

    /** Returns whether the row is a canary that differed when it was created and is unchanged since. */
    private static boolean isCanaryAsItWas(PlannedEntry entry, TimeEntry row) {
        return row.invoice().isEmpty()
                && EntryDigest.of(row).equals(entry.progress().canaryDigest());
    }
}
