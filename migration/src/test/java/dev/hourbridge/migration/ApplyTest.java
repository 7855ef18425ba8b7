package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Failure;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    World world;

    @BeforeEach
    void liveTimerToTeamwork() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
    }

    private void plan() {
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().incompleteEntries()).isZero();
        }
    }

    private ApplyReport apply() {
        try (Migration migration = world.migration()) {
            return migration.apply();
        }
    }

    private VerifyReport verify() {
        try (Migration migration = world.migration()) {
            return migration.verify();
        }
    }

    private static Failure.Builder failed(WriteOutcome outcome) {
        return Failure.builder("POST failed.").outcome(outcome);
    }

    private void failOn(String note, Fault fault) {
        boolean[] struck = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (entry.note().startsWith(note) && !struck[0]) {
                struck[0] = true;
                return fault.strike(world.target, entry);
            }
            return world.target.commit(entry);
        };
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void bringsEachTwinOnceWhateverHappensToOneOfThem(Fault fault) {
        for (int twins = 0; twins < 5; twins++) {
            world.from.add(world.entry(4, DAY, 30, "twin"));
        }
        plan();
        int[] seen = new int[1];
        world.target.answer =
                (number, entry) -> ++seen[0] == 3 ? fault.strike(world.target, entry) : world.target.commit(entry);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(5);
        assertThat(verify().sentence())
                .isEqualTo("All 5 entries are on the target, 5 with declared loss. 150 of 150 minutes.");
    }

    @Test
    void waitsOutTheSettleTimeBeforeItLooks() {
        world.from.add(world.entry(1, DAY, 30, "slow"));
        plan();
        failOn("slow", Fault.LATE_COMMIT);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(1);
        assertThat(world.to.rows()).hasSize(1);
    }

    @Test
    void reportsACommitThatCameAfterEveryWaitAsSuspectedDouble() {
        world.from.add(world.entry(1, DAY, 30, "very slow"));
        plan();
        boolean[] struck = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (!struck[0]) {
                struck[0] = true;
                world.target.commitLater(entry, Duration.ofMinutes(2));
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.suspectedDoubles()).hasSize(1);
        assertThat(report.suspectedDoubles().get(0).twinId()).isPresent();
        assertThat(world.to.rows()).as("nothing is deleted silently").hasSize(2);
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(apply().outcome()).as("until somebody looked").isEqualTo(Outcome.DIFFERENT);

        world.to.remove(TimeEntryId.of(
                world.to.account, report.suspectedDoubles().get(0).targetId()));
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void neverSendsAgainWhatWasAcceptedWithoutAnId() {
        world.from.add(world.entry(1, DAY, 30, "taken"));
        plan();
        world.target.answer = (number, entry) -> {
            throw new MalformedResponseException(
                    failed(WriteOutcome.ACCEPTED_NO_ID).build());
        };
        for (int run = 0; run < 3; run++) {
            assertThat(apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        }
        assertThat(world.target.posts).hasValue(1);
    }

    @Test
    void bindsWhatWasAcceptedWithoutAnId() {
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> {
            world.target.commit(entry);
            throw new MalformedResponseException(
                    failed(WriteOutcome.ACCEPTED_NO_ID).build());
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.posts()).isEqualTo(30);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void doesNotTrustAnIdThatItHasSeenBefore() {
        world.seed(4);
        plan();
        List<TimeEntryId> ids = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            ids.add(world.target.commit(entry));
            return ids.get(0);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(4);
    }

    @Test
    void keepsInDoubtWhatTheTargetMayHaveChanged() {
        world.seed(3);
        world.from.add(world.entry(1, DAY, 30, "a note"));
        plan();
        boolean[] struck = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("a note") && !struck[0]) {
                struck[0] = true;
                world.target.commit(entry.toBuilder().note("? note").build());
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isIn(Outcome.IN_DOUBT, Outcome.DIFFERENT);
        assertThat(world.to.rows())
                .as("no second POST")
                .hasSize(world.from.rows().size());
        assertThat(verify().outcome()).isNotEqualTo(Outcome.DONE);
    }

    @Test
    void aShortListProvesNothing() {
        world.seed(30);
        plan();
        boolean[] isShort = new boolean[1];
        world.target.listed = rows -> isShort[0] ? rows.stream().skip(1).toList() : rows;
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number > 25) {
                isShort[0] = true;
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return id;
        };
        ApplyReport report = apply();
        assertThat(world.to.rows().size()).as("%s", report.states()).isLessThanOrEqualTo(30);
        assertThat(verify().outcome()).as("a row is not listed").isNotEqualTo(Outcome.DONE);
    }

    @Test
    void aStaleListProvesNothing() {
        world.seed(24);
        plan();
        List<List<TimeEntry>> frozen = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            if (number > 16) {
                if (frozen.isEmpty()) {
                    frozen.add(List.copyOf(world.to.rows()).subList(0, 14));
                }
                world.target.commit(entry);
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return world.target.commit(entry);
        };
        world.target.listed = rows -> frozen.isEmpty()
                ? rows
                : rows.stream().filter(frozen.get(0)::contains).toList();
        apply();
        apply();
        assertThat(world.to.rows()).as("no second POST").hasSizeLessThanOrEqualTo(24);
        frozen.clear();
        world.target.listed = rows -> rows;
        world.target.answer = (number, entry) -> world.target.commit(entry);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void aDayThatLacksARowFromBeforeProvesNothing() {
        world.seed(20);
        world.from.add(world.entry(2, DAY, 30, "lost"));
        world.to.add(TimeEntry.builder()
                .id(world.to.nextId())
                .person(world.to.person("1"))
                .workTime(WorkTime.on(DAY, Duration.ofHours(3)))
                .note("was there before")
                .build());
        plan();
        boolean[] isHidden = new boolean[1];
        world.target.listed = rows -> rows.stream()
                .filter(row -> !isHidden[0] || !row.workTime().localDate().equals(DAY))
                .toList();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (entry.note().equals("lost")) {
                isHidden[0] = true;
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return id;
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.target.posts).as("no second POST").hasValue(21);
        isHidden[0] = false;
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(21);
    }

    @Test
    void aListBlindToTheRowsOfOthersStopsAtTheCanary() {
        world.seed(10);
        plan();
        world.target.listed = rows -> List.of();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary()).isPresent();
        assertThat(world.target.posts).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "person", "start", "duration", "billable", "project"})
    void stopsAtTheFirstEntryThatComesBackDifferent(String field) {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110", "11", "111"))
                .defaultBillable(Billable.YES)
                .build();
        world.seed(10);
        plan();
        world.to.storing = row -> switch (field) {
            case "note" -> row.toBuilder().note("?").build();
            case "person" -> row.toBuilder().person(world.to.person("9")).build();
            case "project" -> row.toBuilder().project(world.to.project("9")).build();
            case "billable" -> row.toBuilder().billable(Billable.NO).build();
            case "start" ->
                row.toBuilder()
                        .workTime(WorkTime.from(
                                ((WorkTime.Interval) row.workTime()).start().plusHours(1),
                                row.workTime().duration()))
                        .build();
            default ->
                row.toBuilder()
                        .workTime(WorkTime.from(
                                ((WorkTime.Interval) row.workTime()).start(),
                                row.workTime().duration().plusMinutes(1)))
                        .build();
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
        Set<EntryField> fields = report.canary().orElseThrow().fields();
        if (field.equals("person")) {
            assertThat(fields).as("not in the list of the person").isEmpty();
        } else {
            assertThat(fields).containsExactly(EntryField.valueOf(field.toUpperCase(Locale.ROOT)));
        }
        assertThat(apply().outcome()).as("again").isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
        try (Migration migration = world.migration()) {
            UndoReport undone = migration.undo();
            assertThat(undone.kept()).isEmpty();
            assertThat(undone.deleted()).isEqualTo(1);
        }
    }

    @Test
    void catchesAWrongZoneInTheConfiguration() {
        world.seed(10);
        plan();
        // The service takes the wall clock for one of its own zone, an hour away from the one configured.
        world.to.storing = row -> row.toBuilder()
                .workTime(WorkTime.from(
                        ((WorkTime.Interval) row.workTime())
                                .start()
                                .toLocalDateTime()
                                .atOffset(ZoneOffset.ofHours(-6)),
                        row.workTime().duration()))
                .build();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary().orElseThrow().fields()).containsExactly(EntryField.START);
    }

    @Test
    void readsBackFewEntriesOfEachKindAndNotAll() {
        for (int i = 0; i < 200; i++) {
            world.from.add(world.entry(2 + 2 * (i % 5), DAY.plusDays(i % 250), 10 + i, "work number " + i));
        }
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        // The baseline; and for the one person and project winter, summer and the longest note.
        assertThat(world.target.lists.get()).isBetween(3, 6);
    }

    @Test
    void aServiceThatStoresQuestionMarksIsCaughtByItsFirstForeignLetter() {
        world.seed(20);
        world.from.add(world.entry(2, DAY, 20, "Grüße 🙂"));
        plan();
        world.to.storing = row ->
                row.toBuilder().note(row.note().replaceAll("[^ -~]", "?")).build();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(report.canary().orElseThrow().fields()).containsExactly(EntryField.NOTE);
    }

    @Test
    void stopsWhenEqualRowsWereThereBefore() {
        world.from.add(world.entry(4, DAY, 30, "twin"));
        plan();
        apply();
        world.to.rows().forEach(row -> world.to.add(row));
        world = again();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.existingRows()).isEqualTo(1);
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(report.equalRows()).isEqualTo(1);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void adoptsEqualRowsSoThatALostLedgerDoublesNothing() {
        world.seed(20);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        world = again();
        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().adopted()).isEqualTo(20);
        }
        assertThat(world.to.rows()).as("undo never touches what was adopted").hasSize(20);
    }

    @Test
    void createsBesideEqualRowsIfTold() {
        world.seed(5);
        plan();
        apply();
        world = again();
        world.policy = world.policy.toBuilder().existing(ExistingRows.CREATE).build();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(10);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    /** The same services with a ledger of their own. */
    private World again() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("again"));
        directory.resolve("again").toFile().mkdirs();
        world.from.rows().forEach(other.from::add);
        world.to.rows().forEach(other.to::add);
        return other;
    }

    @Test
    void stopsAtOnceWhenTheCredentialsAreRefused() {
        world.seed(10);
        plan();
        world.target.answer = (number, entry) -> {
            if (number == 3) {
                throw new AuthenticationException(
                        failed(WriteOutcome.REFUSED).status(401).build());
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.CONFIGURATION);
        assertThat(report.posts()).isEqualTo(3);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void takesARedirectAfterAPostForADoubtIfItMayHaveBeenDone() {
        world.seed(6);
        plan();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number == 2) {
                throw new RedirectException(
                        failed(WriteOutcome.IN_DOUBT).status(303).build());
            }
            return id;
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void reportsWhatTheTargetRefusesAndGoesOn() {
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("work 21")) {
                throw new RejectedException(
                        failed(WriteOutcome.REFUSED).status(422).build(), List.of("no"));
            }
            return world.target.commit(entry);
        };
        long refused = world.from.rows().stream()
                .filter(row -> row.note().equals("work 21"))
                .count();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(report.states()).containsEntry(EntryState.REFUSED, refused);
        VerifyReport verified = verify();
        assertThat(verified.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(verified.sentence()).startsWith("NOT FINISHED: ").contains(refused + " refused");
        assertThat(apply().posts()).isZero();
    }

    @Test
    void stopsAPersonAndProjectWhoseFirstThreeEntriesAreRefused() {
        world.seed(40);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.project().orElseThrow().id().equals("110")) {
                throw new RejectedException(
                        failed(WriteOutcome.REFUSED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        long refused = world.from.rows().stream()
                .filter(row -> row.project().orElseThrow().id().equals("10"))
                .count();
        ApplyReport report = apply();
        assertThat(report.states()).containsEntry(EntryState.REFUSED, refused);
        assertThat(report.posts()).isEqualTo(40 - refused + 3);
    }

    @Test
    void replansWhatWasRefusedWithAMendedMapping() {
        world.seed(20);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.project().orElseThrow().id().equals("110")) {
                throw new RejectedException(
                        failed(WriteOutcome.REFUSED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "112", "11", "111"))
                .build();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::apply)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
            assertThat(migration.plan().sentBefore()).isPositive();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.onTarget()).isEqualTo(world.expected());
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void takesRepeatedServerErrorsOfOneEntryForARefusal() {
        world.from.add(world.entry(4, DAY, 77, "bad data"));
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("bad data")) {
                throw new ServerException(
                        failed(WriteOutcome.IN_DOUBT).status(500).build());
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(report.posts()).isLessThanOrEqualTo(33);
        assertThat(world.to.rows()).hasSize(30);
    }

    @Test
    void stopsWhenTheServiceIsIllAndGoesOnWhenItIsWell() {
        world.seed(60);
        plan();
        world.target.answer = (number, entry) -> {
            if (number > 30) {
                throw new ServerException(
                        failed(WriteOutcome.IN_DOUBT).status(503).build());
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(report.posts()).isLessThanOrEqualTo(36);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void goesOnThroughAThrottleWithoutADoubt() {
        world.seed(10);
        plan();
        world.target.answer = (number, entry) -> {
            if (number % 2 == 1) {
                throw new ThrottledException(
                        failed(WriteOutcome.REFUSED).status(429).build(), Duration.ofSeconds(60));
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.posts()).isEqualTo(20);
        assertThat(Duration.ofNanos(world.timing.nanoTime())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void stopsForNowWhenTheTargetCannotBeReached() {
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> Fault.IO_EXCEPTION.strike(world.target, entry);
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(report.states()).containsOnlyKeys(EntryState.PLANNED);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void neverHasTwoOfTheSameInFlight() {
        world.policy = world.policy.toBuilder().parallelism(8).build();
        for (int i = 0; i < 200; i++) {
            world.from.add(world.entry(4 + i / 8 % 3, DAY, 30, "twin"));
        }
        plan();
        Map<NewTimeEntry, Boolean> inFlight = new ConcurrentHashMap<>();
        List<String> overlaps = Collections.synchronizedList(new ArrayList<>());
        world.target.answer = (number, entry) -> {
            if (inFlight.put(entry, true) != null) {
                overlaps.add(entry.note());
            }
            LockSupport.parkNanos(100_000); // long enough for another to come in, were it let
            TimeEntryId id = world.target.commit(entry);
            inFlight.remove(entry);
            return id;
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(overlaps).isEmpty();
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void endsWhenItIsInterruptedAndGoesOnLater() {
        world.seed(30);
        world.policy = world.policy.toBuilder().parallelism(3).build();
        plan();
        Thread engine = Thread.currentThread();
        world.target.answer = (number, entry) -> {
            if (number == 20) {
                engine.interrupt();
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void writesForEachPersonWithACredentialOfTheirOwn() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.from.add(world.entry(1, DAY, 30, "of one"));
        world.from.add(world.entry(1, DAY, 40, "of two").toBuilder()
                .person(world.from.person("2"))
                .build());
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().peopleWithoutCredential()).containsExactly("1", "2");
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.target.posts).hasValue(0);
        try (Migration migration = world.builder()
                .targetFor("1", new FakeTracker(world.to, "1"))
                .targetFor("2", new FakeTracker(world.to, "2"))
                .build()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .extracting(row -> row.person().orElseThrow().id())
                .containsExactly("1", "2");
    }

    @Test
    void catchesACredentialOfSomebodyElse() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.seed(5);
        world.target = new FakeTracker(world.to, "7");
        plan();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(1);
    }

    @Test
    void marksRowsWithATagAndTakesNobodyElsesForOurs() {
        world.policy = world.policy.toBuilder().marker(Marker.TAG).build();
        world.seed(20);
        world.from.add(world.entry(1, DAY, 30, "contested"));
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("contested")
                    && world.to.rows().stream().noneMatch(row -> row.note().equals("contested"))) {
                // Somebody else writes the same just now, and our POST is lost.
                world.target.commit(entry.toBuilder().tags(List.of()).build());
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return world.target.commit(entry);
        };
        assertThat(apply().states()).containsEntry(EntryState.CREATED, 21L);
        assertThat(world.to.rows().stream().filter(row -> row.note().equals("contested")))
                .hasSize(2);
    }

    @Test
    void refusesWhatTheClientDoesNotTakeWithoutAPost() {
        world.seed(5);
        plan();
        world.target.answer = (number, entry) -> {
            if (number == 2) {
                throw new InvalidInputException("note", "a kind", "a remedy");
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
    }
}
