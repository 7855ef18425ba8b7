package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two sources have equal entries, and are migrated to one target one after the other; the second adopts. */
class TwoSourcesTest {
    private static final int FIRST_ENTRIES = 9;

    @TempDir
    Path directory;

    /** Targets with room for a trailer, with what the second migration marks its rows with. */
    static Stream<Arguments> targetsWithRoom() {
        return Stream.of(Profiles.CODEBASE, Profiles.TEAMWORK, Profiles.LIVETIMER)
                .flatMap(target -> Stream.of(Marker.NONE, Marker.TRAILER).map(marker -> Arguments.of(target, marker)));
    }

    private Scene first(Profiles target, Marker marker) {
        Scene first = Scene.onto(target, directory).seed(FIRST_ENTRIES, Age.HISTORICAL.firstDay);
        first.policy = first.policy.toBuilder().marker(marker).build();
        assertThat(first.planned().apply().outcome()).isEqualTo(Outcome.DONE);
        return first;
    }

    /** A trailer names the source's entry, so that a lost ledger is no reason to send an entry again. */
    @ParameterizedTest
    @MethodSource("targetsWithRoom")
    void rowsThatALostLedgerOfTheSameSourceMarkedAreAdopted(Profiles target, Marker marker) {
        Scene first = first(target, Marker.TRAILER);
        first.ledger = directory.resolve("second.db");
        first.policy = first.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .marker(marker)
                .build();
        first.planned();

        assertThat(first.apply().posts()).isZero();
        assertThat(first.verify().outcome()).isEqualTo(Outcome.DONE);
    }
}
