package dev.hourbridge.migration.internal.context;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens the ledger when a step first needs it, and holds it until the migration is closed. Used by one thread.
 *
 * <p>A step that only reads must not create a ledger. An empty file would obstruct the first plan and could be mistaken
 * for a ledger with a plan.
 */
public final class LedgerAccess {
    private final MigrationContext run;
    private final Path file;
    private final LedgerWriteHook hook;
    private final StateDirectory state;
    private @Nullable Ledger ledger;
    private boolean isClosed;

    public LedgerAccess(MigrationContext run, Path file, LedgerWriteHook hook, StateDirectory state) {
        this.run = run;
        this.file = file;
        this.hook = hook;
        this.state = state;
    }

    /**
     * Returns whether there is a ledger, without opening it.
     *
     * @throws IllegalStateException if this object is closed
     */
    public boolean exists() {
        requireNotClosed();
        return ledger != null || Files.exists(file);
    }

    /** Returns the ledger; creates it if there is none. */
    public Ledger open() {
        requireNotClosed();
        Ledger open = ledger;
        if (open == null) {
            open = Ledger.open(
                    file,
                    run.ledgerHeader(),
                    run.targets().account(),
                    run.targets().capabilities(),
                    hook,
                    state);
            ledger = open;
        }
        return open;
    }

    /** Returns the ledger for a step that needs a plan. Never creates a ledger. */
    public Ledger openExisting() {
        if (!exists()) {
            throw new LedgerException(LedgerException.Problem.NO_PLAN, "There is no ledger yet. Make a plan first.");
        }
        return open();
    }

    private void requireNotClosed() {
        if (isClosed) {
            throw new IllegalStateException("The migration is closed. Build a new one.");
        }
    }

    /** Deletes a ledger without a plan, which would only obstruct the next plan. */
    public void discard() {
        open().delete();
        ledger = null;
    }

    /** Closes the ledger. No ledger can be opened afterwards. Idempotent. */
    public void close() {
        isClosed = true;
        release();
    }

    private void release() {
        Ledger open = ledger;
        ledger = null;
        if (open != null) {
            open.close();
        }
    }
}
