package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The response to a create is lost, and a colleague corrects the new row before it was looked for. */
class EditedRowInDoubtTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void isNotSentAgain(Profiles target, Change change, Age age) {
        Scene scene = Scene.onto(target, directory).seed(8, age.firstDay).planned();
        List<TimeEntry> stored = new ArrayList<>();
        scene.atTarget.on("work 7", Reply.lostAnd(row -> {
            stored.add(row);
            scene.time.after(SOON, () -> scene.others.edit(row, change));
        }));

        assertStaysInDoubt(scene, stored);
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void isNotSentAgainWhereNoteAndMinutesWereCorrected(Profiles target, Age age) {
        Scene scene = Scene.onto(target, directory).seed(8, age.firstDay).planned();
        List<TimeEntry> stored = new ArrayList<>();
        scene.atTarget.on("work 7", Reply.lostAnd(row -> {
            stored.add(row);
            scene.time.after(SOON, () -> scene.others.edit(row, Change.NOTE, Change.MINUTES));
        }));

        assertStaysInDoubt(scene, stored);
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void isNotSentAgainByAnotherProcess(Profiles target, Change change, Age age) {
        Scene scene = Scene.onto(target, directory).seed(8, age.firstDay).planned();
        scene.atTarget.on("work 7", Reply.killedAfterCommit());
        assertThat(scene.applyUnlessKilled()).isEmpty();
        TimeEntry row = scene.newest();
        scene.others.edit(row, change);

        assertStaysInDoubt(scene, List.of(row));
    }

    private static void assertStaysInDoubt(Scene scene, List<TimeEntry> stored) {
        ApplyReport report = scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.entry("work 7").state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(stored)
                .singleElement()
                .satisfies(row -> assertThat(scene.findings.name(row.id()))
                        .as("row %s is named in %s", row.id(), scene.findings.all())
                        .isTrue());
        assertThat(scene.findings.name(scene.entry("work 7").sourceId())).isTrue();
        assertThat(scene.verify().outcome()).isNotEqualTo(Outcome.DONE);

        assertThat(scene.apply().posts()).as("of a further run").isZero();
        scene.others.assertNothingOfTheirsWasTouched();
    }
}
