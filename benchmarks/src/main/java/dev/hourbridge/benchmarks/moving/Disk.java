package dev.hourbridge.benchmarks.moving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Measures how many times per second a directory can make data durable. */
public final class Disk {
    private static final long NANOS = 2_000_000_000L;

    private final Path directory;

    /** Creates an instance for the disk with this directory. */
    public Disk(Path directory) {
        this.directory = directory;
    }

    /** Returns how many times per second four kilobytes can be appended to a file and forced to the disk. */
    public double fsyncsPerSecond() throws IOException {
        Path file = directory.resolve("fsync");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            int count = 0;
            long start = System.nanoTime();
            for (; System.nanoTime() - start < NANOS; count++) {
                channel.write(ByteBuffer.allocate(4096));
                channel.force(false);
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }

    /**
     * Returns how many transactions with one small row SQLite can commit per second with the ledger's settings: WAL and
     * {@code synchronous=FULL}.
     */
    public double commitsPerSecond(String name) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(name));
                Statement statement = database.createStatement()) {
            statement.execute("PRAGMA locking_mode=EXCLUSIVE");
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, state TEXT, note TEXT)");
            database.setAutoCommit(false);
            int count = 0;
            long start = System.nanoTime();
            try (PreparedStatement insert =
                    database.prepareStatement("INSERT INTO entry (state, note) VALUES (?, ?)")) {
                for (; System.nanoTime() - start < NANOS; count++) {
                    insert.setString(1, "SENT");
                    insert.setString(2, "2026-01-01T00:00:00Z work number " + count);
                    insert.executeUpdate();
                    database.commit();
                }
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }
}
