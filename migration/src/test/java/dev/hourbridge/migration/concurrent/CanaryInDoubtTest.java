package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

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
