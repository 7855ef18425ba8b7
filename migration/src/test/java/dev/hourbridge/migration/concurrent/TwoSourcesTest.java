package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.FakeTime;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Tally;
import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** The second source's entries: those of the first, with ids of their own, and some more. */
    private Scene second(Scene first, int entries) throws IOException {
        Scene second = first.sameTarget(Files.createDirectory(directory.resolve("second")))
                .seed(entries, Age.HISTORICAL.firstDay);
        second.policy = second.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .marker(Marker.NONE)
                .build();
        second.planned();
        return second;
    }

    private static List<ExistingRow> existing(Scene scene) {
        List<ExistingRow> rows = new ArrayList<>();
        try (Migration migration = scene.builder().build()) {
            migration.forEachExistingRow(rows::add);
        }
        return rows;
    }

    static Stream<Arguments> markers() {
        return Stream.of(
                Arguments.of(Profiles.TEAMWORK, Marker.TAG),
                Arguments.of(Profiles.CODEBASE, Marker.TRAILER),
                Arguments.of(Profiles.TEAMWORK, Marker.TRAILER),
                Arguments.of(Profiles.LIVETIMER, Marker.TRAILER));
    }

    /** Nine rows for fifteen entries, if the first source's rows were taken for the second's. */
    @ParameterizedTest
    @MethodSource("markers")
    void rowsThatTheFirstMigrationMarkedAreNotAdopted(Profiles target, Marker marker) throws Exception {
        Scene first = first(target, marker);
        Scene second = second(first, 6);

        assertThat(existing(second)).hasSize(6).allSatisfy(row -> {
            assertThat(row.isOfAnotherLedger()).isTrue();
            assertThat(row.marker()).isEqualTo(marker);
        });
        ApplyReport report = second.apply();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.posts()).isEqualTo(6);
        assertThat(second.target.entries()).hasSize(FIRST_ENTRIES + 6);
        assertThat(second.verify().outcome()).isEqualTo(Outcome.DONE);
        Tally.held(
                Area.MIGRATION,
                "Two sources with equal entries",
                "the first one's rows are marked by a tag or a trailer, and the second one adopts",
                "no marked row is adopted; each entry of both is on the target",
                4,
                FIRST_ENTRIES + 6);
    }

    /** Without a marker nothing tells them apart but their creation stamps, which the plan lists. */
    @ParameterizedTest
    @EnumSource
    void thePlanListsTheRowsToAdoptWithTheirCreationStamps(Profiles target) throws Exception {
        Scene first = first(target, Marker.NONE);
        first.time.sleep(Duration.ofDays(2));
        Scene second = second(first, 6);

        assertThat(existing(second)).hasSize(6).allSatisfy(row -> {
            assertThat(row.isOfAnotherLedger()).isFalse();
            assertThat(row.marker()).isEqualTo(Marker.NONE);
            assertThat(row.createdAt())
                    .hasValueSatisfying(stamp ->
                            assertThat(Duration.between(FakeTime.START, stamp)).isLessThan(Duration.ofHours(1)));
        });
        assertThat(second.plan().existingRows()).isEqualTo(6);
        assertThat(second.plan().rowsOfOtherLedgers()).isZero();
    }

    /** A trailer of the same source that names an entry which is not in the plan, as of another range or choice. */
    @Test
    void aRowOfTheSameSourceThatAnotherLedgerMovedIsNotAdopted() throws Exception {
        Scene scene = first(Profiles.TEAMWORK, Marker.TRAILER);
        TimeEntry moved = scene.source.entries().get(scene.source.entries().size() - 1);
        scene.source.remove(moved.id());
        TimeEntry twin =
                scene.source.put(moved.toBuilder().id(scene.source.newId()).build());
        scene.ledger = directory.resolve("second.db");
        scene.policy = scene.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .marker(Marker.NONE)
                .build();
        scene.planned();

        assertThat(scene.apply().posts()).isEqualTo(1);
        assertThat(scene.entry(Script.firstLine(twin.note())).adopted()).isFalse();
        assertThat(scene.target.entries()).hasSize(FIRST_ENTRIES + 1);
    }
}
