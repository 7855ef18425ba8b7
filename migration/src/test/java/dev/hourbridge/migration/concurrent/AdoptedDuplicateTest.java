package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy sends one create twice, and a second ledger adopts what is on the target. */
class AdoptedDuplicateTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene adoptedByASecondLedger(Profiles target) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        scene.atTarget.on("work 7", Reply.duplicated());
        scene.apply();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        scene.ledger = directory.resolve("second.db");
        scene.policy = scene.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        scene.planned();
        return scene;
    }

    private static void assertNamesOneOfTheTwo(Scene scene) {
        List<TimeEntry> twins = scene.targetRows("work 7");
        assertThat(twins).hasSize(2);
        assertThat(scene.verify().possibleDuplicates())
                .singleElement()
                .satisfies(duplicate -> assertThat(
                                List.of(duplicate.targetId(), duplicate.twinId().orElse("")))
                        .containsExactlyInAnyOrder(
                                twins.get(0).id().id(), twins.get(1).id().id()));
    }

    @ParameterizedTest
    @EnumSource
    void isStillAPossibleDuplicate(Profiles target) {
        Scene scene = adoptedByASecondLedger(target);

        ApplyReport report = scene.apply();

        assertThat(report.posts()).isZero();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertNamesOneOfTheTwo(scene);
    }

    /** An adopted row has no trailer, and neither has a copy of it that another user makes afterwards. */
    @ParameterizedTest
    @EnumSource
    void aCopyOfAnAdoptedRowIsOneWhereOthersHaveATrailer(Profiles target) {
        Scene scene = Scene.onto(target, directory)
                .seed(ENTRIES, Age.HISTORICAL.firstDay)
                .planned();
        scene.apply();
        scene.ledger = directory.resolve("second.db");
        scene.policy = scene.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .marker(Marker.TRAILER)
                .build();
        scene.planned();
        assertThat(scene.apply().posts()).isZero();
        TimeEntry copy = scene.others.enter(scene.targetRow("work 7"));

        VerifyReport report = scene.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.possibleDuplicates())
                .singleElement()
                .satisfies(duplicate ->
                        assertThat(duplicate.targetId()).isEqualTo(copy.id().id()));
        scene.others.delete(copy);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void isNoneOnceTheRowTooManyIsDeleted(Profiles target) {
        Scene scene = adoptedByASecondLedger(target);
        scene.apply();
        scene.verify();
        String adopted = scene.entry("work 7").targetId().orElseThrow();
        scene.targetRows("work 7").stream()
                .filter(row -> !row.id().id().equals(adopted))
                .forEach(scene.others::delete);

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }

    /** Twins of the source are one row each, and no duplicates. */
    @ParameterizedTest
    @EnumSource
    void isNoneWhereTheSourceHasTwins(Profiles target) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
        TimeEntry seven = scene.source.entries().get(6);
        scene.source.put(seven.toBuilder().id(scene.source.newId()).build());
        scene.planned().apply();
        scene.ledger = directory.resolve("second.db");
        scene.policy = scene.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        scene.planned();

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.target.entries()).hasSize(ENTRIES + 1);
    }
}
