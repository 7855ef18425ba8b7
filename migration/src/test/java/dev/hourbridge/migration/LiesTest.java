package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A target, or somebody at it, does what would make "all entries are on the target" untrue. */
class LiesTest extends EngineTest {
    private static final int ENTRIES = 12;

    private void migrated() {
        world.seed(ENTRIES);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    private TimeEntry any() {
        return List.copyOf(world.to.rows()).get(5);
    }

    private static WorkTime moved(TimeEntry row, Duration later, Duration longer) {
        WorkTime.Interval interval = (WorkTime.Interval) row.workTime();
        return WorkTime.from(interval.start().plus(later), interval.duration().plus(longer));
    }

    /** What may happen to rows between apply and verify. */
    enum Change {
        DELETED,
        RENUMBERED,
        ID_GIVEN_TO_ANOTHER,
        IDS_SWAPPED,
        MERGED,
        DOUBLED,
        A_DAY_LATER,
        A_YEAR_LATER,
        A_MINUTE_SHORTER,
        NOTE_CUT,
        NOTE_GONE,
        OF_SOMEBODY_ELSE,
        MARKED_AS_DELETED
    }

    private void happen(Change change) {
        TimeEntry one = List.copyOf(world.to.rows()).get(0);
        TimeEntry two = List.copyOf(world.to.rows()).get(1);
        TimeEntry.Builder row = one.toBuilder();
        switch (change) {
            case DELETED -> world.to.remove(one.id());
            case RENUMBERED -> {
                world.to.remove(one.id());
                row.id(world.to.nextId());
            }
            case ID_GIVEN_TO_ANOTHER -> row.note("other").workTime(moved(one, Duration.ofHours(2), Duration.ZERO));
            case IDS_SWAPPED -> {
                row.id(two.id());
                world.to.add(two.toBuilder().id(one.id()).build());
            }
            case MERGED -> {
                world.to.remove(two.id());
                row.workTime(moved(one, Duration.ZERO, two.workTime().duration()));
            }
            case DOUBLED -> row.id(world.to.nextId());
            case A_DAY_LATER -> row.workTime(moved(one, Duration.ofDays(1), Duration.ZERO));
            case A_YEAR_LATER -> row.workTime(moved(one, Duration.ofDays(366), Duration.ZERO));
            case A_MINUTE_SHORTER -> row.workTime(moved(one, Duration.ZERO, Duration.ofMinutes(-1)));
            case NOTE_CUT -> row.note("wor");
            case NOTE_GONE -> row.note("");
            case OF_SOMEBODY_ELSE -> row.person(world.to.person("2"));
            case MARKED_AS_DELETED -> row.deleted(true);
        }
        if (change != Change.DELETED) {
            world.to.add(row.build());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsNotAsWrittenIsNeverVerified(Change change) {
        migrated();
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        happen(change);
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.summary()).startsWith("NOT FINISHED: ");
        assertThat(verify().outcome()).as("a second time").isEqualTo(Outcome.DIFFERENT);
        assertThat(apply().posts()).as("nothing is sent to mend it").isZero();
        notVerified();
    }

    @ParameterizedTest
    @EnumSource
    void anAdoptedRowThatIsNotAsItWasIsNeverVerified(Change change) throws Exception {
        migrated();
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, Files.createDirectory(directory.resolve("2")));
        world.from.rows().forEach(other.from::add);
        world.to.rows().forEach(other.to::add);
        world = other;
        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        plan();
        assertThat(apply().posts()).isZero();
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        happen(change);
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        notVerified();
    }

    private static void notVerified() {
        Tally.held(
                Area.MIGRATION,
                "Rows changed behind the migration",
                "created and adopted rows deleted, duplicated, merged, moved, renumbered, swapped, edited or given away",
                "each is found; never called verified",
                2 * Change.values().length,
                1);
    }

    @Test
    void aServiceThatMergesTwinsIsNotBelieved() {
        for (int twin = 0; twin < 2; twin++) {
            world.from.add(world.entry(4, DAY, 30, "twin"));
        }
        plan();
        List<TimeEntryId> stored = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            if (stored.isEmpty()) {
                stored.add(world.target.commit(entry));
            }
            return stored.get(0);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(verify().outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.to.rows()).hasSize(1);
    }

    @Test
    void aServiceThatAnswersSeveralThreadsWithOneIdIsNotBelieved() {
        world.policy = world.policy.toBuilder().parallelism(4).build();
        world.seed(40);
        plan();
        List<TimeEntryId> given = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            synchronized (given) {
                given.add(id);
                return given.size() > 20 ? given.get(20) : id;
            }
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).as("bound, not sent again").hasSize(40);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anAnswerWithTheIdOfALaterRowIsSeenByVerify() {
        world.seed(ENTRIES);
        plan();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            boolean shifted = number == ENTRIES;
            return shifted ? TimeEntryId.of(world.to.account, Long.toString(Long.parseLong(id.id()) + 1)) : id;
        };
        apply();
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    @Test
    void aRefusalOfSomethingThatWasStoredIsASuspectedDouble() {
        world.seed(ENTRIES);
        plan();
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number == 9) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("no"));
            }
            return id;
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.possibleDuplicates()).hasSize(1);
    }

    @Test
    void aDoubleThatWasFoundStaysOneUntilItIsGone() {
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
        TimeEntryId late = TimeEntryId.of(
                world.to.account, report.possibleDuplicates().get(0).targetId());
        world.to.add(world.target.get(late).toBuilder()
                .note("changed by the service")
                .workTime(moved(world.target.get(late), Duration.ZERO, Duration.ofMinutes(5)))
                .build());
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        world.to.remove(late);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void twoLedgersThatWriteAtTheSameTimeAreBothToldOfTheDoubles() throws Exception {
        world.seed(ENTRIES);
        plan();
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, Files.createDirectory(directory.resolve("2")));
        World first = world;
        boolean[] begun = new boolean[1];
        Migration second = other.builder()
                .source(first.source)
                .target(new FakeTracker(first.to))
                .build();
        second.plan();
        world.target.answer = (number, entry) -> {
            if (!begun[0]) {
                begun[0] = true;
                assertThat(second.apply().outcome()).isEqualTo(Outcome.DONE);
            }
            return world.target.commit(entry);
        };
        apply();
        assertThat(world.to.rows()).hasSize(2 * ENTRIES);
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(second.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        second.close();
    }

    @Test
    void anOlderCopyOfTheLedgerDoesNotVerifyWhatItDoesNotKnow() throws Exception {
        world.seed(ENTRIES);
        plan();
        Path copy = directory.resolve("copy.db");
        Files.copy(world.ledger, copy);
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        // On another machine: on the same one, no step is possible.
        try (Migration older = world.builder()
                .ledger(copy)
                .stateDirectory(directory.resolve("elsewhere"))
                .build()) {
            assertThat(older.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(older.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.to.rows()).hasSize(ENTRIES);
    }

    @Test
    void anEqualRowThatStoppedARunStopsTheNextOneToo() {
        migrated();
        TimeEntry late = world.entry(3, DAY, 45, "late");
        world.from.add(late.toBuilder().person(world.from.person("2")).build());
        world.to.add(any().toBuilder()
                .id(world.to.nextId())
                .person(world.to.person("2"))
                .project(world.to.project("111"))
                .workTime(inNewYork(late.workTime()))
                .note("late")
                .build());
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().existingRows()).isEqualTo(1);
        }
        int posts = world.target.posts.get();
        for (int run = 0; run < 3; run++) {
            ApplyReport report = apply();
            assertThat(report.outcome()).as("run %s", run).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(report.equalRows()).isEqualTo(1);
        }
        assertThat(world.target.posts).hasValue(posts);
    }

    @Test
    void anEntryPlannedLaterDoesNotDoubleARowThatWasThereFromTheBeginning() {
        TimeEntry late = world.entry(3, DAY, 45, "late");
        TimeEntry before = world.to.add(TimeEntry.builder()
                .id(world.to.nextId())
                .person(world.to.person("1"))
                .project(world.to.project("111"))
                .workTime(inNewYork(late.workTime()))
                .note("late")
                .build());
        migrated();
        world.from.add(late);
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.existingRows()).isEqualTo(1);
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.to.rows()).hasSize(ENTRIES + 1);

        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(ENTRIES + 1);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().adopted()).isEqualTo(1);
        }
        assertThat(world.to.rows()).containsExactly(before);
    }

    private static WorkTime inNewYork(WorkTime time) {
        WorkTime.Interval interval = (WorkTime.Interval) time;
        return WorkTime.from(
                interval.start().atZoneSameInstant(Profiles.TEAMWORK_ZONE).toOffsetDateTime(), time.duration());
    }

    @Test
    void aPlanOfNothingDoesNotSayThatTheSourceIsEmptyOnceItIsNot() {
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        world.from.add(world.entry(1, DAY, 30, "new"));
        assertThat(verify().summary())
                .isEqualTo("There was nothing to migrate when the plan was made. The source has changed since the "
                        + "plan: 0 changed, 1 added, 0 removed.");
    }

    @Test
    void aVerifyWithAnotherMappingIsRefused() {
        migrated();
        world.mapping = Mapping.builder()
                .people(Map.of("1", "2"))
                .projects(Map.of("10", "110", "11", "111"))
                .build();
        assertThatExceptionOfType(LedgerException.class)
                .isThrownBy(this::verify)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
    }
}
