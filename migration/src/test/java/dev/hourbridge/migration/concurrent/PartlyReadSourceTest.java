package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list of the source loses its paging headers, or is empty for a moment. */
class PartlyReadSourceTest {
    private static final int ENTRIES = 120;

    @TempDir
    Path directory;

    private Scene scene(Profiles from) {
        return new Scene(from, Profiles.CODEBASE, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
    }

    /** The control: a complete list whose total agrees. */
    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isVerifiedWhereListAndTotalAgree(Profiles from) {
        Scene scene = scene(from);
        scene.planned().apply();

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER", "TEAMPULSE"})
    void aListThatIsEmptyForAMomentLaterOnDeletesNothing(Profiles from) {
        Scene scene = scene(from);
        scene.planned().apply();
        scene.atSource.page = page -> Page.of(List.of(), null, 0);

        scene.plan();
        scene.apply();

        assertThat(scene.onTarget()).as("nothing is deleted").isEqualTo(scene.expected());
        scene.atSource.page = page -> page;
        scene.plan();
        assertThat(scene.apply().posts()).isZero();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }
}
