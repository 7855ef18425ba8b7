package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Crash;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
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
