package dev.hourbridge.migration;

import java.sql.SQLException;

/** Sees each write of the ledger before and after it is durable; a test makes it fail there. */
interface LedgerWriteHook {
    /** What is written. */
    enum Write {
        PLAN,
        BASELINE,
        INTENT,
        OUTCOME,
        DOUBTS,
        VERDICTS,
        UNDO
    }

    LedgerWriteHook NONE = new LedgerWriteHook() {
        @Override
        public void before(Write write) {}

        @Override
        public void inside(Write write) {}

        @Override
        public void after(Write write) {}
    };

    void before(Write write) throws SQLException;

    /** Everything is written, and not committed. */
    void inside(Write write) throws SQLException;

    void after(Write write);

    /** Whether a commit waits for the disk. Without that, all is still there after a crash of the process. */
    default boolean waitsForDisk() {
        return true;
    }
}
