package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random faults, crashes, twins, rows from before and other people at work. The seed is in the test's name. */
class RandomScheduleTest {
    private static final int MOST_RUNS = 12;

    @TempDir
    Path directory;

    static Stream<Long> seeds() {
        return LongStream.range(0, Samples.of(150, 10_000)).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostOrDoubledWithoutBeingSaid(long seed) throws Exception {
        Random random = new Random(seed);
        List<Profiles[]> pairs = Profiles.pairs();
        Profiles[] pair = pairs.get(random.nextInt(pairs.size()));
        World world = new World(pair[0], pair[1], Files.createTempDirectory(directory, "case"));
        seed(world, random);
        Map<String, Integer> before = adoptable(world, random);
        world.policy = world.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .parallelism(1 + random.nextInt(3))
                .build();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
        }

        Outsider outsider = new Outsider(world, random);
        @Nullable ApplyReport report = null;
        for (int run = 0; run < MOST_RUNS; run++) {
            boolean calm = run > MOST_RUNS / 2;
            report = run(world, calm ? null : outsider);
            if (report != null && report.outcome() == Outcome.DONE) {
                break;
            }
        }

        world.restart();
        try (Migration migration = world.migration()) {
            VerifyReport verified = migration.verify();
            Map<String, Integer> missing = new HashMap<>(world.expected());
            outsider.own(world.onTarget()).forEach((key, count) -> missing.merge(key, -count, Integer::sum));
            missing.values().removeIf(count -> count == 0);
            if (verified.outcome() == Outcome.DONE) {
                assertThat(missing).as("verified, yet").isEmpty();
            }
            if (outsider.deletions == 0 && outsider.edits == 0) {
                Objects.requireNonNull(report);
                assertThat(report.outcome())
                        .as("%s %s %s", report.problem(), report.states(), before)
                        .isIn(Outcome.DONE, Outcome.IN_DOUBT, Outcome.REJECTS);
                assertThat(missing.values()).as("doubled").noneMatch(count -> count < 0);
                if (report.outcome() == Outcome.DONE) {
                    assertThat(missing).isEmpty();
                    assertThat(verified.outcome()).isEqualTo(Outcome.DONE);
                }
            }
        }
        Tally.held(
                Area.MIGRATION,
                "Random schedules",
                "seeded runs with faults, crashes, twins, rows from before, and others who write, edit and delete",
                "never verified while an entry was lost or double",
                (int) seeds().count(),
                1);
    }

    private static @Nullable ApplyReport run(World world, @Nullable Outsider outsider) {
        world.restart();
        if (outsider != null) {
            world.target.answer = (number, entry) -> outsider.answer(world.target, entry);
            world.target.beforeList = outsider::work;
        }
        try (Migration migration = world.migration()) {
            return migration.apply();
        } catch (Crash e) {
            return null;
        }
    }

    private static void seed(World world, Random random) {
        int entries = 6 + random.nextInt(10);
        int number = 0;
        for (int i = 0; i < entries; i++) {
            number = i > 0 && random.nextInt(100) < 15 ? number : i;
            world.from.add(
                    world.entry(number, World.FIRST.plusDays(100 + number % 5), 15 + number % 3, "work " + number));
        }
    }

    /** Puts some of the rows there before, as an earlier migration would have. */
    private Map<String, Integer> adoptable(World world, Random random) throws Exception {
        if (random.nextInt(3) == 0) {
            World earlier =
                    new World(world.from.profile, world.to.profile, Files.createTempDirectory(directory, "earlier"));
            world.from.rows().forEach(row -> {
                if (random.nextInt(4) == 0) {
                    earlier.from.add(row);
                }
            });
            try (Migration migration = earlier.migration()) {
                migration.plan();
                migration.apply();
            }
            earlier.to.rows().forEach(world.to::add);
        }
        return world.onTarget();
    }

    /** Breaks answers, and writes, deletes and edits rows of the same people on the same days. */
    private static final class Outsider {
        private static final String NOTE = "somebody else's";

        private final World world;
        private final Random random;
        private int deletions;
        private int edits;

        Outsider(World world, Random random) {
            this.world = world;
            this.random = random;
        }

        synchronized TimeEntryId answer(FakeTracker target, NewTimeEntry entry) {
            int dice = random.nextInt(100);
            if (dice < 3) {
                throw new Crash();
            }
            if (dice < 6) {
                target.commit(entry);
                throw new Crash();
            }
            if (dice < 30) {
                Fault[] faults = Fault.values();
                return faults[random.nextInt(faults.length)].strike(target, entry);
            }
            return target.commit(entry);
        }

        synchronized void work() {
            int dice = random.nextInt(100);
            List<TimeEntry> rows = List.copyOf(world.to.rows());
            if (dice < 10 && !rows.isEmpty()) {
                TimeEntry like = rows.get(random.nextInt(rows.size()));
                world.to.add(like.toBuilder()
                        .id(world.to.nextId())
                        .note(NOTE)
                        .workTime(longer(like.workTime()))
                        .build());
            } else if (dice < 12 && !rows.isEmpty()) {
                deletions++;
                world.to.remove(rows.get(random.nextInt(rows.size())).id());
            } else if (dice < 14 && !rows.isEmpty()) {
                edits++;
                TimeEntry row = rows.get(random.nextInt(rows.size()));
                world.to.add(row.toBuilder()
                        .note(NOTE)
                        .workTime(longer(row.workTime()))
                        .build());
            }
        }

        private static WorkTime longer(WorkTime time) {
            Duration duration = time.duration().plusMinutes(100);
            return time instanceof WorkTime.Interval interval
                    ? WorkTime.from(interval.start(), duration)
                    : WorkTime.on(time.localDate(), duration);
        }

        Map<String, Integer> own(Map<String, Integer> rows) {
            Map<String, Integer> own = new HashMap<>(rows);
            own.keySet().removeIf(key -> key.endsWith(NOTE));
            return own;
        }
    }
}
