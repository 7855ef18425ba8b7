package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service stores an entry but responds with 429 or 422, so the entry is sent again; a colleague corrects the first of the
 * two rows.
 */
class SentTwiceTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene planned(Profiles target, Age age) {
        return Scene.onto(target, directory).seed(ENTRIES, age.firstDay).planned();
    }

    /** The control: a throttled request that stored nothing. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void afterAThrottleThatStoredNothingIsDone(Profiles target, Age age) {
        Scene scene = planned(target, age);
        scene.atTarget.on("work 7", (entry, service) -> {
            throw Reply.throttled();
        });

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }
}
