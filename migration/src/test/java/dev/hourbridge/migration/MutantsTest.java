package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each safeguard is for: the same run with it, and with it taken out from under the engine's feet,
 * goes right and goes wrong.
 */
class MutantsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    World world;

    @BeforeEach
    void world() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
    }

    private MigrationBuilder planned() {
        try (Migration migration = world.migration()) {
            migration.plan();
        }
        return world.builder();
    }

    private static ApplyReport apply(MigrationBuilder builder) {
        try (Migration migration = builder.build()) {
            return migration.apply();
        }
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private ConnectionException lost() {
        return new ConnectionException(
                Failure.builder("POST").outcome(WriteOutcome.IN_DOUBT).build());
    }

    private void loseTheFirstAnswer(Duration commitAfter) {
        boolean[] lost = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (lost[0]) {
                return world.target.commit(entry);
            }
            lost[0] = true;
            world.target.commitLater(entry, commitAfter);
            throw lost();
        };
    }

    private static void caught() {
        Tally.held(
                Area.MIGRATION,
                "Safeguards removed",
                "no settle time, no sweep, no canary, no baseline, counts instead of ids; and each with it",
                "the run fails without it and succeeds with it",
                5,
                1);
    }

    @Test
    void withoutTheSettleTimeALateCommitIsDoubled() {
        world.from.add(world.entry(1, DAY, 30, "late"));
        MigrationBuilder migration = planned();
        loseTheFirstAnswer(Duration.ofSeconds(60));
        // Believes that it slept; the service's time stands still meanwhile.
        ApplyReport mutant = apply(migration.sleeper(duration -> {}));
        world.time.sleep(Duration.ofHours(1));
        assertThat(mutant.posts()).isEqualTo(2);
        assertThat(world.to.rows()).as("doubled").hasSize(2);
        caught();
    }

    @Test
    void withTheSettleTimeItIsNot() {
        world.from.add(world.entry(1, DAY, 30, "late"));
        MigrationBuilder migration = planned();
        loseTheFirstAnswer(Duration.ofSeconds(60));
        assertThat(apply(migration).outcome()).isEqualTo(Outcome.DONE);
        world.time.sleep(Duration.ofHours(1));
        assertThat(world.to.rows()).hasSize(1);
    }

    @Test
    void withoutTheSweepALaterCommitIsPassedOver() {
        world.from.add(world.entry(1, DAY, 30, "later"));
        MigrationBuilder migration = planned();
        loseTheFirstAnswer(Duration.ofMinutes(2));
        // A sweep that sees only what was confirmed is none.
        List<TimeEntryId> confirmed = new ArrayList<>();
        FakeTracker.Answer answer = world.target.answer;
        world.target.answer = (number, entry) -> {
            TimeEntryId id = answer.to(number, entry);
            confirmed.add(id);
            return id;
        };
        world.target.listed = rows ->
                rows.stream().filter(row -> confirmed.contains(row.id())).toList();
        assertThat(apply(migration).outcome()).as("does not see it").isEqualTo(Outcome.DONE);
        world.time.sleep(Duration.ofHours(1));
        assertThat(world.to.rows()).hasSize(2);
        caught();
    }

    @Test
    void withTheSweepItIsReported() {
        world.from.add(world.entry(1, DAY, 30, "later"));
        MigrationBuilder migration = planned();
        loseTheFirstAnswer(Duration.ofMinutes(2));
        assertThat(apply(migration).outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void withoutCanariesEveryEntryGoesToTheWrongPlace() throws Exception {
        world.seed(30);
        MigrationBuilder migration = planned();
        sql("UPDATE entry SET canary = 'CONFIRMED'");
        world.to.storing = row -> row.toBuilder().note("?").build();
        apply(migration);
        assertThat(world.to.rows()).hasSize(30);
        caught();
    }

    @Test
    void withCanariesOneDoes() {
        world.seed(30);
        MigrationBuilder migration = planned();
        world.to.storing = row -> row.toBuilder().note("?").build();
        assertThat(apply(migration).outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.to.rows()).hasSize(1);
    }

    private MigrationBuilder besideAnEqualRow() {
        world.from.add(world.entry(1, DAY, 30, "equal"));
        world.policy = world.policy.toBuilder().existing(ExistingRows.CREATE).build();
        apply(planned());
        World second = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("second"));
        assertThat(directory.resolve("second").toFile().mkdirs()).isTrue();
        world.from.rows().forEach(second.from::add);
        world.to.rows().forEach(second.to::add);
        second.policy = world.policy;
        world = second;
        MigrationBuilder migration = planned();
        boolean[] lost = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (lost[0]) {
                return world.target.commit(entry);
            }
            lost[0] = true;
            throw lost();
        };
        return migration;
    }

    @Test
    void withoutTheBaselineARowFromBeforeIsTakenForOurs() {
        MigrationBuilder migration = besideAnEqualRow();
        boolean[] first = {true};
        world.target.listed = rows -> {
            List<TimeEntry> seen = first[0] ? List.of() : rows;
            first[0] = false;
            return seen;
        };
        assertThat(apply(migration).outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).as("one is lost").hasSize(1);
        caught();
    }

    @Test
    void withTheBaselineItIsNot() {
        assertThat(apply(besideAnEqualRow()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(2);
    }

    /** One equal row from before is deleted while ours is lost: the number is the same, the ids are not. */
    @Test
    void withCountsInsteadOfIdsACommitIsTakenForAnAbsence() {
        MigrationBuilder migration = besideAnEqualRow();
        TimeEntryId before = List.copyOf(world.to.rows()).get(0).id();
        int counted = world.to.rows().size();
        boolean[] lost = new boolean[1];
        List<Integer> countedAgain = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (!lost[0]) {
                lost[0] = true;
                world.to.remove(before);
                countedAgain.add(world.to.rows().size());
                throw lost();
            }
            return id;
        };
        assertThat(apply(migration).outcome()).isEqualTo(Outcome.DONE);
        assertThat(countedAgain)
                .as("to an engine that counts, nothing was stored")
                .containsExactly(counted);
        assertThat(world.target.posts).as("by ids it was").hasValue(1);
        assertThat(world.to.rows()).hasSize(1);
        caught();
    }

    /** The head-to-head: what most migrators do on an error is to send again. */
    @Test
    void blindRetryDoublesWhatTheEngineBringsOnce() {
        int entries = Samples.of(150, 2000);
        long seed = 20_240;
        world.seed(entries);
        MigrationBuilder migration = planned();
        Random random = new Random(seed);
        world.target.answer = (number, entry) -> faulty(world.target, entry, random);
        ApplyReport report = apply(migration);
        for (int run = 0; run < 10 && report.outcome() != Outcome.DONE; run++) {
            report = apply(world.builder());
        }
        assertThat(report.outcome()).as("seed %s: %s", seed, report.problem()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());

        World blind = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("blind"));
        Random same = new Random(seed);
        world.to.rows().forEach(row -> sendBlindly(blind, row, same));
        blind.time.sleep(Duration.ofHours(1));
        assertThat(blind.to.rows().size())
                .as("rows by blind retry, of %s", entries)
                .isGreaterThan(entries);
    }

    private static void sendBlindly(World blind, TimeEntry row, Random random) {
        var entry = NewTimeEntry.of(row.workTime())
                .note(row.note())
                .project(blind.to.project("1"))
                .build();
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                faulty(blind.target, entry, random);
                return;
            } catch (HourbridgeException e) {
                blind.time.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private static TimeEntryId faulty(FakeTracker target, NewTimeEntry entry, Random random) {
        int dice = random.nextInt(100);
        if (dice < 10) {
            return (dice < 5 ? Fault.TIMEOUT : dice < 8 ? Fault.RESET : Fault.LATE_COMMIT).strike(target, entry);
        }
        return target.commit(entry);
    }
}
