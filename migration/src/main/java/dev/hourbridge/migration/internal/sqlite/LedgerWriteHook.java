package dev.hourbridge.migration.internal.sqlite;

import java.sql.SQLException;

/**
 * A hook that is called around each durable write to the ledger, where a test can make the write fail.
 *
 * <p>Tests end the process, or fill the disk, at each of these points and then resume, to verify that no crash
 * duplicates an entry.
 */
public interface LedgerWriteHook {
    /** The kinds of writes. */
    enum Write {
        /** A complete plan. */
        PLAN,
        /** The rows that existed for a person before the first create. */
        BASELINE,
        /** A create that is about to be sent. */
        INTENT,
        /** The outcome of a create. */
        OUTCOME,
        /** The resolution of creates in doubt. */
        DOUBTS,
        /** The result of verify. */
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

    /** Called before the transaction begins. */
    void before(Write write) throws SQLException;

    /** Called when everything is written and nothing is committed. */
    void inside(Write write) throws SQLException;

    /** Called when the write is durable. */
    void after(Write write);

    /** Returns whether a commit waits for the disk. Otherwise, a write survives only a crash of the process. */
    default boolean waitsForDisk() {
        return true;
    }
}
