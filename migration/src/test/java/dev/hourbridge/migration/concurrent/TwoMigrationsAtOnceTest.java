package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Crash;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two migrations of one user write into one account at once, and their sources have an equal entry, "work 7". The
 * response of the first one's create is lost within the run of the second.
 */
class TwoMigrationsAtOnceTest {
    private static final LocalDate DAY = Age.HISTORICAL.firstDay;

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init") // set by scenes
    private Scene first;

    @SuppressWarnings("NullAway.Init") // set by scenes
    private Scene second;

    private void scenes(Profiles target, Marker marker) throws IOException {
        first = Scene.onto(target, Files.createDirectory(directory.resolve("first")))
                .seed(8, DAY);
        first.policy = first.policy.toBuilder().marker(marker).build();
        first.planned();
        second = first.sameTarget(Files.createDirectory(directory.resolve("second")));
        second.state = first.state;
        second.policy = first.policy.toBuilder().existing(ExistingRows.CREATE).build();
        second.source.put(Rows.entry(second.source, 7, DAY.plusDays(3), 27, "work 7"));
        second.planned();
    }

    /** Runs the second migration while the first one's create is under way. */
    private void loseWithinTheSecondRun(boolean isStored) {
        first.atTarget.on("work 7", (entry, service) -> {
            if (isStored) {
                service.commit(entry);
            }
            first.time.sleep(Duration.ofSeconds(1));
            assertThat(second.apply().outcome()).isEqualTo(Outcome.DONE);
            throw Reply.noResponse();
        });
    }

    /** The equal row is the other migration's: taking it would lose the entry, with exit code 0. */
    @ParameterizedTest
    @EnumSource
    void aLostRequestStaysInDoubt(Profiles target) throws Exception {
        scenes(target, Marker.NONE);
        loseWithinTheSecondRun(false);

        ApplyReport report = first.apply();

        assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(first.findings.name(second.targetRow("work 7").id())).isTrue();
        assertThat(first.atTarget.posts("work 7")).as("one of each").isEqualTo(2);
        assertThat(second.verify().outcome()).isEqualTo(Outcome.DONE);
        Tally.held(
                Area.MIGRATION,
                "Two migrations into one account at once",
                "a create of one is lost while the other one creates an equal entry",
                "the entry stays in doubt and the row is named; nothing is taken for another's",
                Profiles.values().length,
                1);
    }

    @Test
    void theUserDecides() throws Exception {
        scenes(Profiles.TEAMWORK, Marker.NONE);
        loseWithinTheSecondRun(false);
        first.apply();

        try (Migration migration = first.builder().build()) {
            migration.resolveAsAbsent(first.entry("work 7").sourceId());
        }

        assertThat(first.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(first.targetRows("work 7")).hasSize(2);
        assertThat(first.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CODEBASE", "TEAMWORK", "LIVETIMER"})
    void aTrailerTellsWhoseARowIs(Profiles target) throws Exception {
        scenes(target, Marker.TRAILER);
        loseWithinTheSecondRun(true);

        assertThat(first.apply().outcome()).isEqualTo(Outcome.DONE);

        assertThat(first.targetRows("work 7")).hasSize(2);
        assertThat(first.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(second.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    /** The other one ended before, as in a script that runs both: its row was there when this run began. */
    @Test
    void aMigrationThatEndedBeforeIsNoOther() throws Exception {
        scenes(Profiles.TEAMWORK, Marker.NONE);
        assertThat(second.apply().outcome()).isEqualTo(Outcome.DONE);
        first.time.sleep(Duration.ofSeconds(1));
        first.policy = first.policy.toBuilder().existing(ExistingRows.CREATE).build();
        first.atTarget.on("work 7", Reply.lost());

        assertThat(first.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(first.targetRows("work 7")).hasSize(2);
    }

    /** The first process is killed; the next one cannot know when the other migration was running but by its own attempts. */
    @Test
    void aLostRequestOfAnEarlierProcessStaysInDoubt() throws Exception {
        scenes(Profiles.TEAMWORK, Marker.NONE);
        first.atTarget.on("work 7", (entry, service) -> {
            first.time.sleep(Duration.ofSeconds(1));
            assertThat(second.apply().outcome()).isEqualTo(Outcome.DONE);
            throw new Crash();
        });
        assertThat(first.applyUnlessKilled()).isEmpty();
        first.time.sleep(Duration.ofHours(5));

        assertThat(first.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(first.targetRows("work 7")).hasSize(1);
    }

    /** The entry was proven absent, and its equal row comes before it is sent again. */
    @Test
    void anEntryThatWasFoundAbsentIsPutInDoubtAgain() throws Exception {
        scenes(Profiles.TEAMWORK, Marker.NONE);
        first.atTarget.on("work 7", Reply.killedBefore());
        assertThat(first.applyUnlessKilled()).isEmpty();
        first.time.sleep(Duration.ofSeconds(1));
        AtomicBoolean isBegun = new AtomicBoolean();
        first.atTarget.beforeList = query -> {
            boolean isBaseline = query.person().isEmpty()
                    && query.firstDay().filter(day -> day.isBefore(Scene.FIRST)).isPresent();
            if (isBaseline && isBegun.compareAndSet(false, true)) {
                assertThat(second.apply().outcome()).isEqualTo(Outcome.DONE);
            }
        };

        assertThat(first.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(first.targetRows("work 7")).hasSize(1);
        assertThat(first.findings.name(second.targetRow("work 7").id())).isTrue();
    }

    /** One that writes into another account. */
    @Test
    void aMigrationIntoAnotherAccountIsNoOther() throws Exception {
        scenes(Profiles.TEAMWORK, Marker.NONE);
        Scene elsewhere = first.sameSource(Files.createDirectory(directory.resolve("elsewhere")));
        elsewhere.state = first.state;
        elsewhere.planned();
        first.atTarget.on("work 7", (entry, service) -> {
            service.commit(entry);
            first.time.sleep(Duration.ofSeconds(1));
            assertThat(elsewhere.apply().outcome()).isEqualTo(Outcome.DONE);
            throw Reply.noResponse();
        });

        assertThat(first.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(first.targetRows("work 7")).hasSize(1);
    }
}
