package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ledgers of version 4, written by the code of that version, resume with the tables of today. */
class UpgradeTest extends EngineTest {
    private static final int ENTRIES = 8;

    /** Writes a ledger, and brings source and target to where they were when it was written: ids from 1001 on. */
    private void open(String name, int rowsOnTarget) throws Exception {
        World same =
                new World(Profiles.LIVETIMER, Profiles.TEAMWORK, Files.createDirectories(directory.resolve("same")));
        same.seed(ENTRIES);
        try (Migration migration = same.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        putNumbered(same.from, ENTRIES, world.from);
        putNumbered(same.to, rowsOnTarget, world.to);
        write(name);
    }

    private static void putNumbered(FakeService from, int rows, FakeService to) {
        int id = 1000;
        for (TimeEntry row : List.copyOf(from.rows()).subList(0, rows)) {
            to.add(row.toBuilder()
                    .id(TimeEntryId.of(to.account, Integer.toString(++id)))
                    .build());
        }
    }

    private void write(String name) throws IOException, SQLException {
        try (InputStream dump =
                        Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("ledgers/v4-" + name + ".sql"));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Path copy() {
        return Path.of(world.ledger + ".v4");
    }

    private long query(Path ledger, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPlannedOneIsCarriedOut() throws Exception {
        open("planned", 0);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(world.target.posts).hasValue(ENTRIES);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aPlannedOneIsPlannedAgain() throws Exception {
        open("planned", 0);
        plan();
        assertThat(query(world.ledger, "SELECT count(*) FROM entry WHERE source_day IS NOT NULL"))
                .isEqualTo(ENTRIES);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void oneInDoubtFindsItsRowAndSendsTheRest() throws Exception {
        open("in-doubt", 6);
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.states()).isEqualTo(Map.of(EntryState.CREATED, 7L, EntryState.RECOVERED, 1L));
        assertThat(world.target.posts).hasValue(2);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aFinishedOneSendsNothingAndVerifies() throws Exception {
        open("done", ENTRIES);
        ApplyReport report = apply();
        assertThat(report.states()).isEqualTo(Map.of(EntryState.VERIFIED, (long) ENTRIES));
        assertThat(world.target.posts).hasValue(0);
        assertThat(query(world.ledger, "SELECT count(*) FROM entry WHERE canary = 'CONFIRMED'"))
                .isEqualTo(2);
        VerifyReport verified = verify();
        assertThat(verified.outcome()).isEqualTo(Outcome.DONE);
        assertThat(verified.source().isUnchanged()).isTrue();
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().deleted()).isEqualTo(ENTRIES);
        }
        assertThat(world.to.rows()).isEmpty();
    }

    @Test
    void oneWithRejectsStillKnowsWhichWereNotAttempted() throws Exception {
        open("refused", 0);
        Map<String, Boolean> notAttempted = new TreeMap<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entry -> notAttempted.put(entry.sourceId(), entry.notAttempted()));
        }
        assertThat(notAttempted.values()).filteredOn(each -> each).hasSize(2);
        assertThat(apply().notAttempted()).isEqualTo(2);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anUndoneOneStaysUndone() throws Exception {
        open("undone", 0);
        assertThat(apply().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void aPrivateCopyIsMadeFirstAndOnce() throws Exception {
        open("in-doubt", 6);
        try (Migration migration = world.migration()) {
            assertThat(migration.recordedPlan()).isPresent();
        }
        assertThat(query(copy(), "SELECT value FROM meta WHERE key = 'version'"))
                .isEqualTo(4);
        assertThat(query(copy(), "SELECT count(*) FROM entry WHERE state = 'IN_DOUBT'"))
                .isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rw-------");
        try (Migration migration = world.migration()) {
            assertThat(migration.recordedPlan()).isPresent();
        }
        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> file.toString().contains(".v4"))).hasSize(1);
        }
    }

    @Test
    void aCopyThatIsThereIsNotOverwritten() throws Exception {
        open("planned", 0);
        Files.writeString(copy(), "of an earlier ledger");
        try (Migration migration = world.migration()) {
            assertThat(migration.recordedPlan()).isPresent();
        }
        assertThat(copy()).hasContent("of an earlier ledger");
        assertThat(query(Path.of(copy() + "-2"), "SELECT count(*) FROM entry")).isEqualTo(ENTRIES);
    }

    /** The process ends inside and after the upgrade's transaction. */
    @Test
    void anUpgradeThatBreaksOffIsMadeAgain() throws Exception {
        for (boolean inside : List.of(true, false)) {
            Files.deleteIfExists(world.ledger);
            write("done");
            QuickWriteHook end = new QuickWriteHook() {
                @Override
                public void inside(Write write) {
                    crash(inside);
                }

                @Override
                public void after(Write write) {
                    crash(!inside);
                }

                private void crash(boolean now) {
                    if (now) {
                        throw new Crash();
                    }
                }
            };
            try (Migration migration = world.builder().hook(end).build()) {
                assertThatExceptionOfType(Crash.class).isThrownBy(migration::recordedPlan);
            }
            List<EntryState> states = new ArrayList<>();
            try (Migration migration = world.migration()) {
                migration.forEachEntry(entry -> states.add(entry.state()));
            }
            assertThat(states).hasSize(ENTRIES).containsOnly(EntryState.VERIFIED);
        }
    }

    @Test
    void anEditedOneIsRefusedAndLeftAsItIs() throws Exception {
        open("planned", 0);
        sql("UPDATE entry SET seconds = seconds + 60 WHERE seq = 3");
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::recordedPlan)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED));
        }
        assertThat(query(world.ledger, "SELECT value FROM meta WHERE key = 'version'"))
                .isEqualTo(4);
    }

    @Test
    void oneOfOtherServicesIsNotUpgraded() throws Exception {
        open("planned", 0);
        sql("UPDATE meta SET value = 'codebase:other' WHERE key = 'source'");
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::recordedPlan)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.MISMATCH));
        }
        assertThat(copy()).doesNotExist();
    }

    @Test
    void aNewerOneNamesTheVersionThatItNeeds() throws Exception {
        world.seed(1);
        plan();
        sql("UPDATE meta SET value = '6' WHERE key = 'version'");
        sql("UPDATE meta SET value = '3.2.1' WHERE key = 'requires'");
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::recordedPlan)
                    .withMessageContaining("Use Hourbridge 3.2.1 or newer.")
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.MISMATCH));
        }
    }
}
