package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What looks like absence and is not, and what is absent for good. */
class AbsenceTest extends EngineTest {
    private ConnectionException lost() {
        return new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
    }

    private ServerException failed500() {
        return new ServerException(failed(WriteOutcome.IN_DOUBT).status(500).build());
    }

    private static LedgerWriteHook endAtIntent(int last) {
        return new QuickWriteHook() {
            private int intents;

            @Override
            public void before(Write write) {
                intents += write == Write.INTENT ? 1 : 0;
                if (intents == last) {
                    throw new Crash();
                }
            }
        };
    }

    @Test
    void aCommitThatCameWhileNobodyRanIsBoundAndNotSentAgain() {
        world.from.add(world.entry(1, DAY, 30, "slow"));
        plan();
        world.target.answer = (number, entry) -> {
            world.target.commitLater(entry, Duration.ofMinutes(2));
            throw lost();
        };
        // The process ends after the entry was proven absent, just before it is sent again.
        try (Migration migration = world.builder().hook(endAtIntent(2)).build()) {
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        world.time.sleep(Duration.ofHours(1));
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
        assertThat(world.to.rows()).hasSize(1);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRowWithoutANoteOnTheNextDayMayBeTheOneThatIsLookedFor() {
        world.seed(6);
        world.from.add(world.entry(2, DAY, 77, ""));
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().isEmpty()) {
                WorkTime.Interval time = (WorkTime.Interval) entry.workTime();
                world.target.commit(entry.toBuilder()
                        .workTime(WorkTime.from(time.start().plusDays(1), time.duration()))
                        .build());
                throw lost();
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isIn(Outcome.IN_DOUBT, Outcome.DIFFERENT);
        assertThat(world.to.rows()).as("no second POST").hasSize(7);
        assertThat(verify().outcome()).isNotEqualTo(Outcome.DONE);
    }

    @Test
    void aRowThatSlipsBetweenTwoPagesIsFoundByASecondLook() throws Exception {
        world = new World(Profiles.LIVETIMER, Profiles.CODEBASE, Files.createDirectory(directory.resolve("pages")));
        world.from.add(world.entry(1, DAY, 30, "lost"));
        for (int i = 0; i < 50; i++) {
            world.to.add(TimeEntry.builder()
                    .id(world.to.nextId())
                    .person(world.to.person("1"))
                    .workTime(WorkTime.on(DAY, Duration.ofHours(3)))
                    .note("somebody's " + i)
                    .build());
        }
        TimeEntryId first = world.to.rows().iterator().next().id();
        plan();
        int[] lists = new int[1];
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number > 1) {
                return id;
            }
            // Somebody deletes a row of the first page while the second is asked for.
            world.target.listed = rows -> {
                if (++lists[0] != 2) {
                    return rows;
                }
                world.to.remove(first);
                return rows.stream().filter(row -> !row.id().equals(first)).toList();
            };
            throw lost();
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(lists[0]).isGreaterThan(2);
        assertThat(world.target.posts).as("no second POST").hasValue(1);
    }

    @Test
    void aServiceThatDoesNothingFromTheFirstEntryOnStopsTheRunSoon() {
        world.seed(200);
        plan();
        world.target.answer = (number, entry) -> {
            throw lost();
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(report.posts()).isEqualTo(5);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void aServerErrorOnTheLastEntryIsARefusalOnceItCameThreeTimes() {
        world.seed(12);
        world.from.add(world.entry(4, World.LAST.minusDays(20), 77, "bad"));
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("bad")) {
                throw failed500();
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(report.posts()).isEqualTo(12 + 3);
        assertThat(verify().outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(apply().posts()).isZero();
    }

    @Test
    void anEntryThatTheTargetFailedOnIsPlannedAnewOnceItIsMendedAtTheSource() {
        world.seed(12);
        TimeEntry bad = world.entry(4, DAY, 77, "bad data");
        world.from.add(bad);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("bad data")) {
                throw failed500();
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        world.from.add(bad.toBuilder().note("good data").build());
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void bindsTheRowThatIsAsItWasSentBeforeOneThatOnlyLooksAlike() {
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .defaultProject("110")
                .defaultBillable(Billable.YES)
                .build();
        world.seed(6);
        world.from.add(world.entry(4, DAY, 77, "contested"));
        plan();
        boolean[] struck = new boolean[1];
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("contested") && !struck[0]) {
                struck[0] = true;
                NewTimeEntry others = entry.toBuilder().billable(Billable.NO).build();
                world.target.commit(others);
                world.target.commit(entry);
                throw lost();
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).as("the other one is named").isEqualTo(Outcome.DIFFERENT);
        String other = report.possibleDuplicates().get(0).targetId();
        assertThat(world.target.get(TimeEntryId.of(world.to.account, other)).billable())
                .isEqualTo(Billable.NO);
    }

    /** Fails three times with a 500; the third is stored all the same, after every look but the last. */
    private void failThreeTimesAndCommitLate(String storedNote) {
        world.target.answer = (number, entry) -> {
            if (number == 3) {
                world.target.commitLater(entry.toBuilder().note(storedNote).build(), Duration.ofMinutes(2));
            }
            throw failed500();
        };
    }

    @Test
    void aRowThatTheSweepFindsOfAnEntryGivenUpIsBound() {
        world.from.add(world.entry(1, DAY, 30, "slow"));
        plan();
        failThreeTimesAndCommitLate("slow");
        ApplyReport report = apply();
        assertThat(report.posts()).isEqualTo(3);
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.states()).containsOnly(Map.entry(EntryState.RECOVERED, 1L));
        world.restart();
        plan();
        assertThat(apply().posts()).isZero();
        assertThat(world.to.rows()).hasSize(1);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void anEntryWithARowThatMayBeItsOwnIsNotPlannedAnew() {
        TimeEntry slow = world.entry(1, DAY, 30, "slow");
        world.from.add(slow);
        plan();
        failThreeTimesAndCommitLate("s?ow");
        ApplyReport report = apply();
        assertThat(report.possibleDuplicates()).hasSize(1);
        // Would take the place of an entry that was deleted.
        world.from.add(world.entry(2, DAY.minusDays(9), 15, "another"));
        world.restart();
        plan();
        report = apply();
        assertThat(report.posts()).as("the other one").isEqualTo(1);
        assertThat(report.possibleDuplicates())
                .singleElement()
                .satisfies(it -> assertThat(it.sourceId()).isEqualTo(slow.id().id()));

        world.to.remove(TimeEntryId.of(
                world.to.account, report.possibleDuplicates().get(0).targetId()));
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        plan();
        assertThat(apply().outcome()).as("once the row is gone").isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    /** A slow entry that waits to be sent again when the run ends, and a row of it that comes only then. */
    private ApplyReport stopBeforeTheSlowOneIsSentAgain(String storedNote) {
        world.from.add(world.entry(2, DAY, 30, "slow, and the longest"));
        for (int i = 1; i <= 3; i++) {
            world.from.add(world.entry(2, DAY.plusDays(10L * i), 30 + i, "taken " + i));
        }
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().startsWith("slow")) {
                world.target.commitLater(entry.toBuilder().note(storedNote).build(), Duration.ofMinutes(2));
                throw lost();
            }
            // Three of these stop the person and project, so that the slow one is not sent again in this run.
            throw new MalformedResponseException(
                    failed(WriteOutcome.ACCEPTED_NO_ID).build());
        };
        ApplyReport report = apply();
        assertThat(report.posts()).isEqualTo(4);
        return report;
    }

    @Test
    void aRowThatTheSweepFindsOfAnEntryToBeSentAgainIsBound() {
        ApplyReport report = stopBeforeTheSlowOneIsSentAgain("slow, and the longest");
        assertThat(report.possibleDuplicates()).isEmpty();
        assertThat(report.states())
                .containsOnly(Map.entry(EntryState.RECOVERED, 1L), Map.entry(EntryState.IN_DOUBT, 3L));
        world.restart();
        assertThat(apply().posts()).isZero();
        assertThat(world.to.rows()).hasSize(1);
    }

    @Test
    void anEntryToBeSentAgainIsInDoubtOnceTheSweepFindsARowThatMayBeIt() {
        ApplyReport report = stopBeforeTheSlowOneIsSentAgain("slow, and the l?ngest");
        assertThat(report.states()).containsOnly(Map.entry(EntryState.IN_DOUBT, 4L));
        world.restart();
        report = apply();
        assertThat(report.posts()).isZero();
        assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.to.rows()).hasSize(1);
    }

    @Test
    void aRowWithoutTheTagIsNotBoundWhereOursAreTagged() {
        world.policy = world.policy.toBuilder().marker(Marker.TAG).build();
        world.from.add(world.entry(1, DAY, 30, "contested"));
        plan();
        NewTimeEntry[] sent = new NewTimeEntry[1];
        world.target.answer = (number, entry) -> {
            sent[0] = entry;
            throw lost();
        };
        try (Migration migration = world.builder().hook(endAtIntent(2)).build()) {
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        world.restart();
        world.target.commit(sent[0].toBuilder().tags(List.of()).build());
        ApplyReport report = apply();
        assertThat(report.posts()).isEqualTo(1);
        assertThat(report.states()).containsOnly(Map.entry(EntryState.CREATED, 1L));
        assertThat(world.to.rows()).as("the colleague's, and ours").hasSize(2);
    }
}
