package dev.hourbridge.migration.internal.sqlite;

import java.sql.SQLException;

/**
 * Is called around each durable write of the ledger; a test makes the write fail there.
 *
 * <p>Tests end the process, or fill the disk, at each of these points and then resume: that is how the claim is tested
 * that no crash duplicates an entry.
 */
public interface LedgerWriteHook {
    /** The kinds of writes. */
    enum Write {
        /** A plan, all of it. */
        PLAN,
        /** The rows that a person had before the first create. */
        BASELINE,
        /** A create that is about to be sent. */
        INTENT,
        /** The outcome of a create. */
        OUTCOME,
        /** The resolution of creates in doubt. */
        DOUBTS,
        /** What verify found. */
        VERDICTS,
        /** A row that undo deleted. */
        UNDO
    }

    /** A hook that does nothing. */
    LedgerWriteHook NONE = new LedgerWriteHook() {
        @Override
        public void before(Write write) {}

        @Override
        public void inside(Write write) {}

        @Override
        public void after(Write write) {}
    };

    /** Is called before the transaction begins. */
    void before(Write write) throws SQLException;

    /** Is called when all is written and nothing is committed. */
    void inside(Write write) throws SQLException;

    /** Is called once the write is durable. */
    void after(Write write);

    /** Returns whether a commit waits for the disk. Without, a write survives a crash of the process only. */
    default boolean waitsForDisk() {
        return true;
    }
}
