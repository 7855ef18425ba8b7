package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process is killed once an entry is stored, and the configuration is changed before the next run: what counts is what
 * was sent.
 */
class PolicyChangedInDoubtTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene killedAfterACommit(Profiles target, Marker marker) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
        scene.policy = scene.policy.toBuilder().marker(marker).build();
        scene.planned();
        scene.atTarget.on("work 7", Reply.killedAfterCommit());
        assertThat(scene.applyUnlessKilled()).isEmpty();
        return scene;
    }

    /** The project that the entry was sent to is not the one that it would be sent to now. */
    @ParameterizedTest
    @EnumSource(names = {"CODEBASE", "TEAMWORK", "LIVETIMER"})
    void isRecoveredUnderAnotherMapping(Profiles target) {
        Scene scene = killedAfterACommit(target, Marker.NONE);
        Map<String, Integer> expected = scene.expected();
        scene.mapping = Mapping.builder()
                .people(Map.of("1", "1", "2", "2"))
                .projects(Map.of("10", "110", "11", "115"))
                .defaultTask("199")
                .defaultActivity("Work")
                .build();
        scene.plan();
        scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(expected).containsKey(Rows.line(scene.targetRow("work 7")));
    }
}
