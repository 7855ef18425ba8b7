package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first entries of each kind catch. */
class CanaryTest extends EngineTest {
    @Test
    void aListBlindToTheRowsOfOthersStopsAtTheCanary() {
        world.seed(10);
        plan();
        world.target.listed = rows -> List.of();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary()).isPresent();
        assertThat(world.target.posts).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "person", "start", "duration", "billable", "project"})
    void stopsAtTheFirstEntryThatComesBackDifferent(String field) {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110", "11", "111"))
                .defaultBillable(Billable.YES)
                .build();
        world.seed(10);
        plan();
        world.to.storing = row -> switch (field) {
            case "note" -> row.toBuilder().note("?").build();
            case "person" -> row.toBuilder().person(world.to.person("9")).build();
            case "project" -> row.toBuilder().project(world.to.project("9")).build();
            case "billable" -> row.toBuilder().billable(Billable.NO).build();
            case "start" ->
                row.toBuilder()
                        .workTime(WorkTime.from(
                                ((WorkTime.Interval) row.workTime()).start().plusHours(1),
                                row.workTime().duration()))
                        .build();
            default ->
                row.toBuilder()
                        .workTime(WorkTime.from(
                                ((WorkTime.Interval) row.workTime()).start(),
                                row.workTime().duration().plusMinutes(1)))
                        .build();
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
        Set<EntryField> fields = report.canary().orElseThrow().fields();
        assertThat(fields).containsExactly(EntryField.valueOf(field.toUpperCase(Locale.ROOT)));
        FieldDifference difference = report.canary().orElseThrow().differences().get(0);
        assertThat(difference.planned().isPresent()).isNotEqualTo(field.equals("note"));
        assertThat(difference.found().isPresent()).isNotEqualTo(field.equals("note"));
        assertThat(report.problem().orElseThrow()).contains("a different " + field + " than was sent");
        assertThat(apply().outcome()).as("again").isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
        try (Migration migration = world.migration()) {
            UndoReport undone = migration.undo();
            assertThat(undone.retained()).isEmpty();
            assertThat(undone.deleted()).isEqualTo(1);
        }
    }

    @Test
    void catchesAWrongZoneInTheConfiguration() {
        world.seed(10);
        plan();
        // The service takes the wall clock for one of its own zone, an hour away from the one configured.
        world.to.storing = row -> row.toBuilder()
                .workTime(WorkTime.from(
                        ((WorkTime.Interval) row.workTime())
                                .start()
                                .toLocalDateTime()
                                .atOffset(ZoneOffset.ofHours(-6)),
                        row.workTime().duration()))
                .build();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary().orElseThrow().fields()).containsExactly(EntryField.START);
    }

    @Test
    void readsBackFewEntriesOfEachKindAndNotAll() {
        for (int i = 0; i < 200; i++) {
            world.from.add(world.entry(2 + 2 * (i % 5), DAY.plusDays(i % 250), 10 + i, "work number " + i));
        }
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        // The baseline; and for the one person and project winter, summer and the longest note.
        assertThat(world.target.lists.get()).isBetween(3, 6);
    }

    @Test
    void aServiceThatStoresQuestionMarksIsCaughtByItsFirstForeignLetter() {
        world.seed(20);
        world.from.add(world.entry(2, DAY, 20, "Grüße 🙂"));
        plan();
        world.to.storing = row ->
                row.toBuilder().note(row.note().replaceAll("[^ -~]", "?")).build();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary().orElseThrow().fields()).containsExactly(EntryField.NOTE);
    }

    @Test
    void stopsAPersonAndProjectWhoseFirstThreeEntriesAreRefused() {
        world.seed(40);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.project().orElseThrow().id().equals("110")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        long refused = world.from.rows().stream()
                .filter(row -> row.project().orElseThrow().id().equals("10"))
                .count();
        ApplyReport report = apply();
        assertThat(report.states()).containsEntry(EntryState.REJECTED, refused);
        assertThat(report.posts()).isEqualTo(40 - refused + 3);
        VerifyReport verified = verify();
        assertThat(verified.notAttempted()).isEqualTo(refused - 3);
        assertThat(verified.summary())
                .as("what the target refused, and what was not sent")
                .startsWith("NOT FINISHED: 3 rejected, " + (refused - 3) + " not sent as a result; ");
    }

    @Test
    void catchesACredentialOfSomebodyElse() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.seed(5);
        world.target = new FakeTracker(world.to, "7");
        world.target.toldOwner = FakeService.OWNER;
        plan();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
    }

    @Test
    void sendsNothingByACredentialThatIsKnownToBeOfSomebodyElse() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.seed(5);
        world.target = new FakeTracker(world.to, "7");
        plan();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(0);
    }
}
