package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Tally;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A request is lost and nothing is stored. Whether the entry is sent again depends on the rows that other users entered in
 * the meantime: one that may be the entry is no proof that it is absent.
 */
class CandidateRuleTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    /** The row that a colleague enters while the request is in doubt. */
    private interface Entered {
        TimeEntry by(Scene scene, TimeEntry like);
    }

    /** Loses the request of "work 7"; a row of the same place exists as the pattern of what colleagues enter. */
    private Scene lost(Profiles target, Age age, Duration stampsOff, Entered entered) {
        Profiles from = target == Profiles.LIVETIMER ? Profiles.TEAMWORK : Profiles.LIVETIMER;
        Scene scene = new Scene(from, target, directory, stampsOff)
                .seed(ENTRIES, age.firstDay)
                .planned();
        // Stamps show seconds.
        scene.time.sleep(Duration.ofSeconds(13));
        scene.atTarget.on("work 7", (entry, service) -> {
            TimeEntry like = service.commit(entry);
            scene.target.remove(like.id());
            scene.time.after(Duration.ofSeconds(30), () -> {
                TimeEntry row = entered.by(scene, like);
                scene.others.enter(row);
            });
            throw Reply.noResponse();
        });
        return scene;
    }

    private static void assertSentAgain(Scene scene) {
        ApplyReport report = scene.apply();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.atTarget.posts("work 7")).isEqualTo(2);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    private static void assertInDoubt(Scene scene) {
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.atTarget.posts("work 7")).isEqualTo(1);
        assertThat(scene.findings.name(scene.newest().id())).isTrue();
        scene.others.assertNothingOfTheirsWasTouched();
    }

    /** A row of another person with another note, place and length. */
    private static TimeEntry unlike(Scene scene, TimeEntry like) {
        TimeEntry row = like.toBuilder()
                .person(PersonRef.of(like.id().account(), "9"))
                .note("a colleague's own work")
                .workTime(lasting(like.workTime(), Duration.ofMinutes(95)))
                .build();
        return Change.PLACE.in(row, scene.target.capabilities().placement());
    }

    private static WorkTime lasting(WorkTime time, Duration duration) {
        return time instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), duration)
                : WorkTime.on(time.localDate(), duration);
    }

    private static TimeEntry on(TimeEntry row, LocalDate day) {
        WorkTime time = row.workTime();
        return row.toBuilder()
                .workTime(
                        time instanceof WorkTime.Interval interval
                                ? WorkTime.from(day.atTime(interval.start().toOffsetTime()), interval.duration())
                                : WorkTime.on(day, time.duration()))
                .build();
    }

    /** People rarely enter work for a day that is long past: such a row may be the entry, stored on another person. */
    @ParameterizedTest
    @EnumSource
    void anyRowOfAHistoricalDayIsACandidate(Profiles target) {
        assertInDoubt(lost(target, Age.HISTORICAL, Duration.ZERO, CandidateRuleTest::unlike));
    }

    @ParameterizedTest
    @EnumSource
    void anUnlikeRowOfARecentDayIsNone(Profiles target) {
        assertSentAgain(lost(target, Age.RECENT, Duration.ZERO, CandidateRuleTest::unlike));
    }

    @ParameterizedTest
    @EnumSource
    void aRowOfTheOwnerOnARecentDayIsACandidate(Profiles target) {
        assertInDoubt(lost(
                target,
                Age.RECENT,
                Duration.ZERO,
                (scene, like) -> unlike(scene, like).toBuilder()
                        .person(PersonRef.of(like.id().account(), Scene.OWNER))
                        .build()));
    }

    @ParameterizedTest
    @EnumSource
    void aRowWithTheNoteOnARecentDayIsACandidate(Profiles target) {
        assertInDoubt(lost(
                target,
                Age.RECENT,
                Duration.ZERO,
                (scene, like) ->
                        unlike(scene, like).toBuilder().note(like.note()).build()));
    }

    /** Two of person, place and minutes. */
    @ParameterizedTest
    @EnumSource
    void aRowOfThePlaceAndLengthOnARecentDayIsACandidate(Profiles target) {
        assertInDoubt(lost(
                target,
                Age.RECENT,
                Duration.ZERO,
                (scene, like) -> like.toBuilder()
                        .person(PersonRef.of(like.id().account(), "9"))
                        .note("a colleague's own work")
                        .build()));
    }

    /** The service stored it today, whatever its day was. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void aRowOfTodayWithTheNoteIsACandidate(Profiles target, Age age) {
        LocalDate today = LocalDate.of(2025, 1, 15);
        assertInDoubt(lost(
                target,
                age,
                Duration.ZERO,
                (scene, like) ->
                        on(unlike(scene, like).toBuilder().note(like.note()).build(), today)));
    }

    @ParameterizedTest
    @EnumSource
    void anUnlikeRowOfTodayIsNone(Profiles target) {
        LocalDate today = LocalDate.of(2025, 1, 15);
        assertSentAgain(lost(target, Age.HISTORICAL, Duration.ZERO, (scene, like) -> on(unlike(scene, like), today)));
    }

    static Stream<Arguments> targetsAndOffsets() {
        return Stream.of(Profiles.values())
                .flatMap(target -> Stream.of(
                                Duration.ZERO,
                                Duration.ofMinutes(345),
                                Duration.ofMinutes(-210),
                                Duration.ofHours(-5),
                                Duration.ofHours(13))
                        .map(off -> Arguments.of(target, off)));
    }

    /** Within the window of the request, in the service's own zone. */
    @ParameterizedTest
    @MethodSource("targetsAndOffsets")
    void aRowWithAStampOfTheRequestIsACandidate(Profiles target, Duration stampsOff) {
        assertInDoubt(lost(target, Age.HISTORICAL, stampsOff, CandidateRuleTest::unlike));
    }

    /** Entered long before or after the request, by the service's own clock: the request cannot have stored it. */
    @ParameterizedTest
    @MethodSource("targetsAndOffsets")
    void aRowWithAStampOfAnotherTimeIsNone(Profiles target, Duration stampsOff) {
        for (Duration moved : List.of(Duration.ofHours(-2), Duration.ofHours(2))) {
            directory = directory.resolve("moved" + moved.toHours());
            assertTrue(directory.toFile().mkdir());
            Scene scene = lost(target, Age.HISTORICAL, stampsOff, CandidateRuleTest::unlike);
            scene.atTarget.page = page -> Stamps.moved(page, CandidateRuleTest::isUnlike, moved);

            assertSentAgain(scene);
        }
        Tally.held(
                Area.MIGRATION,
                "Creation stamps of another time",
                "a lost create, and a row of another user on the same day that was entered two hours before or after; stamps"
                        + " in five zones, without an offset",
                "the entry is sent again, once; every entry once in the end",
                Profiles.values().length * 5,
                2);
    }

    private static boolean isUnlike(TimeEntry row) {
        return row.note().equals("a colleague's own work");
    }

    /** Half a minute before the first attempt, and the settle time and half a minute after the last, are within. */
    @ParameterizedTest
    @CsvSource({"-62,true", "-58,false", "89,false"})
    void theTimesOfARequestAreKnownToTheSecond(long seconds, boolean isSentAgain) {
        // The row is entered 30 s after the request.
        Scene scene = lost(Profiles.TEAMWORK, Age.HISTORICAL, Duration.ZERO, CandidateRuleTest::unlike);
        scene.atTarget.page = page -> Stamps.moved(page, CandidateRuleTest::isUnlike, Duration.ofSeconds(seconds));

        if (isSentAgain) {
            assertSentAgain(scene);
        } else {
            assertInDoubt(scene);
        }
    }

    /** A stamp without a zone may be of before a clock change that no row of the run shows yet. */
    @Test
    void aRowOfAnHourBeforeIsACandidateWhereStampsHaveAnOffset() {
        Scene scene = lost(Profiles.TEAMWORK, Age.HISTORICAL, Duration.ofHours(-5), CandidateRuleTest::unlike);
        scene.atTarget.page = page -> Stamps.moved(page, CandidateRuleTest::isUnlike, Duration.ofHours(-1));

        assertInDoubt(scene);
    }

    /** Without the service's time, no stamp can be compared with a request. */
    @ParameterizedTest
    @EnumSource
    void anOlderStampProvesNothingWhereNoResponseStatesTheTime(Profiles target) {
        Scene scene = lost(target, Age.HISTORICAL, Duration.ZERO, CandidateRuleTest::unlike);
        scene.atTarget.statesTime = false;
        scene.atTarget.page = page -> Stamps.moved(page, CandidateRuleTest::isUnlike, Duration.ofHours(-2));

        assertInDoubt(scene);
    }

    /** Stamps that are off by no whole quarter of an hour are of no zone, but of a clock that is wrong. */
    @ParameterizedTest
    @EnumSource
    void anOlderStampProvesNothingWhereTheClockIsWrong(Profiles target) {
        Scene scene = lost(target, Age.HISTORICAL, Duration.ofMinutes(5), CandidateRuleTest::unlike);
        scene.atTarget.page = page -> Stamps.moved(page, CandidateRuleTest::isUnlike, Duration.ofHours(-2));

        assertInDoubt(scene);
    }

    /** Rows of the run whose stamps are off by different times. */
    @ParameterizedTest
    @EnumSource
    void anOlderStampProvesNothingWhereTheRowsOfTheRunDisagree(Profiles target) {
        Scene scene = lost(target, Age.HISTORICAL, Duration.ZERO, CandidateRuleTest::unlike);
        scene.atTarget.page = page -> Stamps.moved(
                Stamps.moved(page, CandidateRuleTest::isUnlike, Duration.ofHours(-2)),
                row -> row.note().equals("work 6"),
                Duration.ofHours(1));

        assertInDoubt(scene);
    }

    /** The service stamps whole minutes: the row of the request seems to be of 50 seconds before it. */
    @Test
    void aStampOfAWholeMinuteProvesNothing() {
        Scene scene = Scene.onto(Profiles.TEAMWORK, directory)
                .seed(7, Age.HISTORICAL.firstDay)
                .planned();
        scene.time.sleep(Duration.ofSeconds(13));
        scene.atTarget.on("work 6", (entry, service) -> {
            TimeEntryId id = service.commit(entry).id();
            scene.time.sleep(Duration.ofSeconds(37));
            return id;
        });
        scene.atTarget.on("work 7", Reply.storedOtherwise(Change.NOTE, Change.MINUTES));
        scene.atTarget.page = Stamps::ofWholeMinutes;

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.atTarget.posts("work 7")).isEqualTo(1);
    }

    /** Nothing proves what a stamp means that no row of the run has. */
    @ParameterizedTest
    @EnumSource
    void anOlderStampProvesNothingWhereTheRowsOfTheRunHaveNone(Profiles target) {
        Scene scene = lost(target, Age.HISTORICAL, Duration.ZERO, CandidateRuleTest::unlike);
        scene.atTarget.page = page -> Stamps.moved(
                Stamps.without(page, row -> !isUnlike(row)), CandidateRuleTest::isUnlike, Duration.ofHours(-2));

        assertInDoubt(scene);
    }

    /** What was there before the first attempt is never the entry, though it is like it. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void aRowThatWasThereBeforeIsNone(Profiles target, Age age) {
        Scene scene = lost(target, age, Duration.ZERO, CandidateRuleTest::unlike);
        scene.source.entries().stream()
                .filter(entry -> entry.note().equals("work 7"))
                .forEach(entry -> {
                    TimeEntry before = TimeEntry.builder()
                            .id(scene.target.newId())
                            .workTime(lasting(entry.workTime(), Duration.ofMinutes(99)))
                            .person(PersonRef.of(scene.target.account(), "1"))
                            .note("work 7")
                            .audit(Audit.builder().createdAt(Instant.EPOCH).build())
                            .build();
                    scene.target.put(before);
                });
        scene.atTarget.on("work 7", Reply.lostRequest());

        assertSentAgain(scene);
    }

    /** Each process looks before it sends: rows that others entered between two runs are not of a request of the second. */
    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndAges")
    void aRowThatWasEnteredBetweenTwoProcessesIsNone(Profiles target, Age age) {
        Scene scene = lost(target, age, Duration.ZERO, CandidateRuleTest::unlike);
        scene.atTarget.on("work 5", Reply.killedBefore());
        scene.atTarget.on("work 7", Reply.lostRequest());
        assertThat(scene.applyUnlessKilled()).isEmpty();
        TimeEntry like = scene.target.entries().get(0);
        scene.others.enter(Change.MINUTES.in(
                like.toBuilder().note("work 7").build(),
                scene.target.capabilities().placement()));
        // Nothing is known of "work 5", which the process was killed with; its request did not leave.
        scene.time.sleep(Duration.ofHours(1));

        ApplyReport report = scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("%s", report.states()).isEqualTo(2);
    }
}
