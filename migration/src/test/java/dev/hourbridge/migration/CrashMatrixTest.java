package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process ends at each point of a create that fails in each way, on each way from one service to
 * another; it goes on, and in the end every entry is there once.
 */
class CrashMatrixTest {
    private static final int ENTRIES = 8;
    private static final int MOST_RUNS = 6;

    @TempDir
    Path directory;

    /** Where the process ends. */
    enum Point {
        BEFORE_INTENT,
        TORN_INTENT,
        AFTER_INTENT,
        BEFORE_SEND,
        AFTER_COMMIT_WITHOUT_ANSWER,
        MID_ANSWER,
        AFTER_ANSWER,
        TORN_OUTCOME,
        AFTER_OUTCOME;

        /** Why a create that fails so never gets there; empty if it does. */
        String whyNever(Fault fault) {
            if (this == AFTER_COMMIT_WITHOUT_ANSWER && !fault.commits) {
                return "nothing is committed";
            }
            return this == MID_ANSWER && !fault.answers ? "no answer begins" : "";
        }
    }

    record Case(Profiles from, Profiles to, Point point, Fault fault, int post) {}

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Profiles[] pair : Profiles.pairs()) {
            for (Point point : Point.values()) {
                for (Fault fault : Fault.values()) {
                    if (point.whyNever(fault).isEmpty()) {
                        cases.add(new Case(pair[0], pair[1], point, fault, cases.size() % ENTRIES + 1));
                    }
                }
            }
        }
        return cases;
    }

    static Stream<Case> cases() {
        List<Case> all = all();
        // 7 is prime to the points and the faults, so that the sample meets each with each.
        int step = Samples.isFull() ? 1 : 19;
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get);
    }

    @Test
    void reachesAllPairsButThoseThatCannotBe() {
        List<String> never = new ArrayList<>();
        for (Point point : Point.values()) {
            for (Fault fault : Fault.values()) {
                if (!point.whyNever(fault).isEmpty()) {
                    never.add(point + " x " + fault + ": " + point.whyNever(fault));
                }
            }
        }
        assertThat(never)
                .containsExactly(
                        "AFTER_COMMIT_WITHOUT_ANSWER x IO_EXCEPTION: nothing is committed",
                        "AFTER_COMMIT_WITHOUT_ANSWER x RESET: nothing is committed",
                        "AFTER_COMMIT_WITHOUT_ANSWER x THROTTLED: nothing is committed",
                        "AFTER_COMMIT_WITHOUT_ANSWER x ERROR_500: nothing is committed",
                        "AFTER_COMMIT_WITHOUT_ANSWER x LATE_COMMIT: nothing is committed",
                        "MID_ANSWER x IO_EXCEPTION: no answer begins",
                        "MID_ANSWER x TIMEOUT: no answer begins",
                        "MID_ANSWER x RESET: no answer begins",
                        "MID_ANSWER x EOF: no answer begins",
                        "MID_ANSWER x LATE_COMMIT: no answer begins");
        assertThat(all()).hasSize(12 * (9 * 10 - 10));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEntryIsThereOnceAfterAnyCrash(Case at) throws Exception {
        World world = new World(at.from, at.to, Files.createTempDirectory(directory, "case")).seed(ENTRIES);
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
        }
        Schedule schedule = new Schedule(at);
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> run(world, schedule));
        assertThat(schedule.crashed).isTrue();

        ApplyReport report = run(world, schedule);
        for (int runs = 1; runs < MOST_RUNS && report.outcome() != Outcome.DONE; runs++) {
            report = run(world, schedule);
        }
        assertThat(report.outcome())
                .as("%s: %s %s %s", at, report.problem(), report.states(), report.possibleDuplicates())
                .isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        world.restart();
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().posts()).isZero();
            assertThat(world.target.posts).hasValue(0);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        Tally.held(
                Area.MIGRATION,
                "Crash in each moment of a create",
                "12 routes, 9 moments, 10 faults: the 960 of 1080 that can be reached; resumed after the crash",
                "every entry once; a third run sends nothing; verified",
                (int) cases().count(),
                1);
    }

    private static ApplyReport run(World world, Schedule schedule) {
        world.restart();
        world.target.answer = (number, entry) -> schedule.answer(world.target, entry);
        try (Migration migration = world.builder().hook(schedule).build()) {
            return migration.apply();
        }
    }

    /** Lets one POST fail, and the process end at one point of it. */
    private static final class Schedule extends QuickWriteHook {
        private final Case at;
        private int intents;
        private int posts;
        private boolean struck;
        private boolean crashed;

        Schedule(Case at) {
            this.at = at;
        }

        private void crashAt(Point point, boolean now) {
            if (now && !crashed && at.point == point) {
                crashed = true;
                throw new Crash();
            }
        }

        @Override
        public void before(Write write) {
            intents += write == Write.INTENT ? 1 : 0;
            crashAt(Point.BEFORE_INTENT, write == Write.INTENT && intents == at.post);
            crashAt(Point.AFTER_ANSWER, write == Write.OUTCOME && struck);
        }

        @Override
        public void inside(Write write) {
            crashAt(Point.TORN_INTENT, write == Write.INTENT && intents == at.post);
            crashAt(Point.TORN_OUTCOME, write == Write.OUTCOME && struck);
        }

        @Override
        public void after(Write write) {
            crashAt(Point.AFTER_INTENT, write == Write.INTENT && intents == at.post);
            crashAt(Point.AFTER_OUTCOME, write == Write.OUTCOME && struck);
        }

        dev.hourbridge.model.TimeEntryId answer(FakeTracker target, dev.hourbridge.model.NewTimeEntry entry) {
            if (++posts < at.post || struck) {
                return target.commit(entry);
            }
            crashAt(Point.BEFORE_SEND, true);
            struck = true;
            if (at.point == Point.AFTER_COMMIT_WITHOUT_ANSWER || (at.point == Point.MID_ANSWER && at.fault.commits)) {
                target.commit(entry);
            }
            crashAt(Point.AFTER_COMMIT_WITHOUT_ANSWER, true);
            crashAt(Point.MID_ANSWER, true);
            return at.fault.strike(target, entry);
        }
    }
}
