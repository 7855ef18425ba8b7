package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From A to B with the trailer, an edit on B by another user, and back to A. */
class TrailerReturnTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    private World there(Profiles a, Profiles b, UnaryOperator<TimeEntry.Builder> entry) {
        World there = new World(a, b, directory);
        there.policy = there.policy.toBuilder().marker(Marker.TRAILER).build();
        there.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110"))
                .defaultTask("199")
                .defaultActivity("Work")
                .defaultNote("(no note)")
                .build();
        there.from.add(entry.apply(there.entry(0, DAY, 30, "work").toBuilder()).build());
        try (Migration migration = there.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        return there;
    }

    private static TimeEntry row(World world) {
        return List.copyOf(world.to.rows()).get(0);
    }

    private World back(World there, Mapping mapping) throws Exception {
        World back =
                new World(there.to.profile, there.from.profile, Files.createDirectories(directory.resolve("back")));
        back.policy = Policy.builder().startPolicy(LocalTime.of(9, 0)).build();
        back.mapping = mapping;
        there.to.rows().forEach(back.from::add);
        return back;
    }

    private World returned(World there, Mapping mapping) throws Exception {
        World back = back(there, mapping);
        try (Migration migration = back.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).as("%s", plan.unmapped()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        return back;
    }

    @Test
    void needsNoMappingForWhatWasNotChanged() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, UnaryOperator.identity());

        World back = returned(there, Mapping.builder().build());

        assertThat(row(back).person())
                .isEqualTo(there.from.rows().iterator().next().person());
        assertThat(row(back).project())
                .isEqualTo(there.from.rows().iterator().next().project());
    }

    @Test
    void doesNotGiveARowOfAnotherPersonBackToTheOldOne() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, UnaryOperator.identity());
        there.to.add(row(there).toBuilder().person(there.to.person("2")).build());

        World back = back(there, Mapping.builder().build());
        try (Migration migration = back.migration()) {
            assertThat(migration.plan().unmapped())
                    .singleElement()
                    .matches(unmapped -> unmapped.kind() == EntryField.PERSON
                            && unmapped.id().equals("2"));
        }
        back.mapping = Mapping.builder().people(Map.of("2", "2")).build();
        try (Migration migration = back.migration()) {
            migration.plan();
            migration.apply();
        }
        assertThat(row(back).person().orElseThrow().id()).isEqualTo("2");
    }

    @Test
    void doesNotMoveARowOfAnotherProjectBackToTheOldTask() throws Exception {
        World there = there(
                Profiles.LIVETIMER,
                Profiles.CODEBASE,
                entry -> entry.task(new World(Profiles.LIVETIMER, Profiles.CODEBASE, directory).from.task("20")));
        there.to.add(row(there).toBuilder().project(there.to.project("111")).build());

        World back =
                returned(there, Mapping.builder().projects(Map.of("111", "11")).build());

        assertThat(row(back).task()).isEmpty();
        assertThat(row(back).project().orElseThrow().id()).isEqualTo("11");
    }

    @Test
    void leavesACopiedNoteWithThePersonWhoCopiedIt() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, UnaryOperator.identity());
        there.to.add(row(there).toBuilder()
                .id(there.to.nextId())
                .person(there.to.person("2"))
                .build());

        World back = back(there, Mapping.builder().build());
        try (Migration migration = back.migration()) {
            assertThat(migration.plan().unmapped())
                    .singleElement()
                    .matches(unmapped -> unmapped.id().equals("2") && unmapped.entries() == 1);
        }
        back.mapping = Mapping.builder().people(Map.of("2", "2")).build();
        try (Migration migration = back.migration()) {
            migration.plan();
            migration.apply();
        }
        assertThat(back.to.rows().stream().map(row -> row.person().orElseThrow().id()))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void letsAnExplicitMappingOfThePersonWin() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, UnaryOperator.identity());

        World back = returned(there, Mapping.builder().people(Map.of("1", "2")).build());

        assertThat(row(back).person().orElseThrow().id()).isEqualTo("2");
    }

    @Test
    void letsAnExplicitMappingOfTheProjectWinOverTheRetainedTaskToo() throws Exception {
        World there = there(
                Profiles.LIVETIMER,
                Profiles.CODEBASE,
                entry -> entry.task(new World(Profiles.LIVETIMER, Profiles.CODEBASE, directory).from.task("20")));

        World back =
                returned(there, Mapping.builder().projects(Map.of("110", "11")).build());

        assertThat(row(back).task()).isEmpty();
        assertThat(row(back).project().orElseThrow().id()).isEqualTo("11");
    }

    @Test
    void doesNotRestoreAnActivityThatWasChanged() throws Exception {
        World there = there(Profiles.LIVETIMER, Profiles.TEAMPULSE, entry -> entry.note(""));
        assertThat(row(there).note()).startsWith("[hb1 ");
        there.to.add(row(there).toBuilder()
                .activity(ActivityRef.of(there.to.account, "Travel"))
                .build());

        World back = returned(there, Mapping.builder().defaultActivity("31").build());

        assertThat(row(back).activity().orElseThrow().id()).isEqualTo("31");
    }

    @Test
    void keepsANoteThatReplacedTheDefaultOne() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, entry -> entry.note(" "));
        String note = row(there).note();
        assertThat(note).startsWith("(no note)\n[hb1 ");
        there.to.add(row(there).toBuilder()
                .note(note.replace("(no note)", "Call with the client"))
                .build());

        World back = returned(there, Mapping.builder().build());

        assertThat(row(back).note()).isEqualTo("Call with the client");
    }

    @Test
    void removesTheDefaultNoteThatWasNotChanged() throws Exception {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, entry -> entry.note(""));

        assertThat(row(returned(there, Mapping.builder().build())).note()).isEmpty();
    }
}
