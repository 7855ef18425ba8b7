package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The exceptions of a ledger's database. Their messages name the file and contain no values.
 *
 * <p>SQLite's own messages quote values of the ledger, which are confidential, so they are not passed on. The kind of
 * the exception determines the remedy.
 */
final class DatabaseErrors {
    private final Path file;

    DatabaseErrors(Path file) {
        this.file = file;
    }

    /**
     * Returns the exception for a damaged ledger. The remedy is always the same, because what was sent can be found on
     * the target.
     */
    LedgerException damaged(String problem) {
        return new LedgerException(Problem.DAMAGED, damagedMessage(problem));
    }

    private String damagedMessage(String problem) {
        return "The ledger " + file + " " + problem
                + ". Move it to another place. If anything was sent with it, plan with a new ledger and set "
                + "policy.existing to adopt, which adopts the rows on the target.";
    }

    /** Returns the exception for each write after a failed one. */
    LedgerException broken() {
        return new LedgerException(
                Problem.UNWRITABLE, "The ledger " + file + " failed earlier and is no longer written.");
    }

    /** Returns the meaning of an SQL failure. */
    RuntimeException of(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
        String name = code == null ? "" : code.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("SQLITE_INTERRUPT")) {
            return new CallInterruptedException(
                    Failure.builder("The thread was interrupted while the ledger was being read.")
                            .build());
        }
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return new LedgerException(
                    Problem.LOCKED,
                    "The ledger " + file
                            + " is in use by another process, or by another migration in this process. Run again "
                            + "when it has ended.",
                    e);
        }
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return new LedgerException(Problem.DAMAGED, damagedMessage("is damaged or is not a ledger"), e);
        }
        if (name.startsWith("SQLITE_FULL")) {
            return new LedgerException(
                    Problem.UNWRITABLE,
                    "The ledger " + file
                            + " could not be written: no space left on device. Free up space there and in the"
                            + " directory for temporary files, then run again to resume.",
                    e);
        }
        return new LedgerException(Problem.UNWRITABLE, "The ledger " + file + " could not be read or written.", e);
    }
}
