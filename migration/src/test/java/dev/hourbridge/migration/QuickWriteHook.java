package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.sql.SQLException;

/** A hook that does nothing, and spares the test the wait for the disk. */
class QuickWriteHook implements LedgerWriteHook {
    @Override
    public void before(Write write) throws SQLException {}

    @Override
    public void inside(Write write) throws SQLException {}

    @Override
    public void after(Write write) {}

    @Override
    public boolean waitsForDisk() {
        return false;
    }
}
