package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A ledger in a temporary directory. Closing it deletes it. */
public final class TemporaryLedger implements AutoCloseable {
    private final Path directory;
    private final Ledger ledger;

    private TemporaryLedger(Path directory, Ledger ledger) {
        this.directory = directory;
        this.ledger = ledger;
    }

    /** Creates a ledger; the arguments are those of {@link Ledger#open}. */
    public static TemporaryLedger open(
            Map<String, String> header, Account target, Capabilities capabilities, StateDirectory state) {
        Path directory;
        try {
            directory = Files.createTempDirectory("hourbridge");
        } catch (IOException e) {
            throw new LedgerException(Problem.UNWRITABLE, "No temporary directory could be created.", e);
        }
        Path file = directory.resolve("ledger.db");
        try {
            return new TemporaryLedger(
                    directory, Ledger.open(file, header, target, capabilities, new QuickHook(), state));
        } catch (RuntimeException | Error e) {
            LedgerFile.delete(file);
            delete(directory);
            throw e;
        }
    }

    /** Returns the ledger, which this object closes. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        ledger.delete();
        delete(directory);
    }

    /** Deletes the directory, which is empty after the ledger was deleted. */
    private static void delete(Path directory) {
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new LedgerException(Problem.UNWRITABLE, "The temporary directory could not be removed.", e);
        }
    }

    /** Does not wait for the disk, because a crash of the machine also ends the process that uses the ledger. */
    private static final class QuickHook implements LedgerWriteHook {
        @Override
        public void before(Write write) {}

        @Override
        public void inside(Write write) {}

        @Override
        public void after(Write write) {}

        @Override
        public boolean waitsForDisk() {
            return false;
        }
    }
}
