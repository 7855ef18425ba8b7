package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ledger's second plan says of that which the first one did. */
class ReplanTest {
    @TempDir
    Path directory;

    private World world;

    @BeforeEach
    void start() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.policy = world.policy.toBuilder().existing(ExistingRows.CREATE).build();
    }

    @Test
    void countsTheLossesOfWhatWasSentBeforeToo() {
        world.seed(6);
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.apply();
            world.seed(4);

            MigrationPlan plan = migration.plan();

            assertThat(plan.sentBefore()).isEqualTo(6);
            assertThat(plan.entries()).isEqualTo(10);
            Map<String, Long> byEntry = new TreeMap<>();
            migration.forEachEntry(entry -> {
                for (EntryLoss loss : entry.losses()) {
                    byEntry.merge(loss.field() + ":" + loss.kind(), 1L, Long::sum);
                }
            });
            Map<String, Long> byField = new TreeMap<>();
            plan.losses().forEach(loss -> byField.put(loss.field() + ":" + loss.kind(), loss.entries()));
            assertThat(byField).isEqualTo(byEntry).containsEntry("TAGS:DROPPED", 10L);
            assertThat(plan.losses())
                    .allSatisfy(loss -> assertThat(loss.share()).isEqualTo(loss.entries() / 10.0));
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.plan().losses())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("samples")
                    .isEqualTo(plan.losses());
        }
    }

    @Test
    void isNotRefusedForALossOfWhatWasSentBefore() {
        world.seed(6);
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.apply();

            MigrationPlan plan = migration.plan(
                    PlanOptions.builder().mustKeep(Set.of(EntryField.TAGS)).build());

            assertThat(plan.forbiddenLosses()).isEmpty();
            assertThat(plan.mustKeep()).containsExactly(EntryField.TAGS);
            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void countsAtTheSourceWhatTheSourceListsNow() {
        world.seed(6);
        try (Migration migration = world.migration()) {
            MigrationPlan first = migration.plan();
            migration.apply();
            TimeEntry removed = world.from.rows().iterator().next();
            world.from.remove(removed.id());

            MigrationPlan plan = migration.plan();

            assertThat(plan.entries()).isEqualTo(5);
            assertThat(plan.sourceDuration())
                    .isEqualTo(first.sourceDuration().minus(removed.workTime().duration()));
            assertThat(plan.sentBefore()).isEqualTo(6);
            assertThat(plan.sentNotListed()).isEqualTo(1);
            assertThat(plan.changes().remapped()).isZero();
        }
    }

    @Test
    void reportsSentEntriesWhoseMappingChanged() {
        world.seed(8);
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        long ofProject = world.from.rows().stream()
                .filter(row -> row.project().orElseThrow().id().equals("10"))
                .count();
        world.mapping = Mapping.builder()
                .people(world.mapping.people())
                .projects(Map.of("10", "119", "11", "111"))
                .tasks(world.mapping.tasks())
                .activities(world.mapping.activities())
                .defaultTask("199")
                .defaultActivity("Work")
                .defaultProject("119")
                .defaultNote("(no note)")
                .build();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();

            assertThat(plan.changes().remapped()).isEqualTo(ofProject).isBetween(1L, 7L);
            assertThat(plan.changes().updates()).isZero();
            assertThat(plan.outcome()).as("policy.remapped is stop").isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(plan.sentBefore()).isEqualTo(8);
            ApplyReport apply = migration.apply();
            assertThat(apply.posts() + apply.updates()).as("nothing is sent").isZero();
            assertThat(apply.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(apply.problem().orElseThrow()).contains("policy.remapped");
        }
    }

    @Test
    void refusesATagWhereNoneIsKept() {
        world.seed(2);
        world.policy = world.policy.toBuilder().marker(Marker.TAG).build();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(migration::plan)
                    .withMessageStartingWith(
                            "policy.marker: a tag for a target that does not store tags; use trailer, or omit the "
                                    + "marker.");
        }
        assertThat(world.ledger).doesNotExist();
    }

    @Test
    void verifySaysThatAllWasUndone() {
        world.seed(5);
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.apply();
            migration.undo();

            VerifyReport report = migration.verify();

            assertThat(report.undone()).isEqualTo(5);
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.summary()).isEqualTo("UNDONE: all 5 entries were undone; none of them is on the target.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void sumPreservingRoundingCountsWhatWasSentBefore(long seed) {
        Random random = new Random(seed);
        world = new World(Profiles.TEAMPULSE, Profiles.CODEBASE, directory);
        world.policy = Policy.builder().rounding(Rounding.sumPreserving()).build();
        Map<String, Duration> sent = new TreeMap<>();
        for (int run = 1; run <= 20; run++) {
            for (int number = 0; number <= (seed == 0 ? 0 : random.nextInt(4)); number++) {
                long seconds = seed == 0 ? 61 * 60 + 30 : random.nextInt(7_200);
                world.from.add(world.entry(0, World.FIRST, 1, "run " + run).toBuilder()
                        .workTime(WorkTime.on(World.FIRST, Duration.ofSeconds(seconds)))
                        .build());
            }
            try (Migration migration = world.migration()) {
                MigrationPlan plan = migration.plan();

                assertThat(plan.plannedDuration().minus(plan.sourceDuration()).abs())
                        .as("run %s, seed %s", run, seed)
                        .isLessThanOrEqualTo(Duration.ofSeconds(30));
                assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
                migration.forEachEntry(
                        entry -> assertThat(sent.computeIfAbsent(entry.sourceId(), id -> entry.duration()))
                                .isEqualTo(entry.duration()));
            }
        }
        assertThat(sent).hasSizeGreaterThanOrEqualTo(20);
        try (Migration migration = world.migration()) {
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }
}
