package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Crash;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process is killed once a first entry was created, before it was read back, and a colleague corrects that row. */
class EditedCanaryTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene killedAfterTheFirstResponse(Profiles target) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        AtomicBoolean killed = new AtomicBoolean();
        scene.atTarget.beforeList = query -> {
            if (scene.atTarget.posts() > 0 && killed.compareAndSet(false, true)) {
                throw new Crash();
            }
        };
        assertThat(scene.applyUnlessKilled()).isEmpty();
        assertThat(scene.target.entries()).hasSize(1);
        return scene;
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void isAConflictAndTheRestIsSent(Profiles target, Change change) {
        Scene scene = killedAfterTheFirstResponse(target);
        TimeEntry edited = scene.others.edit(scene.newest(), change);

        ApplyReport report = scene.apply();

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.target.entries()).hasSize(ENTRIES);
        assertThat(scene.findings.name(edited.id())).isTrue();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);

        ApplyReport again = scene.apply();
        assertThat(again.outcome()).as("of a further run").isEqualTo(Outcome.DIFFERENT);
        assertThat(again.posts()).isZero();
        assertThat(scene.atTarget.posts()).isEqualTo(ENTRIES);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void isNotDeletedByUndo(Profiles target, Change change) {
        Scene scene = killedAfterTheFirstResponse(target);
        scene.others.edit(scene.newest(), change);
        scene.apply();

        UndoReport report = scene.undo();

        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.target.entries()).hasSize(1);
    }

    /** What is read back at once was changed by the service, and stops the run before more is sent. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void stopsTheRunWhereTheServiceChangesWhatItIsSent(Profiles target, Change change) {
        Scene scene = killedAfterTheFirstResponse(target);
        scene.others.edit(scene.newest(), change);
        scene.atTarget.reply = (entry, service) -> service.store(change.in(service.commit(entry), service.placement()))
                .id();

        ApplyReport report = scene.apply();

        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary()).isPresent();
        assertThat(scene.atTarget.posts()).as("one before the kill, one after").isEqualTo(2);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    /** No user has touched the row. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void isReadBackByTheNextProcess(Profiles target) {
        Scene scene = killedAfterTheFirstResponse(target);

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.atTarget.posts()).isEqualTo(ENTRIES);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }
}
