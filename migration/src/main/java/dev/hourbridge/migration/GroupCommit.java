package dev.hourbridge.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets changes that came in while another was being made durable share one transaction: whoever gets
 * the database next commits for all that wait. Nobody waits longer than for one commit of others and
 * their own.
 */
final class GroupCommit {
    private static final int MOST = 256;

    private final ConcurrentLinkedQueue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final Consumer<List<Change>> transaction;

    GroupCommit(Consumer<List<Change>> transaction) {
        this.transaction = transaction;
    }

    /** Something to be written. Belongs to the thread that made it, but for the one that commits it. */
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

        /** Throws what it failed with, if it did. */
        void rethrow() {
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
    }

    /** Any thread, before it waits for the database. */
    void add(Change change) {
        waiting.add(change);
    }

    /** The thread that has the database: commits what waits, until its own change is through. */
    void commit(Change own) {
        while (!own.done) {
            List<Change> batch = new ArrayList<>();
            for (Change next = waiting.poll(); next != null; next = batch.size() < MOST ? waiting.poll() : null) {
                batch.add(next);
            }
            if (batch.isEmpty()) {
                throw new IllegalStateException("A change to be written was lost before it was committed.");
            }
            commit(batch);
        }
    }

    private void commit(List<Change> batch) {
        try {
            transaction.accept(batch);
            batch.forEach(change -> change.end(null));
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                // The fault of one is not to undo the others: each alone.
                batch.forEach(change -> commit(List.of(change)));
            } else {
                batch.forEach(change -> change.end(e));
            }
        } catch (Error e) {
            batch.forEach(change -> change.end(e));
        }
    }
}
