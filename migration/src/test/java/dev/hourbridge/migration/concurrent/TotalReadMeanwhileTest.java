package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A colleague enters a row between the list and the total that verify compares it with. */
class TotalReadMeanwhileTest {
    @TempDir
    Path directory;

    private Scene migrated(Profiles target) {
        Scene scene =
                Scene.onto(target, directory).seed(8, Age.HISTORICAL.firstDay).planned();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        return scene;
    }

    /** A total that disagrees each time is not explained by that. */
    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isReportedWhereItDisagreesAgain(Profiles target) {
        Scene scene = migrated(target);
        scene.atTarget.total = total -> total.map(sum -> sum.plusMinutes(1));

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.verify().totalChecks()).anyMatch(check -> check.disagrees());
    }
}
