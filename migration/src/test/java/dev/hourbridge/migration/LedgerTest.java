package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.spi.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    @TempDir
    Path directory;

    World world;

    @BeforeEach
    void planned() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory).seed(12);
        try (Migration migration = world.migration()) {
            migration.plan();
        }
    }

    private void assertProblem(Problem problem, Runnable step) {
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(step::run)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private void assertApplyFails(Problem problem) {
        world.restart();
        try (Migration migration = world.migration()) {
            assertProblem(problem, migration::apply);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isLockedForAsLongAsAMigrationHasItOpen() {
        try (Migration first = world.migration();
                Migration second = world.migration()) {
            assertThat(first.recordedPlan()).isPresent();
            assertProblem(Problem.LOCKED, second::apply);
        }
        try (Migration later = world.migration()) {
            assertThat(later.apply().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void isReadableByAnySqliteTool() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM entry WHERE state = 'PLANNED'")) {
            assertThat(rows.getInt(1)).isEqualTo(12);
        }
    }

    @Test
    void belongsToItsMapping() {
        world.mapping = Mapping.builder().defaultPerson("1").build();
        assertApplyFails(Problem.MISMATCH);
    }

    @Test
    void belongsToItsServices() {
        World other = new World(Profiles.CODEBASE, Profiles.TEAMWORK, directory);
        try (Migration migration = other.migration()) {
            assertProblem(Problem.MISMATCH, migration::apply);
        }
    }

    @Test
    void letsPoliciesThatDecideNothingOnContentChange() {
        world.policy = world.policy.toBuilder()
                .settle(Duration.ofMinutes(5))
                .parallelism(2)
                .build();
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET seconds = seconds + 60 WHERE seq = 3",
                "DELETE FROM entry WHERE seq = 3",
                "UPDATE entry SET note = 'another' WHERE seq = 3",
                "UPDATE entry SET person = '2'",
                "UPDATE entry SET fingerprint = (SELECT fingerprint FROM entry WHERE seq = 1) WHERE seq = 3",
                "UPDATE entry SET loose_fingerprint = '' WHERE seq = 3",
                "UPDATE entry SET plain_fingerprint = '' WHERE seq = 3",
                "UPDATE entry SET lossy = 1 - lossy WHERE seq = 3",
                "UPDATE entry SET source_seconds = source_seconds - 60 WHERE seq = 3",
                "UPDATE entry SET place_group = 'x' WHERE seq = 3",
                "UPDATE entry SET state = 'CREATED' WHERE seq = 3",
                "UPDATE entry SET state = 'VERIFIED' WHERE seq = 3",
                "UPDATE entry SET state = 'UNDONE' WHERE seq = 3",
                "UPDATE entry SET state = 'DONE' WHERE seq = 3",
                "UPDATE entry SET state = 'CREATED', held = 'CREATED' WHERE seq = 3",
                "UPDATE entry SET state = 'ADOPTED', target_id = '17' WHERE seq = 3",
                "UPDATE entry SET target_id = '17' WHERE seq = 3",
                "UPDATE meta SET value = '3' WHERE key = 'incomplete'"
            })
    void noticesAChangedPlan(String change) throws Exception {
        sql(change);
        assertApplyFails(Problem.DAMAGED);
        try (Migration migration = world.migration()) {
            assertProblem(Problem.DAMAGED, migration::verify);
            assertProblem(Problem.DAMAGED, migration::undo);
            assertProblem(Problem.DAMAGED, migration::plan);
        }
        Tally.held(
                Area.MIGRATION,
                "Edited ledger",
                "a duration, note, person, state, target id or derived column changed by hand",
                "every step stops as damaged; nothing sent",
                18,
                1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET day = '2024-02-30 secret' WHERE seq = 3",
                "UPDATE entry SET state = 'secret' WHERE seq = 3",
                "UPDATE entry SET verdict = 'secret' WHERE seq = 3",
                "INSERT INTO loss VALUES ('NOTE', 'secret', 1, '')",
                "INSERT INTO unmapped VALUES ('secret', '1', NULL, 1)",
                "INSERT INTO unrelated_row VALUES ('1', 'secret', '1', '2024-06-12', 60, NULL)",
                "UPDATE meta SET value = 'secret' WHERE key = 'incomplete'",
                "UPDATE meta SET value = 'secret' WHERE key = 'incomplete time'",
                "UPDATE meta SET value = 'secret' WHERE key = 'must keep'"
            })
    void saysThatItIsDamagedWhereAValueCannotBeRead(String change) throws Exception {
        sql(change);
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(() -> {
                        migration.recordedPlan();
                        migration.forEachEntry(entry -> {});
                        migration.forEachUnrelatedRow(row -> {});
                    })
                    .withMessageNotContaining("secret")
                    .withNoCause()
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED));
        }
    }

    @Test
    void noticesThatARowOfSomebodyElseWasWrittenIntoIt() throws Exception {
        world.to.add(dev.hourbridge.model.TimeEntry.builder()
                .id(world.to.nextId())
                .person(world.to.person("1"))
                .workTime(dev.hourbridge.model.WorkTime.on(World.FIRST, Duration.ofHours(1)))
                .note("somebody else's")
                .build());
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        sql("UPDATE entry SET target_id = (SELECT min(target_id) FROM baseline) WHERE seq = 3");
        try (Migration migration = world.migration()) {
            assertProblem(Problem.DAMAGED, migration::verify);
            assertProblem(Problem.DAMAGED, migration::undo);
        }
    }

    @Test
    void noticesThatItIsNoLedger() throws Exception {
        Files.writeString(
                world.ledger, "this is not a database, but it is long enough to look like a header".repeat(40));
        assertApplyFails(Problem.DAMAGED);
    }

    @Test
    void noticesDamagedPages() throws Exception {
        byte[] bytes = Files.readAllBytes(world.ledger);
        Arrays.fill(bytes, 8192, bytes.length, (byte) 7);
        Files.write(world.ledger, bytes);
        assertApplyFails(Problem.DAMAGED);
    }

    @Test
    void withoutAPlanNothingIsSent() {
        World empty = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("empty"));
        assertThat(directory.resolve("empty").toFile().mkdirs()).isTrue();
        try (Migration migration = empty.migration()) {
            assertProblem(Problem.NO_PLAN, migration::apply);
            assertThat(migration.recordedPlan()).isEmpty();
        }
    }

    @Test
    void aPlanThatFailsHalfwayIsNotRecorded() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("half"));
        assertThat(directory.resolve("half").toFile().mkdirs()).isTrue();
        other.seed(80);
        other.source.listed = rows -> {
            throw new ServerException(Failure.builder("GET").status(503).build());
        };
        try (Migration migration = other.migration()) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(migration::plan);
            assertThat(migration.recordedPlan()).isEmpty();
        }
    }

    /** A full disk, at each kind of write and in each of its moments. */
    @ParameterizedTest
    @EnumSource(
            value = Write.class,
            names = {"BASELINE", "INTENT", "OUTCOME", "DOUBTS"})
    void sendsNothingWithoutADurableIntent(Write kind) {
        for (int at = 1; at < 6; at++) {
            for (boolean inside : new boolean[] {false, true}) {
                int first = at;
                FullDisk disk = new FullDisk(kind, first, inside);
                world.restart();
                world.target.answer = (number, entry) -> {
                    assertThat(disk.isFull())
                            .as("a POST after the disk was full, at %s %s", kind, first)
                            .isFalse();
                    return world.target.commit(entry);
                };
                try (Migration migration = world.builder().hook(disk).build()) {
                    migration.apply();
                } catch (LedgerException e) {
                    assertThat(e.problem()).isEqualTo(Problem.UNWRITABLE);
                    assertThat(e)
                            .hasMessageContaining("no space left on device")
                            .hasMessageContaining("ledger.db");
                }
                assertThat(world.target.posts.get()).isEqualTo(disk.intents());
            }
        }
        world.restart();
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.onTarget()).isEqualTo(world.expected());
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        Tally.held(
                Area.MIGRATION,
                "Full disk at a ledger write",
                "before and inside the first five writes of each kind",
                "no POST without a durable intent; every entry once in the end",
                4,
                10);
    }

    @Test
    void stopsWhenItIsOlderThanTheTarget() throws Exception {
        try (Migration migration = world.migration()) {
            int[] intents = new int[1];
            world.target.answer = (number, entry) -> {
                if (++intents[0] == 5) {
                    throw new Crash();
                }
                return world.target.commit(entry);
            };
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        Path copy = directory.resolve("copy.db");
        Files.copy(world.ledger, copy);
        world.restart();
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        Files.move(copy, world.ledger, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(Path.of(world.ledger + "-wal"));
        int rows = world.to.rows().size();
        assertApplyFails(Problem.OLDER_THAN_TARGET);
        assertThat(world.to.rows()).hasSize(rows);
    }

    /** The machine stops while the log is being written: whatever of it is there, nothing is lost or doubled. */
    @Test
    void goesOnFromALogThatBreaksOffAnywhere() throws Exception {
        Path torn = directory.resolve("torn");
        Files.createDirectories(torn);
        long[] before = new long[1];
        LedgerWriteHook stop = new LedgerWriteHook() {
            private int intents;

            @Override
            public void before(Write write) {
                before[0] = walSize();
            }

            @Override
            public void inside(Write write) {}

            @Override
            public void after(Write write) {
                if (write == Write.INTENT && ++intents == 6) {
                    copyLedger(torn);
                    throw new Crash();
                }
            }
        };
        try (Migration migration = world.builder().hook(stop).build()) {
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        Path wal = torn.resolve("ledger.db-wal");
        byte[] log = Files.readAllBytes(wal);
        byte[] main = Files.readAllBytes(torn.resolve("ledger.db"));
        assertThat(log.length).isGreaterThan((int) before[0]);
        var rows = List.copyOf(world.to.rows());
        int step = Samples.of(1500, 97);
        for (int length = (int) before[0]; length <= log.length; length += step) {
            Files.write(world.ledger, main);
            Files.write(Path.of(world.ledger + "-wal"), Arrays.copyOf(log, length));
            world.to.rows().forEach(row -> world.to.remove(row.id()));
            rows.forEach(world.to::add);
            world.restart();
            // The number of changes is written after the log.
            Path state = torn.resolve("state " + length);
            try (Migration migration = world.builder().stateDirectory(state).build()) {
                assertThat(migration.apply().outcome())
                        .as("log of %s bytes", length)
                        .isEqualTo(Outcome.DONE);
            }
            assertThat(world.onTarget()).as("log of %s bytes", length).isEqualTo(world.expected());
        }
    }

    private long walSize() {
        try {
            Path wal = Path.of(world.ledger + "-wal");
            return Files.exists(wal) ? Files.size(wal) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyLedger(Path to) {
        try {
            Files.copy(world.ledger, to.resolve("ledger.db"));
            Files.copy(Path.of(world.ledger + "-wal"), to.resolve("ledger.db-wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
