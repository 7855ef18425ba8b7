package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.CrashMatrixTest.Point;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process ends at each point of an update or a deletion that fails in each way, on each way from one service to another;
 * it resumes, and in the end the target is as the source.
 */
class ChangeCrashMatrixTest {
    private static final int ENTRIES = 8;
    private static final int DELETED = 3;
    private static final int MOST_RUNS = 6;

    @TempDir
    Path directory;

    /**
     * A write that fails, and where the process ends.
     *
     * @param write the number of the write: updates come first, as planned, then deletions
     */
    record Case(Profiles from, Profiles to, Point point, Fault fault, int write) {
        boolean isDeletion() {
            return write > ENTRIES - DELETED;
        }
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Profiles[] pair : Profiles.pairs()) {
            for (Point point : Point.values()) {
                for (Fault fault : Fault.values()) {
                    if (point.whyNever(fault).isEmpty()) {
                        cases.add(new Case(pair[0], pair[1], point, fault, 1 + cases.size() % (ENTRIES - DELETED)));
                        cases.add(new Case(
                                pair[0], pair[1], point, fault, ENTRIES - DELETED + 1 + cases.size() % DELETED));
                    }
                }
            }
        }
        return cases;
    }

    static Stream<Case> cases() {
        List<Case> all = all();
        // 13 is prime to the points, the faults and the kinds, so that the sample meets each with each.
        int step = Samples.isFull() ? 1 : 37;
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTargetIsAsTheSourceAfterAnyCrash(Case at) throws Exception {
        World world = new World(at.from, at.to, Files.createTempDirectory(directory, "case"));
        for (int number = 1; number <= ENTRIES; number++) {
            world.from.add(world.entry(number % 2 * 2, World.FIRST.plusDays(number), 20 + number, "work " + number));
        }
        world.policy = world.policy.toBuilder().deleted(DeletedEntries.DELETE).build();
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        change(world);
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().updates()).isEqualTo(ENTRIES - DELETED);
            assertThat(plan.changes().deletions()).isEqualTo(DELETED);
        }
        Schedule schedule = new Schedule(at);
        assertThatExceptionOfType(Crash.class).isThrownBy(() -> run(world, schedule));
        ApplyReport report = run(world, schedule);
        for (int runs = 1; runs < MOST_RUNS && report.outcome() != Outcome.DONE; runs++) {
            report = run(world, schedule);
        }
        assertThat(report.outcome())
                .as("%s: %s %s", at, report.problem(), report.changes())
                .isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        world.restart();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().changes().isNothingToSend()).isTrue();
            ApplyReport again = migration.apply();
            assertThat(again.posts() + again.updates() + again.deletions()).isZero();
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        Tally.held(
                Area.MIGRATION,
                "Crash in each moment of an update and a deletion",
                "12 routes, 9 moments, 10 faults, updates and deletions; resumed after the crash",
                "the target is as the source; a further run sends nothing; verified",
                (int) cases().count(),
                1);
    }

    private static void change(World world) {
        List<TimeEntry> rows = List.copyOf(world.from.rows());
        for (int i = 0; i < rows.size(); i++) {
            TimeEntry row = rows.get(i);
            if (i < ENTRIES - DELETED) {
                world.from.add(row.toBuilder()
                        .note("edited " + i)
                        .workTime(longer(row.workTime()))
                        .build());
            } else {
                world.from.remove(row.id());
            }
        }
    }

    private static WorkTime longer(WorkTime time) {
        return time instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), time.duration().plusMinutes(7))
                : WorkTime.on(time.localDate(), time.duration().plusMinutes(7));
    }

    private static ApplyReport run(World world, Schedule schedule) {
        world.restart();
        world.target.updating = commit -> schedule.write(world, commit);
        world.target.deleting = commit -> schedule.write(world, commit);
        try (Migration migration = world.builder().hook(schedule).build()) {
            return migration.apply();
        }
    }

    /** Lets one write fail, and the process end at one point of it. */
    private static final class Schedule extends QuickWriteHook {
        private final Case at;
        private int intents;
        private int writes;
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
            crashAt(Point.BEFORE_INTENT, write == Write.INTENT && intents == at.write);
            crashAt(Point.AFTER_ANSWER, write == Write.OUTCOME && struck);
        }

        @Override
        public void inside(Write write) {
            crashAt(Point.TORN_INTENT, write == Write.INTENT && intents == at.write);
            crashAt(Point.TORN_OUTCOME, write == Write.OUTCOME && struck);
        }

        @Override
        public void after(Write write) {
            crashAt(Point.AFTER_INTENT, write == Write.INTENT && intents == at.write);
            crashAt(Point.AFTER_OUTCOME, write == Write.OUTCOME && struck);
        }

        void write(World world, Runnable commit) {
            if (++writes < at.write || struck) {
                commit.run();
                return;
            }
            crashAt(Point.BEFORE_SEND, true);
            struck = true;
            if (at.point == Point.AFTER_COMMIT_WITHOUT_ANSWER || (at.point == Point.MID_ANSWER && at.fault.commits)) {
                commit.run();
            }
            crashAt(Point.AFTER_COMMIT_WITHOUT_ANSWER, true);
            crashAt(Point.MID_ANSWER, true);
            at.fault.strike(commit, delay -> world.time.after(delay, () -> commitIfThere(commit)));
        }

        /** A deletion that is carried out late finds nothing if it was sent again meanwhile. */
        private static void commitIfThere(Runnable commit) {
            try {
                commit.run();
            } catch (dev.hourbridge.model.NotFoundException e) {
                // Gone already.
            }
        }
    }
}
