package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.ProgressListener;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The target throttles a create and names an absurd time to wait. */
class LongThrottleTest {
    @TempDir
    Path directory;

    private final List<Progress> waits = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private void run(Duration retryAfter) {
        Scene scene = Scene.onto(Profiles.TEAMWORK, directory)
                .seed(8, Age.HISTORICAL.firstDay)
                .planned();
        scene.configured = builder -> builder.listener(new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {
                if (progress.phase() == Progress.Phase.THROTTLED) {
                    waits.add(progress);
                }
            }

            @Override
            public void onWarning(String message) {
                warnings.add(message);
            }
        });
        scene.atTarget.on(
                "work 7",
                Reply.failing(() -> new ThrottledException(
                        Failure.builder("POST")
                                .outcome(WriteOutcome.REJECTED)
                                .status(429)
                                .attempts(1)
                                .build(),
                        retryAfter)));

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void isAnnouncedBeforeTheWait() {
        run(Duration.ofSeconds(40));

        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait.total()).isEqualTo(OptionalLong.of(40)));
        assertThat(warnings).isEmpty();
    }

    @Test
    void isShortenedAndReported() {
        run(Duration.ofDays(300));

        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait.total()).isEqualTo(OptionalLong.of(300)));
        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("requests a wait of 25920000 s")
                        .contains("Trying again in 300 s"));
    }
}
