package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Undo counts what is left on the target at its end, and believes no DELETE. */
class UndoThatDeletesNothingTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene planned(Profiles target) {
        return Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
    }

    private static void assertNamesEveryRow(Scene scene, UndoReport report) {
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.target.entries())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(scene.findings.name(row.id()))
                        .as("row %s is named in %s", row.id(), scene.findings.all())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void namesEveryRowThatTheServiceSaidItDeletedAndDidNot(Profiles target) {
        Scene scene = planned(target);
        scene.apply();
        scene.atTarget.deletes = false;

        UndoReport report = scene.undo();

        assertNamesEveryRow(scene, report);
        assertThat(report.deleted()).isZero();

        scene.atTarget.deletes = true;
        assertThat(scene.undo().outcome()).as("of a service that deletes").isEqualTo(Outcome.DONE);
        assertThat(scene.target.entries()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void namesTheRowThatCameBack(Profiles target) {
        Scene scene = planned(target);
        scene.apply();
        TimeEntry restored = scene.targetRow("work 7");
        scene.atTarget.beforeDelete = id -> scene.atTarget.deletes = !id.equals(restored.id());

        UndoReport report = scene.undo();

        assertNamesEveryRow(scene, report);
        assertThat(report.deleted()).isEqualTo(ENTRIES - 1);
    }

    /** A proxy sent one request twice; verify has reported the second row. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void namesADuplicateThatVerifyHasReported(Profiles target) {
        Scene scene = planned(target);
        scene.atTarget.on("work 7", Reply.duplicated());
        scene.apply();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);

        UndoReport report = scene.undo();

        assertThat(scene.targetRows("work 7")).as("it may be another user's").hasSize(1);
        assertNamesEveryRow(scene, report);
        assertThat(report.retained())
                .extracting(row -> row.targetId().orElse(""))
                .containsExactly(idOfTheOne(scene));
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void namesADuplicateThatNothingHasReportedYet(Profiles target) {
        Scene scene = planned(target);
        scene.atTarget.on("work 7", Reply.duplicated());
        scene.apply();

        assertNamesEveryRow(scene, scene.undo());
    }

    /** A dry run reports the same and changes nothing. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void saysInADryRunWhatItWouldDo(Profiles target) {
        Scene scene = planned(target);
        scene.apply();
        scene.others.edit(scene.targetRow("work 7"), Change.NOTE);
        List<TimeEntry> before = scene.target.entries();

        UndoReport report;
        try (Migration migration = scene.builder().build()) {
            report = migration.previewUndo();
        }

        assertThat(scene.target.entries()).isEqualTo(before);
        assertThat(report.deleted()).isEqualTo(ENTRIES - 1);
        assertThat(report.retained()).hasSize(1);
        assertThat(scene.apply().posts()).as("the ledger is as it was").isZero();
        assertThat(scene.undo().deleted()).isEqualTo(ENTRIES - 1);
    }

    private static String idOfTheOne(Scene scene) {
        return scene.target.entries().get(0).id().id();
    }
}
