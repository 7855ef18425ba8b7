package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The response to a first entry is lost, and the service has stored it other than it was sent. */
class CanaryInDoubtTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void isNotSentAgainAndItsRowIsNamed(Profiles target, Change change, Age age) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, age.firstDay).planned();
        scene.atTarget.on("work 1", Reply.storedOtherwise(change));

        Outcome outcome = scene.apply().outcome();

        assertThat(scene.atTarget.posts("work 1")).as("POSTs").isEqualTo(1);
        assertThat(outcome).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.entry("work 1").state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(scene.target.entries()).allSatisfy(row -> {
            boolean isAsPlanned = scene.expected().containsKey(Rows.line(row));
            assertThat(isAsPlanned || scene.findings.name(row.id()))
                    .as("row %s is as planned, or named", row.id())
                    .isTrue();
        });
        assertThat(scene.verify().outcome()).isNotEqualTo(Outcome.DONE);
    }

    /** Each of the first entries: the run ends, and no row is left that nothing names. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void leavesNoRowUnnamedWhereEveryResponseIsLost(Profiles target, Change change) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        scene.atTarget.reply = Reply.storedOtherwise(change);

        assertThat(scene.apply().outcome()).isNotEqualTo(Outcome.DONE);

        assertThat(scene.target.entries())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(scene.findings.name(row.id()))
                        .as("row %s is named", row.id())
                        .isTrue());
        assertThat(scene.target.entries()).as("one for each entry at most").hasSizeLessThanOrEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void isRecoveredWhereItWasStoredAsSent(Profiles target, Age age) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, age.firstDay).planned();
        scene.atTarget.on("work 1", Reply.lost());

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.atTarget.posts()).isEqualTo(ENTRIES);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }
}
