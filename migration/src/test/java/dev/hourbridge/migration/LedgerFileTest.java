package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteJDBCLoader;

/** The file of a ledger: private, of one name, and without anything that runs. */
class LedgerFileTest extends EngineTest {
    private static final int STARTED_TOGETHER = 6;

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertRefused(Problem problem) {
        world.restart();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::apply)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void onlyItsOwnerReadsItAndItsLogs() throws Exception {
        world.seed(5);
        try (Migration migration = world.migration()) {
            migration.plan();
            List<Path> files;
            try (Stream<Path> listed = Files.list(directory)) {
                files = listed.filter(Files::isRegularFile).toList();
            }
            assertThat(files).extracting(file -> file.getFileName().toString()).contains("ledger.db", "ledger.db-wal");
            for (Path file : files) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aSecondNameIsRefused() throws Exception {
        world.seed(3);
        plan();
        Path other = Files.createLink(directory.resolve("other.db"), world.ledger);
        assertRefused(Problem.MISMATCH);
        Files.delete(other);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aQuestionMarkInItsNameIsNoOption() throws Exception {
        world.seed(3);
        Path odd = directory.resolve("a?journal_mode=OFF&b c%41#d.db");
        try (Migration migration = world.builder().ledger(odd).build()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(odd);
        }
    }

    @Test
    void anythingThatIsNotOfALedgerIsRefused() throws Exception {
        List<String> changes = List.of(
                "CREATE TRIGGER t AFTER UPDATE ON entry BEGIN SELECT 1; END",
                "CREATE VIEW v AS SELECT * FROM entry",
                "CREATE VIRTUAL TABLE f USING fts5(a)",
                "CREATE TABLE mine (a TEXT)",
                "CREATE INDEX mine ON entry (note)",
                "DROP INDEX entry_target",
                "ALTER TABLE entry ADD COLUMN mine TEXT");
        world.seed(3);
        plan();
        Path planned = Files.copy(world.ledger, directory.resolve("planned.db"));
        for (String change : changes) {
            Files.copy(planned, world.ledger, StandardCopyOption.REPLACE_EXISTING);
            sql(change);
            assertRefused(Problem.DAMAGED);
        }
        Evidence.of(Area.SECRETS, "Ledger from another user")
                .tried(
                        "a trigger, a view, a virtual table, another table, index or column, and an index that is missing")
                .result("the ledger is rejected as damaged; nothing of it runs, nothing is sent")
                .count(changes.size());
    }

    /** Its id names a file, and is no path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM meta WHERE key = 'changes'",
                "DELETE FROM meta WHERE key = 'ledger id'",
                "UPDATE meta SET value = '../../mine' WHERE key = 'ledger id'"
            })
    void aLedgerWithoutIdOrNumberOfChangesIsRefused(String change) throws Exception {
        world.seed(3);
        plan();
        sql(change);
        assertRefused(Problem.DAMAGED);
    }

    @Test
    void statisticsOfSqliteItselfAreNotRefused() throws Exception {
        world.seed(3);
        plan();
        sql("ANALYZE");
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void everyCommitIsCounted() throws Exception {
        world.seed(3);
        plan();
        long planned = changes();
        apply();
        assertThat(changes()).isGreaterThanOrEqualTo(planned + 6);
    }

    private long changes() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT value FROM meta WHERE key = 'changes'")) {
            return result.getLong(1);
        }
    }

    /** The driver deletes libraries of its own version in the shared directory, those of starting processes too. */
    @Test
    void anotherProcessesLibraryIsLeftAlone() throws Exception {
        Path shared = Files.createDirectories(directory.resolve("tmp"));
        Path library = Files.writeString(
                shared.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-of-another-libsqlitejdbc.so"), "");
        Process process = opening("one", shared);
        assertThat(process.waitFor()).as("%s", directory.resolve("one.output")).isZero();
        try (Stream<Path> files = Files.list(shared)) {
            assertThat(files).containsExactly(library);
        }
    }

    /** A scheduler starts several at the same minute. */
    @Test
    void processesThatStartTogetherAllOpenTheirLedgers() throws Exception {
        Path shared = Files.createDirectories(directory.resolve("tmp"));
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < STARTED_TOGETHER; number++) {
            processes.add(opening("ledger" + number, shared));
        }
        for (int number = 0; number < STARTED_TOGETHER; number++) {
            Path output = directory.resolve("ledger" + number + ".output");
            assertThat(processes.get(number).waitFor())
                    .as("%s", Files.readString(output))
                    .isZero();
            assertThat(output).content().doesNotContain("Exception");
        }
        try (Stream<Path> files = Files.list(shared)) {
            assertThat(files).isEmpty();
        }
        Evidence.of(Area.MIGRATION, "Processes that start together")
                .tried(
                        "processes with one temporary directory, started at once, load SQLite's library and open a ledger each")
                .result("all open their ledgers, print no exception, and leave no file behind")
                .count(STARTED_TOGETHER);
    }

    /** Starts a process that opens a ledger. */
    private Process opening(String name, Path temporaryDirectory) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporaryDirectory,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                OpenOne.class.getName(),
                directory.resolve(name + ".db").toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".output").toFile())
                .start();
    }

    /** Opens a ledger in a process of its own. */
    static final class OpenOne {
        private OpenOne() {}

        public static void main(String[] arguments) {
            Ledger.open(
                            Path.of(arguments[0]),
                            Map.of(),
                            Account.of(Service.of("teamwork"), "fake"),
                            Profiles.TEAMWORK.capabilities(),
                            LedgerWriteHook.NONE,
                            new StateDirectory(Path.of(arguments[0] + ".state"), Clock.systemUTC(), warning -> {}))
                    .close();
        }
    }

    @Test
    void namesADirectoryThatDoesNotExist() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("no"));

        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::plan)
                    .withMessageContaining("The directory of the ledger " + world.ledger + " does not exist. Create it")
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.UNWRITABLE));
        }
    }
}
