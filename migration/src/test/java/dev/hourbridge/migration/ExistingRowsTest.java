package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that were on the target before. */
class ExistingRowsTest extends EngineTest {
    /** The same services with a ledger of their own. */
    private World again() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("again"));
        directory.resolve("again").toFile().mkdirs();
        world.from.rows().forEach(other.from::add);
        world.to.rows().forEach(other.to::add);
        return other;
    }

    @Test
    void stopsWhenEqualRowsWereThereBefore() {
        world.from.add(world.entry(4, DAY, 30, "twin"));
        plan();
        apply();
        world.to.rows().forEach(row -> world.to.add(row));
        world = again();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.existingRows()).isEqualTo(1);
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(report.equalRows()).isEqualTo(1);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void adoptsEqualRowsSoThatALostLedgerDoublesNothing() {
        world.seed(20);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        world = again();
        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().adopted()).isEqualTo(20);
        }
        assertThat(world.to.rows()).as("undo never touches what was adopted").hasSize(20);
    }

    @Test
    void createsBesideEqualRowsIfTold() {
        world.seed(5);
        plan();
        apply();
        world = again();
        world.policy = world.policy.toBuilder().existing(ExistingRows.CREATE).build();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(10);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRowOfOursThatSomebodyMovedToAPersonPlannedLaterIsNoRowFromBefore() {
        world.seed(3);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        TimeEntry moved = world.to.rows().iterator().next();
        world.to.add(moved.toBuilder().person(world.to.person("2")).build());
        world.from.add(world.entry(9, World.LAST, 45, "by the other").toBuilder()
                .person(world.from.person("2"))
                .build());
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(4);
        assertThat(verify().verdicts())
                .as("one moved away")
                .containsEntry(Verdict.DIFFERENT, 1L)
                .containsEntry(Verdict.SAME_WITH_LOSS, 3L);
        assertThat(apply().posts()).isZero();
    }

    @Test
    void aCanaryThatTheTargetStoredForAnotherPersonCanBeUndoneOnceThatOneIsPlanned() {
        world.seed(3);
        plan();
        world.to.storing = row -> row.toBuilder().person(world.to.person("2")).build();
        assertThat(apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "2"))
                .projects(Map.of("10", "110", "11", "111"))
                .build();
        plan();
        assertThat(apply().outcome()).as("until somebody looked").isEqualTo(Outcome.NEEDS_INPUT);
        verify();
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().deleted()).isEqualTo(1);
        }
        assertThat(world.to.rows()).isEmpty();
    }

    /** Entries and rows that agree in all but tags, billable and activity; the rows in another order than the entries. */
    private void addThatDifferInTheRest() {
        for (String tag : List.of("a", "b", "c")) {
            world.from.add(world.entry(4, DAY, 30, "same").toBuilder()
                    .tags(List.of(tag))
                    .billable(tag.equals("a") ? Billable.YES : Billable.NO)
                    .build());
        }
    }

    private static List<String> details(World world) {
        return world.to.rows().stream()
                .map(row -> row.tags() + " " + row.billable() + " " + row.activity())
                .toList();
    }

    private void adoptInReverseOrder(Marker marker) {
        List<TimeEntry> rows = new ArrayList<>(world.to.rows());
        Collections.reverse(rows);
        World other = new World(world.from.profile, world.to.profile, directory.resolve("again"));
        directory.resolve("again").toFile().mkdirs();
        world.from.rows().forEach(other.from::add);
        rows.forEach(row -> other.to.add(row.toBuilder().id(other.to.nextId()).build()));
        other.policy = world.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .marker(marker)
                .build();
        other.mapping = world.mapping;
        world = other;
        List<String> before = details(world);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
        VerifyReport report = verify();
        assertThat(report.verdicts()).doesNotContainKey(Verdict.DIFFERENT);
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(details(world)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Marker.class)
    void adoptsTheRowsThatAgreeInTagsAndBillableTooBeforeAllOthers(Marker marker) {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        addThatDifferInTheRest();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);

        adoptInReverseOrder(marker);
    }

    @Test
    void adoptsTheRowWithTheSameActivityBeforeAllOthers() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMPULSE, directory);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .activities(Map.of("30", "Development", "31", "Travel"))
                .defaultTask("199")
                .build();
        for (String activity : List.of("30", "31")) {
            world.from.add(world.entry(4, DAY, 30, "same").toBuilder()
                    .activity(ActivityRef.of(world.from.account, activity))
                    .build());
        }
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);

        adoptInReverseOrder(Marker.NONE);
    }

    @Test
    void adoptsTheExactRowWhereOneEntryHasSeveralEqualRows() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        world.from.add(world.entry(4, DAY, 30, "same").toBuilder()
                .billable(Billable.YES)
                .build());
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        TimeEntry exact = world.to.rows().iterator().next();
        world = again();
        world.to.rows().forEach(row -> world.to.remove(row.id()));
        world.to.add(
                exact.toBuilder().id(world.to.nextId()).billable(Billable.NO).build());
        world.to.add(exact.toBuilder().id(world.to.nextId()).build());
        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();

        plan();
        apply();

        assertThat(verify().verdicts()).doesNotContainKey(Verdict.DIFFERENT);
    }

    @Test
    void adoptsTheExactRowFirstWhenAnEarlierRunStopped() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        addThatDifferInTheRest();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        List<TimeEntry> rows = new ArrayList<>(world.to.rows());
        Collections.reverse(rows);
        world = again();
        world.to.rows().forEach(row -> world.to.remove(row.id()));
        rows.forEach(row -> world.to.add(row.toBuilder().id(world.to.nextId()).build()));
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);

        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);

        assertThat(world.target.posts).hasValue(0);
        assertThat(verify().verdicts()).doesNotContainKey(Verdict.DIFFERENT);
    }
}
