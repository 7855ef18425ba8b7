package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A default, a rounding or a policy for starts that is another one on a later run: sent rows are rewritten on demand only. */
class CutoverRemappedTest extends CutoverCase {
    /**
     * What changes in the configuration between two runs.
     *
     * @param affected makes the first of two entries one that the change affects
     * @param rows how many rows differ then, the first one included
     * @param value the value of the field in a row
     */
    private record Changed(
            String what,
            Profiles to,
            BiConsumer<World, TimeEntry.Builder> affected,
            Consumer<World> later,
            int rows,
            EntryField field,
            Function<TimeEntry, Object> value,
            Object before,
            Object after) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Changed> changed() {
        return List.of(
                new Changed(
                        "policy.rounding: step:15",
                        Profiles.TEAMWORK,
                        (world, entry) -> {},
                        world -> world.policy = world.policy.toBuilder()
                                .rounding(Rounding.step(15))
                                .build(),
                        1,
                        EntryField.DURATION,
                        row -> row.workTime().duration(),
                        Duration.ofMinutes(50),
                        Duration.ofMinutes(45)),
                new Changed(
                        "policy.startPolicy",
                        Profiles.TEAMWORK,
                        (world, entry) -> entry.workTime(WorkTime.on(DAY, Duration.ofMinutes(50))),
                        world -> world.policy = world.policy.toBuilder()
                                .startPolicy(LocalTime.of(10, 0))
                                .build(),
                        1,
                        EntryField.START,
                        row -> ((WorkTime.Interval) row.workTime()).start().toLocalTime(),
                        LocalTime.of(9, 0),
                        LocalTime.of(10, 0)),
                new Changed(
                        "defaults.project",
                        Profiles.TEAMWORK,
                        (world, entry) -> entry.project(world.from.project("12")),
                        world ->
                                world.mapping = defaults().defaultProject("118").build(),
                        1,
                        EntryField.PROJECT,
                        row -> row.project().orElseThrow().id(),
                        "119",
                        "118"),
                new Changed(
                        "defaults.person",
                        Profiles.TEAMWORK,
                        (world, entry) -> entry.person(world.from.person("3")),
                        world -> world.mapping = defaults().defaultPerson("2").build(),
                        1,
                        EntryField.PERSON,
                        row -> row.person().orElseThrow().id(),
                        "1",
                        "2"),
                new Changed(
                        "defaults.billable",
                        Profiles.TEAMWORK,
                        (world, entry) -> {},
                        world -> world.mapping =
                                defaults().defaultBillable(Billable.YES).build(),
                        2,
                        EntryField.BILLABLE,
                        TimeEntry::billable,
                        Billable.UNSPECIFIED,
                        Billable.YES),
                new Changed(
                        "defaults.note",
                        Profiles.CODEBASE,
                        (world, entry) -> entry.note(""),
                        world -> world.mapping = defaults().defaultNote("work").build(),
                        1,
                        EntryField.NOTE,
                        TimeEntry::note,
                        "(no note)",
                        "work"),
                new Changed(
                        "defaults.activity",
                        Profiles.TEAMPULSE,
                        (world, entry) -> entry.activity(ActivityRef.of(world.from.account, "31")),
                        world -> world.mapping = defaults()
                                .defaultTask("199")
                                .defaultActivity("Travel")
                                .build(),
                        1,
                        EntryField.ACTIVITY,
                        row -> row.activity().map(ActivityRef::id).orElseThrow(),
                        "Work",
                        "Travel"));
    }

    private static Mapping.Builder defaults() {
        return Mapping.builder()
                .people(Map.of("1", "1", "2", "2"))
                .projects(Map.of("10", "110", "11", "111"))
                .tasks(Map.of("20", "120"))
                .activities(Map.of("30", "130"))
                .defaultPerson("1")
                .defaultProject("119")
                .defaultActivity("Work")
                .defaultNote("(no note)");
    }

    @ParameterizedTest
    @MethodSource("changed")
    void stopsUntilThePolicyIsToUpdate(Changed changed) {
        sent(changed.to, changed.affected);

        changed.later.accept(world);
        world.restart();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(plan.changes().remapped()).isEqualTo(changed.rows);
            assertThat(plan.changes().updates()).isZero();
            assertThat(plan.changes().samples()).hasSize(changed.rows).allSatisfy(change -> {
                assertThat(change.remapped()).isTrue();
                assertThat(change.fields()).extracting(FieldChange::field).containsExactly(changed.field);
            });
            ApplyReport apply = migration.apply();
            assertThat(apply.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(apply.problem().orElseThrow()).contains("policy.remapped");
        }
        assertThat(world.target.updates).hasValue(0);
        assertThat(changed.value.apply(firstRow())).isEqualTo(changed.before);

        world.policy = world.policy.toBuilder().remapped(RemappedEntries.UPDATE).build();
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.updates).hasValue(changed.rows);
        assertThat(changed.value.apply(firstRow())).isEqualTo(changed.after);
        assertNothingIsSent();
    }

    /** The mapping is what a typing error changes; an edit at the source does not make that error a wanted one. */
    @Test
    void anEditedEntryThatIsAlsoMappedDifferentlyStopsToo() {
        sent(Profiles.TEAMWORK, (source, entry) -> entry.project(source.from.project("12")));
        world.mapping = defaults().defaultProject("118").build();
        edit(1, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(firstRow().note()).isEqualTo("work 1");
    }

    /** What the target has no update for stays, whatever the policy is. */
    @Test
    void aDefaultTaskThatTheTargetCannotUpdateIsReported() {
        sent(Profiles.TEAMPULSE, (source, entry) -> {});
        world.policy = world.policy.toBuilder().remapped(RemappedEntries.UPDATE).build();
        world.mapping = defaults().defaultTask("198").build();
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(firstRow().task().orElseThrow().id()).isEqualTo("199");
        assertThat(world.target.updates).hasValue(0);
    }

    /** Two entries of 50 and 60 minutes, sent with these defaults. */
    private void sent(Profiles to, BiConsumer<World, TimeEntry.Builder> affected) {
        startAgain(Profiles.LIVETIMER, to);
        world.mapping = (to == Profiles.TEAMPULSE ? defaults().defaultTask("199") : defaults()).build();
        TimeEntry.Builder first = world.entry(1, DAY, 50, "work 1").toBuilder();
        affected.accept(world, first);
        world.from.add(first.build());
        world.from.add(world.entry(2, DAY.plusDays(1), 60, "work 2"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
    }

    private TimeEntry firstRow() {
        return row(at(1).id().id());
    }
}
