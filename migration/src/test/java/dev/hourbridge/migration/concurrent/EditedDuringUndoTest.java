package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A colleague works on a row while undo is deleting others of the same month. */
class EditedDuringUndoTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene migrated(Profiles target) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        return scene;
    }

    /** Once undo is about to delete its first row, something happens to a later row of the same person. */
    private static void onFirstDelete(Scene scene, UnaryOperator<TimeEntry> happens) {
        List<TimeEntry> changed = new ArrayList<>();
        scene.atTarget.beforeDelete = id -> {
            if (changed.isEmpty()) {
                changed.add(happens.apply(scene.targetRow("work 7")));
                assertThat(changed.get(0).id()).isNotEqualTo(id);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void isRetainedAndNamed(Profiles target, Change change) {
        Scene scene = migrated(target);
        onFirstDelete(scene, row -> scene.others.edit(row, change));

        UndoReport report = scene.undo();

        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.deleted()).isEqualTo(ENTRIES - 1);
        assertThat(scene.target.entries())
                .singleElement()
                .satisfies(row -> assertThat(scene.findings.name(row.id())).isTrue());
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void isRetainedWhereItWasInvoiced(Profiles target) {
        Scene scene = migrated(target);
        onFirstDelete(
                scene,
                row -> scene.others.edit(
                        row.toBuilder().invoice(Invoice.numbered("7")).build()));

        UndoReport report = scene.undo();

        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    /** What was deleted by another user is not deleted again under its new id. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void isRetainedUnderItsNewIdWhereItWasRecreated(Profiles target) {
        Scene scene = migrated(target);
        onFirstDelete(scene, scene.others::recreate);

        UndoReport report = scene.undo();

        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(report.deleted()).isEqualTo(ENTRIES - 1);
        assertThat(report.alreadyDeleted()).isEqualTo(1);
    }
}
