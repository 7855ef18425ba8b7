package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A ledger that somebody or something changed. */
final class LedgerReaders {
    private static final Set<String> TABLES = Set.of(
            "meta",
            "entry",
            "attempt",
            "baseline",
            "baselined",
            "possible_duplicate",
            "unrelated_row",
            "named",
            "unmapped",
            "loss");
    private static final StoppedMigration STOPPED = new StoppedMigration();
    private static final List<Consumer<Migration>> STEPS = List.of(
            Migration::recordedPlan,
            migration -> migration.forEachEntry(entry -> {}),
            migration -> migration.forEachUnrelatedRow(row -> {}),
            Migration::verify,
            Migration::apply,
            Migration::undo,
            Migration::plan);

    private LedgerReaders() {}

    /**
     * Lines: {@code @offset value} puts a byte into the file, {@code table column value} a value into each
     * row of a table, {@code meta key value} one into its header. Whatever they change, every step ends, or says what is wrong with the ledger; nothing
     * is sent more often than there are entries.
     */
    static void changed(byte[] bytes) {
        List<String> lines =
                new String(bytes, StandardCharsets.UTF_8).lines().limit(8).toList();
        try {
            byte[] ledger = STOPPED.ledger();
            lines.forEach(line -> putByte(ledger, line));
            Path file = STOPPED.replaceLedger(ledger);
            lines.forEach(line -> putValue(file, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Consumer<Migration> step : STEPS) {
            try (Migration migration = STOPPED.open()) {
                step.accept(migration);
            } catch (LedgerException e) {
                Rules.fitForALog(String.valueOf(e.getMessage()), true);
            }
        }
        if (STOPPED.posts() > StoppedMigration.ENTRIES) {
            throw new AssertionError("more creates than entries");
        }
    }

    private static void putByte(byte[] ledger, String line) {
        if (line.matches("@[0-9]{1,6} [0-9]{1,3}")) {
            String[] parts = line.substring(1).split(" ", -1);
            ledger[Integer.parseInt(parts[0]) % ledger.length] = (byte) Integer.parseInt(parts[1]);
        }
    }

    private static void putValue(Path file, String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3 || !TABLES.contains(parts[0]) || !parts[1].matches("[a-z_]{1,20}")) {
            return;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement change = connection.prepareStatement(
                        parts[0].equals("meta")
                                ? "UPDATE meta SET value = ? WHERE key = '" + parts[1].replace('_', ' ') + "'"
                                : "UPDATE " + parts[0] + " SET " + parts[1] + " = ?")) {
            change.setString(1, parts[2]);
            change.executeUpdate();
        } catch (SQLException e) {
            // The table has no such column, or does not take the value.
        }
    }
}
