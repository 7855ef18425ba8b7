package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.sql.SQLException;

/** Lets the fuzzer have ledgers by the thousand, none of which has to outlive a power cut. */
public final class LedgerDoor {
    private LedgerDoor() {}

    /** The migration, whose commits do not wait for the disk. */
    public static Migration quick(MigrationBuilder builder) {
        return builder.hook(new LedgerWriteHook() {
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
                })
                .build();
    }
}
