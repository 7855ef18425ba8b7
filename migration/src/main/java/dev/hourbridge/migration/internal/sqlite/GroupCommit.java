package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the changes of several threads share one transaction. The next thread that gets the database commits for all
 * that wait. A thread waits at most for one commit of other threads and its own.
 *
 * <p>Each commit waits some milliseconds for the disk. With four creates in flight, sharing a commit prevents the disk
 * from being slower than the network.
 */
final class GroupCommit {
    private static final int MAX_BATCH = 256;

    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final Consumer<List<Change>> transaction;

    /**
     * Creates a group.
     *
     * @param transaction runs changes in one transaction, and throws if it did not become durable
     */
    GroupCommit(Consumer<List<Change>> transaction) {
        this.transaction = transaction;
    }

    /** One change to the ledger. Used by the thread that created it and by the thread that commits it. */
    static final class Change {
        private final LedgerWriteHook.Write kind;
        private final Runnable work;
        private boolean done;
        private @Nullable Throwable failure;

        Change(LedgerWriteHook.Write kind, Runnable work) {
            this.kind = kind;
            this.work = work;
        }

        LedgerWriteHook.Write kind() {
            return kind;
        }

        Runnable work() {
            return work;
        }

        private void end(@Nullable Throwable cause) {
            done = true;
            failure = cause;
        }

        /** Throws the failure of this change, if it failed. */
        void rethrow() {
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }

    /** Queues a change; called by any thread before it waits for the database. */
    void add(Change change) {
        waiting.add(change);
    }

    /** Commits queued changes until this one is committed; called by the thread that holds the database. */
    void commit(Change own) {
        while (!own.done) {
            List<Change> batch = new ArrayList<>();
            for (Change next = waiting.poll(); next != null; next = batch.size() < MAX_BATCH ? waiting.poll() : null) {
                batch.add(next);
            }
            if (batch.isEmpty()) {
                throw new IllegalStateException("A change to be written was lost before it was committed.");
            }
            commit(batch);
        }
    }

    /** Commits changes together. A failing change does not affect the others. */
    private void commit(List<Change> batch) {
        try {
            transaction.accept(batch);
            batch.forEach(change -> change.end(null));
        } catch (RuntimeException e) {
            if (batch.size() == 1 || isOfTheFile(e)) {
                batch.forEach(change -> change.end(e));
            } else {
                // A fault in one change must not undo the others, so each is committed separately.
                batch.forEach(change -> commit(List.of(change)));
            }
        } catch (Error e) {
            batch.forEach(change -> change.end(e));
        }
    }

    /**
     * Returns whether a failure concerns the file. It then fails all changes, because a second attempt that succeeds
     * would hide the first failure.
     */
    private static boolean isOfTheFile(RuntimeException e) {
        return e instanceof LedgerException ledger && ledger.problem() == LedgerException.Problem.UNWRITABLE;
    }
}
