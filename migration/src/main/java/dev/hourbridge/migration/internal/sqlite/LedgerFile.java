package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteDataSource;

/**
 * Opens the file of a ledger. The file is private to its owner, has only one name, and is locked.
 *
 * <p>A ledger under two names could be used by two processes at the same time despite SQLite's lock, so links are
 * rejected. Other users of the machine must not read it, because it contains notes and names of people.
 */
final class LedgerFile {
    private LedgerFile() {}

    /** Opens the file, or creates it. */
    static Connection open(Path file, boolean waitsForDisk) throws SQLException {
        createPrivately(file);
        requireOneName(file);
        NativeLibrary.load();
        SQLiteDataSource source = new SQLiteDataSource();
        // A URI, because in a plain path everything after a question mark would be an option of the driver.
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        // Otherwise, the driver prepares and runs another statement after each insert.
        source.setGetGeneratedKeys(false);
        Connection connection = source.getConnection();
        try {
            prepare(connection, waitsForDisk);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Creates an empty file that only its owner can read. SQLite gives its -wal and -shm files the same permissions.
     */
    static void createPrivately(Path file) {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, rights);
        } catch (FileAlreadyExistsException e) {
            // The existing file is opened unchanged.
        } catch (NoSuchFileException e) {
            throw new LedgerException(
                    Problem.UNWRITABLE,
                    "The directory of the ledger " + file + " does not exist. Create it, or use another file.",
                    e);
        } catch (IOException e) {
            throw new LedgerException(
                    Problem.UNWRITABLE, "The ledger " + file + " could not be created: " + reason(e) + ".", e);
        }
    }

    /** Deletes a closed file and its log. */
    static void delete(Path file) {
        try {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + ending));
            }
        } catch (IOException e) {
            throw new LedgerException(Problem.UNWRITABLE, "The ledger could not be removed.", e);
        }
    }

    /** Returns the system's reason, without the name of the file. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** Rejects a file with two names. It would have two logs, and each name would lead to only one of them. */
    private static void requireOneName(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        try {
            if (views.contains("unix") && (int) Files.getAttribute(file, "unix:nlink") > 1) {
                throw new LedgerException(
                        Problem.MISMATCH,
                        "The ledger " + file + " has another name (a hard link), through which it could be changed "
                                + "undetected. Remove the other name, or copy the file.");
            }
        } catch (IOException e) {
            throw new LedgerException(Problem.UNWRITABLE, "The ledger " + file + " could not be read.", e);
        }
    }

    /** Configures SQLite for the file: committed data is on the disk, and no other process writes. */
    private static void prepare(Connection connection, boolean waitsForDisk) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            // A ledger from another user must not run code.
            statement.execute("PRAGMA trusted_schema = OFF");
            // Held until the connection closes or its process ends, so no other process writes in the meantime.
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + (waitsForDisk ? "FULL" : "OFF"));
            statement.execute("PRAGMA temp_store = FILE");
            // At most 64 MB each, outside the heap: a large plan changes pages of its indexes in random order.
            statement.execute("PRAGMA main.cache_size = -65536");
            statement.execute("PRAGMA temp.cache_size = -65536");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("COMMIT");
        }
    }
}
