package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random rounds of plan and apply, while entries are edited, moved, deleted, copied and created again at the source, rows are
 * edited and deleted on the target by other users, writes fail and the process is killed. The seed is in the test's name;
 * {@code -Dhourbridge.seed=N} runs one, {@code -Dhourbridge.schedules=N} so many.
 */
class CutoverSchedulesTest {
    private static final LocalDate OUTSIDE = World.LAST.plusYears(2);

    @TempDir
    Path directory;

    static LongStream seeds() {
        Long seed = Long.getLong("hourbridge.seed");
        return seed == null ? LongStream.range(0, schedules()) : LongStream.of(seed);
    }

    private static int schedules() {
        return Integer.getInteger("hourbridge.schedules", Samples.of(40, 10_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTargetIsTheSourcesLatestStateExceptForReportedRows(long seed) throws IOException {
        Run run = new Run(seed, Files.createTempDirectory(directory, "case"));
        try {
            run.run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", run.story), e);
        }
        Tally.held(
                Area.MIGRATION,
                "Random schedules of later runs",
                "seeded rounds of plan and apply with edits, moves, deletions, copies and re-created entries at the source,"
                        + " edits and deletions by others on the target, failed writes and killed processes",
                "the target is the source's latest state except for reported rows; no row of another user's is written; a"
                        + " further run sends nothing",
                schedules(),
                1);
    }

    private static final class Run {
        private final Random random;
        private final World world;
        private final List<String> story = new ArrayList<>();
        private final Map<TimeEntryId, TimeEntry> deletedAtSource = new LinkedHashMap<>();

        /** Rows as another user left them; empty for a row that was deleted. */
        private final Map<TimeEntryId, Optional<TimeEntry>> left = new HashMap<>();

        private final boolean hasOthers;
        private final boolean hasFaults;
        private boolean calm;
        private int number;

        Run(long seed, Path directory) {
            random = new Random(seed);
            List<Profiles[]> pairs = Profiles.pairs();
            Profiles[] pair = pairs.get(random.nextInt(pairs.size()));
            world = new World(pair[0], pair[1], directory);
            hasOthers = random.nextInt(3) > 0;
            hasFaults = random.nextInt(3) > 0;
            world.policy = world.policy.toBuilder()
                    .existing(ExistingRows.CREATE)
                    .deleted(random.nextInt(4) == 0 ? DeletedEntries.REPORT : DeletedEntries.DELETE)
                    .marker(random.nextInt(4) == 0 ? Marker.TRAILER : Marker.NONE)
                    .rounding(random.nextInt(4) == 0 ? Rounding.sumPreserving() : Rounding.nearest())
                    .maxDeletes(1000)
                    .build();
            story.add(pair[0] + " to " + pair[1] + ", " + world.policy);
        }

        void run() {
            for (int i = 0; i < 5 + random.nextInt(5); i++) {
                add();
            }
            for (int round = 0; round < 2 + random.nextInt(4); round++) {
                step(random.nextInt(5) > 0);
                for (int i = random.nextInt(5); i > 0; i--) {
                    changeSource();
                }
                for (int i = hasOthers ? random.nextInt(3) : 0; i > 0; i--) {
                    changeTarget();
                }
                if (random.nextInt(3) == 0) {
                    decide();
                }
            }
            calm = true;
            world.time.sleep(Duration.ofMinutes(10));
            Outcome outcome = Outcome.TEMPORARY;
            for (int i = 0; i < 6 && outcome != Outcome.DONE; i++) {
                outcome = step(true);
                if (outcome == Outcome.NEEDS_INPUT) {
                    keepDifferent();
                }
            }
            check(outcome);
        }

        private void add() {
            number++;
            world.from.add(world.entry(number, World.FIRST.plusDays(number * 5L), 15 + number, "work " + number));
        }

        private Optional<TimeEntry> any(Iterable<TimeEntry> rows) {
            List<TimeEntry> all = new ArrayList<>();
            rows.forEach(all::add);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }

        private void changeSource() {
            Optional<TimeEntry> any = any(world.from.rows());
            if (any.isEmpty()) {
                add();
                return;
            }
            TimeEntry entry = any.get();
            int what = random.nextInt(9);
            story.add("source " + entry.id().id() + ": " + what);
            switch (what) {
                case 0, 1 ->
                    world.from.add(entry.toBuilder()
                            .note("edit " + random.nextInt(1000))
                            .build());
                case 2 ->
                    world.from.add(entry.toBuilder()
                            .workTime(at(entry.workTime(), entry.workTime().localDate(), 10 + random.nextInt(90)))
                            .build());
                case 3 ->
                    world.from.add(entry.toBuilder()
                            .workTime(at(entry.workTime(), OUTSIDE, 30))
                            .build());
                case 4 ->
                    world.from.add(entry.toBuilder()
                            .workTime(at(entry.workTime(), World.FIRST.plusDays(random.nextInt(300)), 45))
                            .build());
                case 5 -> {
                    deletedAtSource.put(entry.id(), entry);
                    world.from.remove(entry.id());
                }
                case 6 ->
                    world.from.add(entry.toBuilder().id(world.from.nextId()).build());
                case 7 ->
                    deletedAtSource.values().stream().findFirst().ifPresent(old -> {
                        deletedAtSource.remove(old.id());
                        world.from.add(old.toBuilder().note("again").build());
                    });
                default -> add();
            }
        }

        private static WorkTime at(WorkTime like, LocalDate day, int minutes) {
            Duration duration = Duration.ofMinutes(minutes);
            return like instanceof WorkTime.Interval interval
                    ? WorkTime.from(
                            day.atTime(interval.start().toLocalTime())
                                    .atZone(Profiles.TEAMWORK_ZONE)
                                    .toOffsetDateTime(),
                            duration)
                    : WorkTime.on(day, duration);
        }

        private void changeTarget() {
            any(world.to.rows()).ifPresent(row -> {
                boolean isDeleted = random.nextInt(3) == 0;
                story.add("target " + row.id().id() + (isDeleted ? " deleted" : " edited"));
                if (isDeleted) {
                    world.to.remove(row.id());
                    left.put(row.id(), Optional.empty());
                } else {
                    TimeEntry edited = row.toBuilder()
                            .note("colleague " + random.nextInt(1000))
                            .build();
                    left.put(row.id(), Optional.of(world.to.add(edited)));
                }
            });
        }

        /** Plans and applies; how that ended, "temporary" if the process was killed. */
        private Outcome step(boolean isApplied) {
            world.restart();
            world.target.beforeGet = () -> maybe(20, this::changeTarget);
            world.target.beforeList = () -> maybe(20, this::changeTarget);
            world.target.answer = (count, entry) -> {
                TimeEntryId[] id = new TimeEntryId[1];
                write(() -> id[0] = world.target.commit(entry));
                return id[0];
            };
            world.target.updating = this::write;
            world.target.deleting = this::write;
            world.target.touching = id ->
                    assertThat(left).as("a row of another user's is written").doesNotContainKey(id);
            try (Migration migration = world.migration()) {
                MigrationPlan plan = migration.plan();
                story.add("plan " + plan.outcome() + " " + plan.changes());
                if (!isApplied) {
                    return plan.outcome();
                }
                ApplyReport apply = migration.apply();
                story.add("apply " + apply.outcome() + " " + apply.problem() + " " + apply.states());
                return apply.outcome();
            } catch (Crash e) {
                story.add("killed");
                return Outcome.TEMPORARY;
            }
        }

        private void maybe(int oneIn, Runnable action) {
            if (!calm && hasOthers && random.nextInt(oneIn) == 0) {
                action.run();
            }
        }

        private void write(Runnable commit) {
            int dice = calm || !hasFaults ? 100 : random.nextInt(100);
            if (dice < 3) {
                throw new Crash();
            }
            if (dice < 6) {
                commit.run();
                throw new Crash();
            }
            if (dice < 25) {
                Fault[] faults = Fault.values();
                Fault fault = faults[1 + random.nextInt(faults.length - 1)];
                story.add("fault " + fault);
                Map<TimeEntryId, Optional<TimeEntry>> before = new HashMap<>(left);
                // What a late commit overwrites in the meantime is beyond any client.
                fault.strike(
                        commit,
                        delay -> world.time.after(delay, () -> {
                            if (left.equals(before)) {
                                lateCommit(commit);
                            }
                        }));
                return;
            }
            commit.run();
        }

        private static void lateCommit(Runnable commit) {
            try {
                commit.run();
            } catch (dev.hourbridge.model.NotFoundException e) {
                // Deleted meanwhile.
            }
        }

        /** The user decides on some of the conflicts. */
        private void decide() {
            try (Migration migration = world.migration()) {
                List<PlannedChange> conflicts = new ArrayList<>();
                migration.forEachChange(change -> {
                    if (change.state() == ChangeState.CONFLICT) {
                        conflicts.add(change);
                    }
                });
                for (PlannedChange conflict : conflicts) {
                    decide(migration, conflict, random.nextBoolean());
                }
            }
        }

        private void decide(Migration migration, PlannedChange change, boolean isToOverwrite) {
            story.add((isToOverwrite ? "overwrite " : "keep ") + change.sourceId());
            try {
                if (isToOverwrite) {
                    migration.resolveByOverwriting(change.sourceId());
                    left.remove(
                            TimeEntryId.of(world.to.account, change.targetId().orElseThrow()));
                } else {
                    migration.resolveByKeepingTarget(change.sourceId());
                }
            } catch (dev.hourbridge.model.InvalidInputException e) {
                story.add("not to decide: " + e.getMessage());
            }
        }

        private void keepDifferent() {
            try (Migration migration = world.migration()) {
                List<PlannedChange> different = new ArrayList<>();
                migration.forEachChange(change -> {
                    if (change.state() == ChangeState.DIFFERENT) {
                        different.add(change);
                    }
                });
                different.forEach(change -> decide(migration, change, false));
            }
        }

        private void check(Outcome outcome) {
            VerifyReport verify;
            Map<String, EntryReport> latest = new HashMap<>();
            Set<String> named = new HashSet<>();
            try (Migration migration = world.migration()) {
                verify = migration.verify();
                story.add("verify " + verify.outcome() + " " + verify.summary());
                migration.forEachEntry(entry -> {
                    latest.put(entry.sourceId(), entry);
                    if (entry.state() != EntryState.DELETED
                            && entry.verdict().filter(this::isAsPlanned).isEmpty()) {
                        named.add(entry.sourceId());
                    }
                });
                migration.forEachChange(change -> named.add(change.sourceId()));
                verify.possibleDuplicates().forEach(each -> named.add(each.targetId()));
            }
            Map<String, TimeEntry> rows = new HashMap<>();
            world.to.rows().forEach(row -> rows.put(row.id().id(), row));
            Set<String> explained = new HashSet<>();
            for (TimeEntry source : world.from.rows()) {
                EntryReport entry = latest.get(source.id().id());
                if (entry == null) {
                    assertThat(source.workTime().localDate())
                            .as("never planned: %s", source)
                            .isEqualTo(OUTSIDE);
                    continue;
                }
                if (entry.state() == EntryState.DELETED
                        && source.workTime().localDate().equals(OUTSIDE)) {
                    // Deleted together with its row, and re-created outside the range: there is nothing to send.
                    continue;
                }
                TimeEntry row = rows.get(entry.targetId().orElse(""));
                entry.targetId().ifPresent(explained::add);
                boolean isThere = row != null
                        && row.note()
                                .lines()
                                .findFirst()
                                .equals(source.note().lines().findFirst())
                        && row.workTime().localDate().equals(source.workTime().localDate())
                        && row.workTime().duration().equals(source.workTime().duration());
                if (!isThere) {
                    assertThat(named)
                            .as("%s is not reported, and is %s", source, row)
                            .contains(source.id().id());
                }
            }
            latest.values().forEach(entry -> {
                boolean isAtSource =
                        world.from.rows().stream().anyMatch(row -> row.id().id().equals(entry.sourceId()));
                String id = entry.targetId().orElse("");
                explained.add(id);
                if (!isAtSource && rows.containsKey(id)) {
                    assertThat(named).as("a row without a source: %s", entry).contains(entry.sourceId());
                }
            });
            rows.keySet().forEach(id -> {
                if (!explained.contains(id) && !left.containsKey(TimeEntryId.of(world.to.account, id))) {
                    assertThat(named).as("row %s is of nothing", id).contains(id);
                }
            });
            left.forEach((id, row) -> assertThat(Optional.ofNullable(rows.get(id.id())))
                    .as("row %s as another user left it", id)
                    .isEqualTo(row));
            if (!hasOthers && !hasFaults) {
                assertThat(verify.outcome().compareTo(Outcome.TEMPORARY)).isNotNegative();
            }
            if (outcome == Outcome.DONE && verify.outcome() == Outcome.DONE) {
                assertThat(step(true)).isEqualTo(Outcome.DONE);
                assertThat(world.target.posts.get() + world.target.updates.get() + world.target.deletes.get())
                        .as("writes of a further run")
                        .isZero();
            }
        }

        private boolean isAsPlanned(Verdict verdict) {
            return verdict == Verdict.SAME || verdict == Verdict.SAME_WITH_LOSS;
        }
    }
}
