package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An entry is on the target more than once, each time with something else in it, and a user corrects what differs from
 * the plan, as the guide advises.
 */
class CorrectedDuplicateTest {
    @TempDir
    Path directory;

    /** Rows of a request that failed after each attempt. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void isNeverVerifiedWhileOneRowIsTooMany(Profiles target, Change change) {
        Scene scene =
                Scene.onto(target, directory).seed(8, Age.HISTORICAL.firstDay).planned();
        Reply altered = Reply.storedOtherwise(change);
        scene.atTarget.on("work 5", altered, altered, altered);
        scene.atTarget.on("work 7", altered, altered, altered);
        scene.apply();

        correctAll(scene);

        assertIsNotVerifiedUnlessAsPlanned(scene);
        adoptIntoANewLedger(scene);
        assertIsNotVerifiedUnlessAsPlanned(scene);
    }

    /** A row of a request that was throttled all the same: here the entry is sent twice in any case. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void isReportedUntilOneOfTheTwoIsDeleted(Profiles target, Change change) {
        Scene scene =
                Scene.onto(target, directory).seed(8, Age.HISTORICAL.firstDay).planned();
        ThrottledException throttled = Reply.throttled();
        scene.atTarget.on("work 7", Reply.storedOtherwise(() -> throttled, change));
        scene.apply();
        assertThat(scene.target.entries()).hasSize(9);
        correctAll(scene);

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        List<TimeEntry> twins = scene.targetRows("work 7");
        assertThat(twins)
                .hasSize(2)
                .anySatisfy(row -> assertThat(scene.findings.name(row.id())).isTrue());

        adoptIntoANewLedger(scene);
        assertThat(scene.verify().outcome()).as("with a new ledger").isEqualTo(Outcome.DIFFERENT);
    }

    private static void assertIsNotVerifiedUnlessAsPlanned(Scene scene) {
        boolean isAsPlanned = scene.onTarget().equals(scene.expected());
        Outcome outcome = scene.verify().outcome();
        assertThat(isAsPlanned || outcome != Outcome.DONE)
                .as("%s, with %s on the target", outcome, scene.onTarget())
                .isTrue();
    }

    private static void adoptIntoANewLedger(Scene scene) {
        scene.ledger = scene.ledger.resolveSibling("second.db");
        scene.policy = scene.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        scene.planned();
        scene.apply();
    }

    /** Makes every row as the entry was planned whose note it has; rows with another note as "work 7". */
    private static void correctAll(Scene scene) {
        TimeEntry five = correct(scene, "work 5");
        TimeEntry seven = correct(scene, "work 7");
        for (TimeEntry row : scene.target.entries()) {
            if (!scene.expected().containsKey(Rows.line(row))) {
                TimeEntry planned = row.note().startsWith("work 5") ? five : seven;
                scene.target.put(planned.toBuilder().id(row.id()).build());
            }
        }
    }

    /** What the entry was planned as, seen on a target of its own. */
    private static TimeEntry correct(Scene scene, String note) {
        Path directory = scene.ledger.resolveSibling(note.replace(' ', '-'));
        assertThat(directory.toFile().mkdirs()).isTrue();
        Scene clean = scene.sameSource(directory);
        clean.planned().apply();
        return clean.targetRow(note);
    }
}
