package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creates without a clear answer. */
class InDoubtResolverTest extends EngineTest {
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
        assertThat(verify().summary())
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
        assertThat(report.possibleDuplicates()).hasSize(1);
        assertThat(report.possibleDuplicates().get(0).twinId()).isPresent();
        assertThat(world.to.rows()).as("nothing is deleted silently").hasSize(2);
        assertThat(verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(apply().outcome()).as("until somebody looked").isEqualTo(Outcome.DIFFERENT);

        world.to.remove(TimeEntryId.of(
                world.to.account, report.possibleDuplicates().get(0).targetId()));
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
    void neitherTakesARowWithoutTheTagNorSendsAgainWhileItMayBeTheEntry() {
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
        assertThat(apply().states()).containsEntry(EntryState.CREATED, 20L).containsEntry(EntryState.IN_DOUBT, 1L);
        assertThat(world.to.rows().stream().filter(row -> row.note().equals("contested")))
                .hasSize(1);
    }
}
