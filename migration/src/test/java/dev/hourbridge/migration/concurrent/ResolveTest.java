package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The user decides on an entry in doubt whose row a colleague may have corrected. */
class ResolveTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    /** The row as the colleague left it, the newest state last. */
    private final Deque<TimeEntry> states = new ArrayDeque<>();

    private Scene inDoubt(Profiles target, Change change) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        scene.atTarget.on(
                "work 7",
                Reply.lostAnd(row ->
                        scene.time.after(Duration.ofSeconds(30), () -> states.add(scene.others.edit(row, change)))));
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        return scene;
    }

    private TimeEntry edited() {
        return states.getLast();
    }

    private static void decide(Scene scene, Consumer<Migration> decision) {
        try (Migration migration = scene.builder().build()) {
            decision.accept(migration);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void itIsThatRow(Profiles target, Change change) {
        Scene scene = inDoubt(target, change);
        String source = scene.entry("work 7").sourceId();

        decide(scene, migration -> migration.resolveAsRow(source, edited().id().id()));

        assertThat(scene.entry("work 7").state()).isEqualTo(EntryState.RECOVERED);
        assertThat(scene.entry("work 7").targetId()).contains(edited().id().id());
        ApplyReport report = scene.apply();
        assertThat(report.posts()).isZero();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).as("it differs from the plan").isEqualTo(Outcome.DIFFERENT);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void itIsAbsent(Profiles target, Change change) {
        Scene scene = inDoubt(target, change);
        String source = scene.entry("work 7").sourceId();

        decide(scene, migration -> migration.resolveAsAbsent(source));
        ApplyReport report = scene.apply();

        assertThat(report.posts()).isEqualTo(1);
        assertThat(scene.atTarget.posts("work 7")).isEqualTo(2);
        assertThat(scene.target.entries()).hasSize(ENTRIES + 1);
        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(scene.verify().outcome()).as("the user looked at the row").isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void theRowIsUnrelated(Profiles target, Change change) {
        Scene scene = inDoubt(target, change);

        decide(scene, migration -> migration.resolveAsUnrelated(edited().id().id()));
        ApplyReport report = scene.apply();

        assertThat(report.posts()).isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).as("the user is not asked again").isEqualTo(Outcome.DONE);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    /** The decision was made on other values. */
    @ParameterizedTest
    @EnumSource
    void theDecisionOnARowExpiresWhenTheRowChanges(Profiles target) {
        Scene scene = inDoubt(target, Change.MINUTES);
        decide(scene, migration -> migration.resolveAsUnrelated(edited().id().id()));
        states.add(scene.others.edit(edited(), Change.MINUTES));

        ApplyReport report = scene.apply();

        assertThat(report.posts()).isZero();
        assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.entry("work 7").state()).isEqualTo(EntryState.IN_DOUBT);
    }

    /** Undo compares the row with what was sent, although the user chose it. */
    @ParameterizedTest
    @EnumSource
    void undoRetainsARowThatDiffersFromWhatWasSent(Profiles target) {
        Scene scene = inDoubt(target, Change.MINUTES);
        String source = scene.entry("work 7").sourceId();
        decide(scene, migration -> migration.resolveAsRow(source, edited().id().id()));

        UndoReport report = scene.undo();

        scene.others.assertNothingOfTheirsWasTouched();
        assertThat(report.deleted()).isEqualTo(ENTRIES - 1);
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
    }
}
