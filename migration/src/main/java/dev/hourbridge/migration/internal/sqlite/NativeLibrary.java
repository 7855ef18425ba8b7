package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library from a directory that only this process uses. In the shared temporary directory, the
 * driver deletes the libraries of other processes while they start, and another user could replace the library.
 */
final class NativeLibrary {
    private static final String DIRECTORY = "org.sqlite.tmpdir";

    private static boolean isLoaded;

    private NativeLibrary() {}

    /**
     * Loads the library, if it is not loaded. A directory that the user sets with the driver's own property takes
     * precedence.
     */
    static synchronized void load() {
        if (isLoaded) {
            return;
        }
        try {
            if (System.getProperty(DIRECTORY) != null) {
                SQLiteJDBCLoader.initialize();
            } else {
                loadPrivately();
            }
        } catch (Exception e) {
            throw new LedgerException(
                    Problem.UNWRITABLE,
                    "SQLite's native library could not be loaded from the temporary directory "
                            + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
        isLoaded = true;
    }

    /**
     * Loads the library from a new directory that only this user can write to, and deletes the directory. Another user
     * could replace a file in the shared one.
     */
    private static void loadPrivately() throws Exception {
        Path directory = Files.createTempDirectory("hourbridge-sqlite");
        directory.toFile().deleteOnExit();
        System.setProperty(DIRECTORY, directory.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } finally {
            System.clearProperty(DIRECTORY);
            delete(directory);
        }
    }

    /**
     * Deletes the file, which a loaded library does not need, except on Windows, where it is deleted when the process
     * exits.
     */
    private static void delete(Path directory) throws IOException {
        File[] files = directory.toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (!file.delete()) {
                file.deleteOnExit();
            }
        }
        var unused = directory.toFile().delete();
    }
}
