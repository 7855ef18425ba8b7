package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    private final List<TimeEntry> stored = new ArrayList<>();

    private Scene planned(Profiles target, Age age) {
        return Scene.onto(target, directory).seed(ENTRIES, age.firstDay).planned();
    }

    private Reply throttledAnd(Consumer<TimeEntry> happens) {
        return (entry, service) -> {
            TimeEntry row = service.commit(entry);
            stored.add(row);
            happens.accept(row);
            throw Reply.throttled();
        };
    }

    private void assertBothAreNamed(Scene scene, ApplyReport report) {
        String first = stored.get(0).id().id();
        String second = scene.entry("work 7").targetId().orElseThrow();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.possibleDuplicates()).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.targetId()).isEqualTo(first);
            assertThat(duplicate.sourceId()).isEqualTo(scene.entry("work 7").sourceId());
            assertThat(duplicate.twinId()).contains(second);
        });
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.target.entries()).as("nothing is deleted").hasSize(ENTRIES + 1);
        scene.others.assertNothingOfTheirsWasTouched();

        ApplyReport again = scene.apply();
        assertThat(again.posts()).isZero();
        assertThat(again.outcome()).isEqualTo(Outcome.DIFFERENT);
        scene.others.delete(stored.get(0));
        assertThat(scene.apply().outcome()).as("once it is deleted").isEqualTo(Outcome.DONE);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void afterAThrottleIsAPossibleDuplicate(Profiles target, Age age) {
        Scene scene = planned(target, age);
        scene.atTarget.on("work 7", throttledAnd(row -> {}));

        assertBothAreNamed(scene, scene.apply());
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void afterAThrottleIsAPossibleDuplicateThoughItWasCorrected(Profiles target, Change change, Age age) {
        Scene scene = planned(target, age);
        scene.atTarget.on(
                "work 7",
                throttledAnd(row -> scene.time.after(Duration.ofSeconds(1), () -> scene.others.edit(row, change))));

        assertBothAreNamed(scene, scene.apply());
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChanges")
    void afterARejectionIsAPossibleDuplicateThoughItWasCorrected(Profiles target, Change change) {
        Scene scene = planned(target, Age.HISTORICAL);
        scene.atTarget.on("work 7", (entry, service) -> {
            stored.add(service.commit(entry));
            throw Reply.rejected();
        });
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.REJECTS);
        scene.others.edit(stored.get(0), change);
        scene.planned();

        assertBothAreNamed(scene, scene.apply());
    }

    /** A row that the doubt on another entry does not name is named, although it looks like that entry. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targets")
    void afterAThrottleIsAPossibleDuplicateBesideADoubtOnALikeEntry(Profiles target) {
        Scene scene =
                Scene.onto(target, directory).seed(10, Age.HISTORICAL.firstDay).planned();
        scene.atTarget.on("work 10", Reply.storedOtherwise(Change.PLACE));
        scene.atTarget.on("work 2", (entry, service) -> {
            stored.add(service.store(Change.QUARTERS.in(service.commit(entry), service.placement())));
            throw Reply.throttled();
        });

        ApplyReport report = scene.apply();

        assertThat(scene.entry("work 10").state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(scene.atTarget.posts("work 2")).isEqualTo(2);
        assertThat(report.possibleDuplicates())
                .extracting(PossibleDuplicate::targetId)
                .containsExactly(stored.get(0).id().id());
        assertThat(scene.verify().possibleDuplicates())
                .extracting(PossibleDuplicate::targetId)
                .containsExactly(stored.get(0).id().id());
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
