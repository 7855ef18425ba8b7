package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a rule, a map and a default gives a value, and what a rule declares as lost. */
class WorkRuleTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    private World world(Profiles from, Profiles to) {
        World world = new World(from, to, directory);
        world.mapping = mapping().build();
        return world;
    }

    private static Mapping.Builder mapping() {
        return Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110"))
                .defaultActivity("Work")
                .defaultNote("(no note)");
    }

    /** An entry of project 10. */
    private static TimeEntry.Builder entry(World world, int minutes) {
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(world.from.nextId())
                .person(world.from.person("1"))
                .note("work")
                .workTime(WorkTime.on(DAY, Duration.ofMinutes(minutes)));
        return world.from.can(EntryField.PROJECT) ? entry.project(world.from.project("10")) : entry;
    }

    private static Map<EntryField, LossKind> losses(World world) {
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).as("%s", plan.unmapped()).isEqualTo(Outcome.DONE);
            Map<EntryField, LossKind> losses = new TreeMap<>();
            plan.losses().forEach(loss -> losses.put(loss.field(), loss.kind()));
            return losses;
        }
    }

    private static List<String> tasks(World world) {
        List<String> tasks = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        world.to
                .rows()
                .forEach(row -> tasks.add(row.task().orElseThrow().id() + ":"
                        + row.workTime().duration().toMinutes()));
        return tasks;
    }

    @Test
    void replacesATaskThatItDoesNotNameAndDeclaresItDropped() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .work(List.of(WorkRule.builder().fromProject("10").toTask("120").build()))
                .build();
        world.from.add(entry(world, 30).task(world.from.task("20")).build());

        assertThat(losses(world)).containsEntry(EntryField.TASK, LossKind.DROPPED);
    }

    @Test
    void replacesATaskThatItNamesWithoutALoss() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .work(List.of(WorkRule.builder().fromTask("20").toTask("120").build()))
                .build();
        world.from.add(entry(world, 30).task(world.from.task("20")).build());

        assertThat(losses(world)).doesNotContainKey(EntryField.TASK);
    }

    @Test
    void doesNotCallATaskMappedThatItDoesNotName() {
        World world = world(Profiles.TEAMWORK, Profiles.LIVETIMER);
        world.mapping = mapping()
                .work(List.of(
                        WorkRule.builder().fromProject("10").toProject("111").build()))
                .build();
        world.from.add(entry(world, 30).task(world.from.task("20")).build());

        assertThat(losses(world)).containsEntry(EntryField.TASK, LossKind.DROPPED);
    }

    @Test
    void callsATaskMappedThatChoseTheProject() {
        World world = world(Profiles.TEAMWORK, Profiles.LIVETIMER);
        world.mapping = mapping()
                .work(List.of(WorkRule.builder().fromTask("20").toProject("111").build()))
                .build();
        world.from.add(entry(world, 30).task(world.from.task("20")).build());

        assertThat(losses(world)).containsEntry(EntryField.TASK, LossKind.MAPPED);
    }

    @Test
    void declaresAReplacedActivityProjectAndPerson() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .people(Map.of("1", "1", "2", "2"))
                .activities(Map.of("30", "Development"))
                .work(List.of(WorkRule.builder()
                        .fromTask("20")
                        .toTask("120")
                        .toPerson("2")
                        .toActivity("Travel")
                        .build()))
                .build();
        world.from.add(world.entry(0, DAY, 30, "work").toBuilder()
                .task(world.from.task("20"))
                .build());

        assertThat(losses(world))
                .containsEntry(EntryField.PERSON, LossKind.DROPPED)
                .containsEntry(EntryField.ACTIVITY, LossKind.DROPPED)
                .doesNotContainKey(EntryField.TASK);
    }

    @Test
    void declaresAProjectThatAPersonsRuleReplaced() {
        World world = world(Profiles.TEAMWORK, Profiles.LIVETIMER);
        world.mapping = mapping()
                .work(List.of(
                        WorkRule.builder().fromPerson("1").toProject("111").build()))
                .build();
        world.from.add(entry(world, 30).build());

        assertThat(losses(world)).containsEntry(EntryField.PROJECT, LossKind.DROPPED);
    }

    @Test
    void declaresAProjectThatTheDefaultTaskReplaced() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping().defaultTask("199").build();
        world.from.add(entry(world, 30).build());

        assertThat(losses(world))
                .containsEntry(EntryField.TASK, LossKind.DEFAULTED)
                .containsEntry(EntryField.PROJECT, LossKind.DROPPED);
    }

    @Test
    void keepsTheTicketsOfCodebaseInTeamPulseWhereTheMapNamesThem() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .tasks(Map.of("website/20", "120", "website/21", "121"))
                .work(List.of(WorkRule.builder().fromProject("10").toTask("199").build()))
                .build();
        for (int minutes = 1; minutes <= 4; minutes++) {
            TimeEntry.Builder entry = entry(world, minutes);
            world.from.add(
                    minutes == 4
                            ? entry.build()
                            : entry.task(world.from.task("website/" + (19 + minutes)))
                                    .build());
        }

        assertThat(losses(world)).containsEntry(EntryField.TASK, LossKind.DROPPED);
        assertThat(tasks(world)).containsExactlyInAnyOrder("120:1", "121:2", "199:3", "199:4");
    }

    @Test
    void winsOverTheMapWhereItNamesTheTask() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .tasks(Map.of("website/20", "120"))
                .work(List.of(WorkRule.builder()
                        .fromPerson("1")
                        .fromTask("website/20")
                        .toTask("150")
                        .build()))
                .build();
        world.from.add(entry(world, 1).task(world.from.task("website/20")).build());

        assertThat(tasks(world)).containsExactly("150:1");
    }

    @Test
    void givesATaskToEntriesWithoutOne() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .tasks(Map.of("website/20", "120"))
                .work(List.of(WorkRule.builder()
                        .fromProject("10")
                        .withoutTask()
                        .toTask("199")
                        .build()))
                .build();
        world.from.add(entry(world, 1).build());
        world.from.add(entry(world, 2).task(world.from.task("website/20")).build());

        assertThat(losses(world)).doesNotContainKey(EntryField.TASK);
        assertThat(tasks(world)).containsExactlyInAnyOrder("199:1", "120:2");
    }

    @Test
    void doesNotApplyToATaskIfItIsForEntriesWithoutOne() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .work(List.of(WorkRule.builder().withoutTask().toTask("199").build()))
                .build();
        world.from.add(entry(world, 1).task(world.from.task("website/20")).build());

        try (Migration migration = world.migration()) {
            assertThat(migration.plan().unmapped())
                    .singleElement()
                    .matches(unmapped ->
                            unmapped.kind() == EntryField.TASK && unmapped.id().equals("website/20"));
        }
    }

    @Test
    void givesTheTaskOfTheProjectToEntriesForWhichNothingElseGivesOne() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping()
                .projectTasks(Map.of("10", "199"))
                .tasks(Map.of("website/20", "120"))
                .defaultTask("100")
                .work(List.of(WorkRule.builder()
                        .fromPerson("2")
                        .toPerson("1")
                        .toTask("130")
                        .build()))
                .build();
        world.from.add(entry(world, 1).build());
        world.from.add(entry(world, 2).task(world.from.task("website/20")).build());
        world.from.add(entry(world, 3).person(world.from.person("2")).build());
        world.from.add(entry(world, 4).project(world.from.project("11")).build());

        assertThat(tasks(world)).containsExactlyInAnyOrder("199:1", "120:2", "130:3", "100:4");
    }

    @Test
    void declaresTheTaskThatTheTaskOfTheProjectReplaces() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping().projectTasks(Map.of("10", "199")).build();
        world.from.add(entry(world, 1).task(world.from.task("website/21")).build());

        assertThat(losses(world))
                .containsEntry(EntryField.TASK, LossKind.DROPPED)
                .doesNotContainEntry(EntryField.PROJECT, LossKind.DROPPED);
    }

    private static List<String> unreachable(World world) {
        try (Migration migration = world.migration()) {
            return migration.plan().unreachable().stream()
                    .map(part -> part.key() + " " + part.reason())
                    .toList();
        }
    }

    @Test
    void listsWhatTheTargetStoresNoFieldFor() {
        World world = world(Profiles.LIVETIMER, Profiles.CODEBASE);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "website"))
                .activities(Map.of("30", "Development"))
                .defaultActivity("Work")
                .defaultBillable(Billable.YES)
                .work(List.of(WorkRule.builder()
                        .fromActivity("31")
                        .toActivity("Travel")
                        .build()))
                .build();

        assertThat(unreachable(world))
                .containsExactly(
                        "activities.30 NOT_STORED",
                        "work.1 NOT_STORED",
                        "defaults.activity NOT_STORED",
                        "defaults.billable NOT_STORED");
    }

    @Test
    void listsTheProjectsOfATargetThatHasTasksOnly() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMPULSE);
        world.mapping = mapping().defaultProject("119").defaultTask("199").build();

        assertThat(unreachable(world)).containsExactly("projects.10 NOT_STORED", "defaults.project NOT_STORED");
    }

    @Test
    void listsWhatARuleDecidesFirst() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        WorkRule.Builder task = WorkRule.builder().fromTask("20").toTask("120");
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1", "2", "2"))
                .tasks(Map.of("20", "121", "21", "121"))
                .defaultActivity("Work")
                .work(List.of(
                        task.build(),
                        WorkRule.builder().fromProject("10").toTask("199").build(),
                        task.toTask("122").build()))
                .build();

        assertThat(unreachable(world)).containsExactly("tasks.20 RULE_FIRST", "work.3 REPEATED_RULE");
    }

    @Test
    void doesNotListWhatARuleWithMoreConditionsLeavesToTheMap() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .activities(Map.of("30", "Development"))
                .defaultTask("199")
                .work(List.of(
                        WorkRule.builder()
                                .fromActivity("30")
                                .toActivity("Travel")
                                .build(),
                        WorkRule.builder()
                                .fromPerson("1")
                                .fromProject("10")
                                .toTask("120")
                                .build()))
                .build();
        world.from.add(world.entry(0, DAY, 30, "work"));

        assertThat(unreachable(world)).isEmpty();
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.activity().orElseThrow().id()).isEqualTo("Development"));
    }
}
