package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that the mapping skips. */
class SkipTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    private World world;

    @BeforeEach
    void start() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.mapping = mapping().build();
    }

    private static Mapping.Builder mapping() {
        return Mapping.builder().people(Map.of("1", "1")).projects(Map.of("10", "110"));
    }

    private TimeEntry.Builder add(String note) {
        return world.entry(2, DAY, 30, note).toBuilder();
    }

    private MigrationPlan run() {
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).as("%s", plan.unmapped()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            return plan;
        }
    }

    private List<String> notes() {
        return world.to.rows().stream().map(TimeEntry::note).toList();
    }

    private VerifyReport verify() {
        try (Migration migration = world.migration()) {
            return migration.verify();
        }
    }

    @Test
    void leavesOutAPersonAProjectAndATaskAndCountsThem() {
        world.mapping = mapping()
                .skip(EntryField.PERSON, Set.of("31"))
                .skip(EntryField.PROJECT, Set.of("12"))
                .skip(EntryField.TASK, Set.of("40"))
                .build();
        world.from.add(add("sent").build());
        world.from.add(add("person").person(world.from.person("31")).build());
        world.from.add(add("project").project(world.from.project("12")).build());
        world.from.add(add("task").task(world.from.task("40")).build());

        MigrationPlan plan = run();

        assertThat(notes()).containsExactly("sent");
        assertThat(plan.entries()).isEqualTo(1);
        assertThat(plan.sourceDuration()).isEqualTo(Duration.ofMinutes(30));
        assertThat(plan.skippedEntries()).isEqualTo(3);
        assertThat(plan.skippedDuration()).isEqualTo(Duration.ofMinutes(90));
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.skipped()).isEqualTo(3);
        assertThat(report.source().isUnchanged()).isTrue();
        assertThat(report.summary())
                .isEqualTo("The 1 entry is on the target, 1 with declared loss. 30 of 30 minutes. 3 entries skipped.");
    }

    @Test
    void asksForNothingThatOnlySkippedEntriesNeed() {
        world.mapping = mapping().skip(EntryField.PERSON, Set.of("31")).build();
        world.from.add(add("unknown everything")
                .person(world.from.person("31"))
                .project(world.from.project("99"))
                .build());

        MigrationPlan plan = run();

        assertThat(plan.unmapped()).isEmpty();
        assertThat(plan.losses()).isEmpty();
        assertThat(verify().summary()).isEqualTo("There was nothing to migrate. 1 entry skipped.");
    }

    @Test
    void followsARuleThatSkips() {
        world.mapping = mapping()
                .work(List.of(WorkRule.builder()
                        .fromPerson("1")
                        .fromProject("12")
                        .skip()
                        .build()))
                .build();
        world.from.add(add("sent").build());
        world.from.add(add("skipped").project(world.from.project("12")).build());

        assertThat(run().skippedEntries()).isEqualTo(1);
        assertThat(notes()).containsExactly("sent");
    }

    @Test
    void letsARuleThatNamesTheSkippedIdWin() {
        world.mapping = Mapping.builder()
                .projects(Map.of("10", "110", "11", "111"))
                .skip(EntryField.PERSON, Set.of("31"))
                .work(List.of(WorkRule.builder()
                        .fromPerson("31")
                        .fromProject("10")
                        .toPerson("1")
                        .build()))
                .build();
        world.from.add(add("by the rule").person(world.from.person("31")).build());
        world.from.add(add("skipped")
                .person(world.from.person("31"))
                .project(world.from.project("11"))
                .build());

        assertThat(run().skippedEntries()).isEqualTo(1);
        assertThat(notes()).containsExactly("by the rule");
    }

    @Test
    void doesNotLetARuleWinThatNamesOtherFields() {
        world.mapping = mapping()
                .skip(EntryField.PERSON, Set.of("31"))
                .work(List.of(
                        WorkRule.builder().fromProject("10").toProject("111").build()))
                .build();
        world.from.add(add("skipped").person(world.from.person("31")).build());

        assertThat(run().skippedEntries()).isEqualTo(1);
        assertThat(notes()).isEmpty();
    }

    @Test
    void reportsWhatWasSentBeforeAndLeavesItOnTheTarget() {
        world.from.add(add("sent first").build());
        run();
        world.mapping = Mapping.builder()
                .projects(Map.of("10", "110"))
                .skip(EntryField.PERSON, Set.of("1"))
                .build();
        world.from.add(add("never sent").build());

        MigrationPlan plan = run();

        assertThat(plan.sentAndSkipped()).isEqualTo(1);
        assertThat(plan.skippedEntries()).isEqualTo(1);
        assertThat(notes()).containsExactly("sent first");
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void countsASkippedEntryThatAppearsLaterNotAsAddedAtTheSource() {
        world.mapping = mapping().skip(EntryField.PERSON, Set.of("31")).build();
        world.from.add(add("sent").build());
        run();
        world.from.add(add("skipped").person(world.from.person("31")).build());
        assertThat(verify().source().isUnchanged()).isTrue();
        world.from.add(add("another").build());
        assertThat(verify().source().added()).isEqualTo(1);
    }

    @Test
    void isAnotherPlanThanWithoutIt() {
        world.from.add(add("sent").build());
        world.mapping = mapping().build();
        try (Migration migration = world.migration()) {
            migration.plan();
        }
        world.mapping = mapping().skip(EntryField.PROJECT, Set.of("12")).build();
        try (Migration migration = world.migration()) {
            assertThatThrownBy(migration::apply).isInstanceOf(LedgerException.class);
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatThrownBy(() -> mapping().skip(EntryField.PERSON, Set.of("1")).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the mapped id 1");
        assertThatThrownBy(() -> mapping().skip(EntryField.NOTE, Set.of("1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("PERSON, PROJECT, TASK or ACTIVITY");
        assertThatThrownBy(() -> mapping().skip(EntryField.TASK, Set.of(" ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a blank id");
        assertThatThrownBy(() ->
                        WorkRule.builder().fromTask("1").toTask("2").skip().build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("skips and maps");
        assertThatThrownBy(() -> WorkRule.builder()
                        .fromTask("1")
                        .withoutTask()
                        .toTask("2")
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("for a task and for entries without a task");
    }
}
