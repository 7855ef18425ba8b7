package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Fails from one write on. */
final class FullDisk implements LedgerWriteHook {
    private final Write kind;
    private final int at;
    private final boolean inside;
    private int writes;
    private int intents;
    private boolean isFull;

    FullDisk(Write kind, int at, boolean inside) {
        this.kind = kind;
        this.at = at;
        this.inside = inside;
    }

    /** Whether it has failed. */
    boolean isFull() {
        return isFull;
    }

    /** How many intents were made durable. */
    int intents() {
        return intents;
    }

    private void fail(Write write, boolean now) throws SQLException {
        if (isFull || (now && write == kind && writes == at)) {
            isFull = true;
            throw new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
        }
    }

    @Override
    public void before(Write write) throws SQLException {
        writes += write == kind ? 1 : 0;
        fail(write, !inside);
    }

    @Override
    public void inside(Write write) throws SQLException {
        fail(write, inside);
    }

    @Override
    public void after(Write write) {
        intents += write == Write.INTENT ? 1 : 0;
    }
}
