package dev.hourbridge.migration.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.model.CallInterruptedException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path directory;

    private Database open() {
        return new Database(directory.resolve("a.db"), LedgerWriteHook.NONE);
    }

    /** A reader of rows that fails in its own way is a fault of ours: its cause must be seen, and no ledger set aside. */
    @Test
    void aFaultOfAReaderOfRowsIsNoDamagedLedger() {
        for (RuntimeException fault : List.of(
                new IllegalArgumentException("a"),
                new NullPointerException("b"),
                new ArithmeticException("c"),
                new DateTimeException("d"))) {
            try (Database database = open()) {
                assertThatExceptionOfType(fault.getClass())
                        .isThrownBy(() -> database.queryAll("SELECT 1 AS value", row -> {
                            throw fault;
                        }))
                        .isSameAs(fault);
            }
        }
    }

    @Test
    void aValueThatNoLedgerHoldsIsADamagedOne() {
        try (Database database = open()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() ->
                            database.queryAll("SELECT 'secret' AS value", row -> row.parsed("value", LocalDate::parse)))
                    .withMessageNotContaining("secret")
                    .withNoCause()
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED));
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> database.queryAll("SELECT NULL AS value", row -> row.text("value")))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED));
        }
    }

    /** A function that a schema names runs only if SQLite calls it harmless. */
    @Test
    void aSchemaIsNotTrusted() {
        try (Database database = open()) {
            assertThat(database.queryLong("SELECT trusted_schema AS value FROM pragma_trusted_schema"))
                    .isZero();
        }
    }

    private static long count(Database database, int rows) {
        return database.queryLong(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) AS value FROM n",
                rows);
    }

    @Test
    void aQueryEndsOnAnInterrupt() {
        try (Database database = open()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(CallInterruptedException.class).isThrownBy(() -> count(database, 30_000_000));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** What was sent must be recorded, interrupted or not. */
    @Test
    void aTransactionDoesNot() {
        try (Database database = open()) {
            database.script(Schema.STATEMENTS);
            Thread.currentThread().interrupt();
            database.write(
                    LedgerWriteHook.Write.OUTCOME,
                    () -> assertThat(count(database, 3_000_000)).isEqualTo(3_000_000));
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
