package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first entries of many people and projects, which are sent in rounds that grow. */
class CanaryRoundsTest extends EngineTest {
    private static final int PARALLEL = 4;

    private static String place(NewTimeEntry entry) {
        return entry.person().orElseThrow().id() + "/"
                + entry.project().orElseThrow().id();
    }

    private static String place(TimeEntry row) {
        return row.person().orElseThrow().id() + "/"
                + row.project().orElseThrow().id();
    }

    private void seed(int people, int projects, int entries) {
        Map<String, String> mappedPeople = new TreeMap<>();
        Map<String, String> mappedProjects = new TreeMap<>();
        for (int i = 0; i < entries; i++) {
            String person = Integer.toString(1 + i % people);
            String project = Integer.toString(10 + i / people % projects);
            mappedPeople.put(person, person);
            mappedProjects.put(project, "1" + project);
            String note = (i % 11 == 0 ? "Grüße " : "work ") + i + " and more".repeat(i % 13 == 0 ? i % 9 : 0);
            world.from.add(world.entry(i, World.FIRST.plusDays(i * 7L % 366), 15 + i % 50, note).toBuilder()
                    .person(world.from.person(person))
                    .project(world.from.project(project))
                    .build());
        }
        world.mapping = Mapping.builder()
                .people(mappedPeople)
                .projects(mappedProjects)
                .activities(Map.of("30", "130"))
                .build();
        plan();
    }

    @ParameterizedTest
    @CsvSource({"8, 12", "18, 19"})
    void aCleanRunSendsAtMostThreeRequestsInAHundredMoreThanItHasEntries(int people, int projects) {
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        seed(people, projects, 3_033);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(3_033);
        assertThat(world.target.requests()).isLessThanOrEqualTo(3_033 * 103 / 100);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    /** The third round has four canaries, and each has a response only once all of them have arrived. */
    @Test
    void theCanariesOfARoundAreInFlightTogether() {
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        seed(8, 12, 300);
        CountDownLatch arrived = new CountDownLatch(PARALLEL);
        List<String> places = new ArrayList<>();
        world.target.answer = (number, entry) -> {
            if (number >= 4 && number <= 7) {
                synchronized (places) {
                    places.add(place(entry));
                }
                arrived.countDown();
                await(arrived);
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(arrived.getCount()).isZero();
        assertThat(places).hasSize(PARALLEL).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No list shows more rows for the first time than were seen before, and one. */
    @Test
    void noRoundIsLargerThanAllBeforeItAndNothingElseIsSentForAPairUntilItsCanariesWereSeen() {
        seed(8, 12, 600);
        Set<String> seen = new HashSet<>();
        List<String> unseen = new ArrayList<>();
        List<String> tooEarly = new ArrayList<>();
        AtomicInteger largest = new AtomicInteger();
        world.target.beforeList = () -> {
            largest.set(Math.max(largest.get(), unseen.size()));
            assertThat(unseen.size()).isLessThanOrEqualTo(seen.size() + 1);
            world.to.rows().forEach(row -> seen.add(row.id().toString()));
            unseen.clear();
        };
        Set<String> seenPlaces = new HashSet<>();
        world.target.answer = (number, entry) -> {
            world.to.rows().stream()
                    .filter(row -> seen.contains(row.id().toString()))
                    .forEach(row -> seenPlaces.add(place(row)));
            if (unseen.contains(place(entry)) && !seenPlaces.contains(place(entry))) {
                tooEarly.add(place(entry));
            }
            unseen.add(place(entry));
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(tooEarly).as("sent before the first of its pair was seen").isEmpty();
        assertThat(largest).hasValueGreaterThan(50);
    }

    /** What a target can store wrong of a part of the entries. */
    private enum Wrong {
        ANY,
        PERSON,
        PROJECT,
        PAIR,
        SUMMER,
        NON_ASCII,
        LONG_NOTE;

        private boolean isStoredWrong(TimeEntry row) {
            return switch (this) {
                case ANY -> true;
                case PERSON -> row.person().orElseThrow().id().equals("5");
                case PROJECT -> row.project().orElseThrow().id().equals("115");
                case PAIR -> place(row).equals("3/117");
                case SUMMER ->
                    Profiles.TEAMWORK_ZONE
                            .getRules()
                            .isDaylightSavings(
                                    ((WorkTime.Interval) row.workTime()).start().toInstant());
                case NON_ASCII -> !row.note().chars().allMatch(each -> each < 128);
                case LONG_NOTE -> row.note().length() > 40;
            };
        }
    }

    private AtomicInteger storingWrong(Predicate<TimeEntry> which, UnaryOperator<TimeEntry> change) {
        AtomicInteger wrong = new AtomicInteger();
        world.to.storing = row -> {
            if (!which.test(row)) {
                return row;
            }
            wrong.incrementAndGet();
            return change.apply(row);
        };
        return wrong;
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void oneRowIsWrongWhereTheTargetStoresAKindOfEntryWrong(Wrong kind) {
        seed(8, 12, 600);
        AtomicInteger wrong = storingWrong(
                kind::isStoredWrong,
                row -> row.toBuilder().person(world.to.person("99")).build());
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(wrong).hasValue(1);
        assertThat(world.to.rows()).as("no bulk before it").hasSizeLessThan(600 / 2);
        assertThat(apply().posts()).as("of a second run").isZero();
        try (Migration migration = world.migration()) {
            UndoReport undone = migration.undo();
            assertThat(undone.retained()).isEmpty();
            assertThat(undone.deleted()).isEqualTo(report.posts());
        }
        assertThat(world.to.rows()).isEmpty();
    }

    /** A fault that no kind of entry explains: the durations that are no quarters of an hour are rounded. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 15})
    void atMostOneMoreIsWrongThanWasRightWhereNoKindExplainsIt(int unit) {
        seed(8, 12, 600);
        AtomicInteger wrong = storingWrong(
                row -> row.workTime().duration().toMinutes() % unit != 0,
                row -> row.toBuilder()
                        .workTime(WorkTime.from(
                                ((WorkTime.Interval) row.workTime()).start(),
                                Duration.ofMinutes(row.workTime().duration().toMinutes() / unit * unit)))
                        .build());
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(wrong.get()).isBetween(1, world.to.rows().size() - wrong.get() + 1);
        assertThat(report.problem().orElseThrow())
                .contains("a different duration than was sent")
                .matches(problem -> problem.contains(" " + (wrong.get() - 1) + " of the entries sent at the same time")
                        == (wrong.get() > 1));
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().retained()).isEmpty();
        }
        assertThat(world.to.rows()).isEmpty();
    }

    private ConnectionException lost() {
        return new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
    }

    private ApplyReport applyWith(Runnable onSleep) {
        try (Migration migration = world.builder()
                .sleeper(duration -> {
                    onSleep.run();
                    world.time.sleep(duration);
                })
                .build()) {
            return migration.apply();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostResponseHoldsItsPairOnlyAndSettlesWhileTheRestIsSent(boolean isStored) {
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        seed(8, 12, 600);
        List<String> waiting = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger ofThePair = new AtomicInteger();
        world.target.answer = (number, entry) -> {
            if (waiting.contains(place(entry))) {
                ofThePair.incrementAndGet();
            }
            if (number == 60) {
                waiting.add(place(entry));
                if (isStored) {
                    world.target.commit(entry);
                }
                throw lost();
            }
            return world.target.commit(entry);
        };
        List<Long> missing = new ArrayList<>();
        List<Integer> sentOfThePair = new ArrayList<>();
        ApplyReport report = applyWith(() -> {
            sentOfThePair.add(ofThePair.get());
            missing.add(world.from.rows().size()
                    - world.to.rows().stream()
                            .filter(row -> !place(row).equals(waiting.get(0)))
                            .count());
        });

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(sentOfThePair.get(0)).as("sent of the pair meanwhile").isZero();
        assertThat(missing.get(0))
                .as("not sent when it begins to wait: those of the pair")
                .isEqualTo(world.from.rows().stream()
                        .filter(row -> waiting.get(0)
                                .equals(row.person().orElseThrow().id() + "/1"
                                        + row.project().orElseThrow().id()))
                        .count());
        assertThat(world.target.posts).hasValue(isStored ? 600 : 601);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(apply().posts()).isZero();
    }

    @Test
    void nothingElseIsSentWhileTheFirstOfAllIsInDoubt() {
        seed(8, 12, 100);
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number == 1) {
                throw lost();
            }
            return id;
        };
        List<Integer> posts = new ArrayList<>();
        assertThat(applyWith(() -> posts.add(world.target.posts.get())).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(posts.get(0)).isEqualTo(1);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    /** Killed before the list of a round, in a round, and before the first list. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 11, 15, 31, 40})
    void aRunThatWasKilledComparesWhatItSentAndContinues(int posts) {
        seed(8, 12, 600);
        AtomicInteger killed = new AtomicInteger();
        Runnable kill = () -> {
            if (world.target.posts.get() >= posts && killed.incrementAndGet() == 1) {
                throw new Crash();
            }
        };
        world.target.beforeList = kill;
        world.target.answer = (number, entry) -> {
            if (number > posts) {
                kill.run();
            }
            return world.target.commit(entry);
        };
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        int before = world.to.rows().size();
        assertThat(before).isEqualTo(posts);
        world.restart();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.posts()).isEqualTo(600 - before);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(apply().posts()).isZero();
    }

    @Test
    void aPairWhoseFirstThreeAreRejectedHoldsNoOther() {
        seed(8, 12, 600);
        world.target.answer = (number, entry) -> {
            if (place(entry).equals("3/117")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTS);
        long ofThePair = report.states().getOrDefault(EntryState.REJECTED, 0L);
        assertThat(report.posts()).isEqualTo(600 - ofThePair + 3);
        assertThat(report.notAttempted()).isEqualTo(ofThePair - 3);
    }

    /** Each canary is lost and not stored: it is a target that fails, whatever the round. */
    @Test
    void stopsWhereNoCanaryIsStored() {
        seed(8, 12, 600);
        world.target.answer = (number, entry) -> {
            throw lost();
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY.and(Outcome.IN_DOUBT));
        assertThat(report.problem().orElseThrow()).contains("no clear response");
        assertThat(report.posts()).isEqualTo(5);
    }
}
