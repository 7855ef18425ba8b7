package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entries that differ only in what a fingerprint leaves out are on the target already, in another order than at the source:
 * each row is adopted for the entry that it is.
 */
class AdoptExactRowsFirstTest {
    @TempDir
    Path directory;

    /** Migrates, reverses the order of the rows, and adopts them into a new ledger. */
    private static void assertAdoptsEachForItself(Scene scene) {
        scene.planned().apply();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        List<TimeEntry> rows = scene.target.entries();
        rows.forEach(row -> scene.target.remove(row.id()));
        for (int i = rows.size() - 1; i >= 0; i--) {
            scene.target.put(rows.get(i).toBuilder().id(scene.target.newId()).build());
        }
        scene.ledger = scene.ledger.resolveSibling("second.db");
        scene.policy = scene.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        scene.planned();

        assertThat(scene.apply().posts()).isZero();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    private static TimeEntry work(Scene scene) {
        return Rows.entry(scene.source, 1, Age.HISTORICAL.firstDay, 30, "work 1");
    }

    @Test
    void whereBillableDiffers() {
        Scene scene = new Scene(Profiles.TEAMWORK, Profiles.TEAMWORK, directory);
        for (Billable billable : List.of(Billable.YES, Billable.NO)) {
            scene.source.put(work(scene).toBuilder().billable(billable).build());
        }
        assertAdoptsEachForItself(scene);
    }

    @Test
    void whereTagsDiffer() {
        Scene scene = new Scene(Profiles.TEAMWORK, Profiles.TEAMWORK, directory);
        for (String tag : List.of("one", "two", "three")) {
            scene.source.put(work(scene).toBuilder().tags(List.of(tag)).build());
        }
        assertAdoptsEachForItself(scene);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMPULSE", "LIVETIMER"})
    void whereTheActivityDiffers(Profiles target) {
        Scene scene = new Scene(Profiles.LIVETIMER, target, directory);
        scene.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("11", "111"))
                .activities(Map.of("30", "130", "31", "131", "32", "132"))
                .defaultTask("199")
                .build();
        for (String activity : List.of("30", "31", "32")) {
            scene.source.put(work(scene).toBuilder()
                    .activity(ActivityRef.of(scene.source.account(), activity))
                    .build());
        }
        assertAdoptsEachForItself(scene);
    }
}
