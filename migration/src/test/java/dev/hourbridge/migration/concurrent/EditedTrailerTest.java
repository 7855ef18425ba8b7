package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries go to another service with a trailer, are edited there, and come back. */
class EditedTrailerTest {
    private static final Map<String, String> SAME_PEOPLE = Map.of("1", "1", "2", "2");

    @TempDir
    Path directory;

    /** Services with people and projects that can be changed, and room for a trailer; both ways between them. */
    static Stream<Arguments> waysThereAndBack() {
        return Stream.of(
                Arguments.of(Profiles.TEAMWORK, Profiles.CODEBASE),
                Arguments.of(Profiles.CODEBASE, Profiles.TEAMWORK),
                Arguments.of(Profiles.LIVETIMER, Profiles.TEAMWORK),
                Arguments.of(Profiles.LIVETIMER, Profiles.CODEBASE),
                Arguments.of(Profiles.TEAMWORK, Profiles.LIVETIMER));
    }

    private Scene there(Profiles from, Profiles to) {
        Scene scene = new Scene(from, to, directory);
        scene.policy = scene.policy.toBuilder().marker(Marker.TRAILER).build();
        scene.seed(8, Age.HISTORICAL.firstDay).planned();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        return scene;
    }

    /** The way back into an account without entries. */
    private Scene reversed(Scene there, Map<String, String> people) {
        Path second = directory.resolve("back");
        assertThat(second.toFile().mkdirs()).isTrue();
        Scene scene = there.reversed(second, people);
        scene.policy = scene.policy.toBuilder().marker(Marker.NONE).build();
        return scene;
    }

    private Scene back(Scene there, Map<String, String> people) {
        Scene scene = reversed(there, people).planned();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        return scene;
    }

    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void goesBackToThePersonThatItHasNow(Profiles from, Profiles to) {
        Scene there = there(from, to);
        TimeEntry row = there.targetRow("work 7");
        there.others.edit(
                row.toBuilder().person(PersonRef.of(row.id().account(), "2")).build());

        assertThat(back(there, SAME_PEOPLE).targetRow("work 7").person().map(PersonRef::id))
                .contains("2");
    }

    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void asksWhoThePersonIsThatItHasNow(Profiles from, Profiles to) {
        Scene there = there(from, to);
        TimeEntry row = there.targetRow("work 7");
        there.others.edit(
                row.toBuilder().person(PersonRef.of(row.id().account(), "2")).build());

        MigrationPlan plan = reversed(there, Map.of()).plan();

        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(plan.unmapped()).singleElement().satisfies(unmapped -> {
            assertThat(unmapped.kind()).isEqualTo(EntryField.PERSON);
            assertThat(unmapped.entries()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void goesBackToTheProjectThatItHasNow(Profiles from, Profiles to) {
        Scene there = there(from, to);
        there.others.edit(there.targetRow("work 7"), Change.PLACE);

        assertThat(back(there, SAME_PEOPLE).targetRow("work 7").project().map(project -> project.id()))
                .contains("18");
    }

    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void aCopiedNoteDoesNotGiveAnEntryToAnotherPerson(Profiles from, Profiles to) {
        Scene there = there(from, to);
        TimeEntry ofTwo = there.targetRow("work 8");
        there.others.edit(
                ofTwo.toBuilder().note(there.targetRow("work 7").note()).build());

        Scene back = back(there, SAME_PEOPLE);

        assertThat(back.targetRows("work 7"))
                .extracting(row -> row.person().map(PersonRef::id).orElse(""))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(back.targetRows("work 7"))
                .extracting(row -> row.project().map(project -> project.id()).orElse(""))
                .containsExactlyInAnyOrder("10", "11");
    }

    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void anExplicitMappingWinsOverTheTrailer(Profiles from, Profiles to) {
        Scene there = there(from, to);

        Scene back = back(there, Map.of("1", "2", "2", "1"));

        assertThat(back.targetRow("work 7").person().map(PersonRef::id)).contains("2");
        assertThat(back.targetRow("work 8").person().map(PersonRef::id)).contains("1");
    }

    /** The control: without a change the trailer still gives person and place. */
    @ParameterizedTest
    @MethodSource("waysThereAndBack")
    void returnsUnchangedEntriesToWhereTheyCameFrom(Profiles from, Profiles to) {
        Scene there = there(from, to);

        Scene back = back(there, Map.of());

        assertThat(back.onTarget())
                .isEqualTo(Rows.count(there.source.entries().stream().map(Rows::line)));
    }
}
