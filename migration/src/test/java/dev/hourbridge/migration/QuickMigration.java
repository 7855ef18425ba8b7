package dev.hourbridge.migration;

/** Begins migrations for tests of other packages: time is the test's, and the ledger does not wait for the disk. */
public final class QuickMigration {
    private QuickMigration() {}

    /** Returns a builder without source, target, range and ledger. */
    public static MigrationBuilder builder(FakeTime time) {
        return Migration.builder().clock(time.clock()).sleeper(time).hook(new QuickWriteHook());
    }
}
