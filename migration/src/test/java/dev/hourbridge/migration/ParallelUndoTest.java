package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An undo that deletes several rows at a time. */
class ParallelUndoTest extends EngineTest {
    private static final int PARALLEL = 4;
    private static final int ENTRIES = 300;

    private List<TimeEntry> rows = List.of();

    @BeforeEach
    void migrated() {
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        world.seed(ENTRIES);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
        rows = List.copyOf(world.to.rows());
        world.restart();
    }

    private UndoReport undo() {
        try (Migration migration = world.migration()) {
            return migration.undo();
        }
    }

    /** Each of the first four deletions has a response only once all of them have arrived. */
    @Test
    void deletesAsManyRowsAtATimeAsThePolicyHasIt() {
        CountDownLatch arrived = new CountDownLatch(PARALLEL);
        world.target.deleting = delete -> {
            arrived.countDown();
            await(arrived);
            delete.run();
        };
        assertThat(undo().deleted()).isEqualTo(ENTRIES);
        assertThat(arrived.getCount()).isZero();
        assertThat(world.to.rows()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row that was read is deleted before another one is read by its thread: at most four wait for their deletion. */
    @Test
    void readsEachRowOnceRightBeforeItsDeletion() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<TimeEntryId> waiting = ConcurrentHashMap.newKeySet();
        Set<TimeEntryId> unread = ConcurrentHashMap.newKeySet();
        world.target.read = row -> {
            read.incrementAndGet();
            waiting.add(row.id());
            most.accumulateAndGet(waiting.size(), Math::max);
            return row;
        };
        world.target.touching = id -> {
            if (!waiting.remove(id)) {
                unread.add(id);
            }
        };
        assertThat(undo().deleted()).isEqualTo(ENTRIES);
        assertThat(unread).as("deleted without a read").isEmpty();
        assertThat(read).hasValue(ENTRIES);
        assertThat(most).hasValueBetween(1, PARALLEL);
        assertThat(world.target.deletes).hasValue(ENTRIES);
    }

    /** Other users edit rows while the first ones are deleted; none of those had been read. */
    @Test
    void retainsWhatAnotherUserEditsMeanwhile() {
        Set<TimeEntryId> read = Collections.synchronizedSet(new HashSet<>());
        Set<TimeEntryId> edited = Collections.synchronizedSet(new HashSet<>());
        // Comes before the row is read.
        world.target.hidden = id -> {
            read.add(id);
            return false;
        };
        AtomicInteger deletions = new AtomicInteger();
        world.target.deleting = delete -> {
            if (deletions.incrementAndGet() % 10 == 0) {
                synchronized (read) {
                    rows.stream()
                            .filter(row -> !read.contains(row.id()))
                            .reduce((first, last) -> last)
                            .ifPresent(row -> {
                                world.to.add(
                                        row.toBuilder().note("better words").build());
                                edited.add(row.id());
                                read.add(row.id());
                            });
                }
            }
            delete.run();
        };
        UndoReport report = undo();
        assertThat(edited).hasSizeGreaterThan(10);
        assertThat(world.to.rows()).extracting(TimeEntry::id).containsExactlyInAnyOrderElementsOf(edited);
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.retained())
                .hasSameSizeAs(edited)
                .allSatisfy(row -> assertThat(row.reason()).contains("changed"));
        assertThat(report.deleted()).isEqualTo(ENTRIES - edited.size());
    }

    @Test
    void waitsOutLostResponsesAndThrottlesOfSeveralRows() {
        AtomicInteger deletions = new AtomicInteger();
        Set<Integer> lost = Set.of(3, 4, 5, 90);
        world.target.deleting = delete -> {
            int number = deletions.incrementAndGet();
            if (number == 20 || number == 21) {
                throw new ThrottledException(
                        failed(WriteOutcome.REJECTED).status(429).build(), Duration.ofSeconds(7));
            }
            if (number != 4) {
                delete.run();
            }
            if (lost.contains(number)) {
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
        };
        UndoReport report = undo();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.deleted()).isEqualTo(ENTRIES);
        assertThat(world.target.deletes)
                .as("the one that did nothing, and two throttles")
                .hasValue(ENTRIES + 3);
        assertThat(world.to.rows()).isEmpty();
    }

    @Test
    void endsAfterAFailureWithAtMostThoseThatWereInFlight() {
        AtomicInteger deletions = new AtomicInteger();
        world.target.deleting = delete -> {
            if (deletions.incrementAndGet() >= 50) {
                throw new ConnectionException(failed(WriteOutcome.NOT_SENT).build());
            }
            delete.run();
        };
        UndoReport report = undo();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(world.target.deletes).as("three tries of each in flight").hasValueBetween(52, 49 + 3 * PARALLEL);
        assertThat(world.to.rows()).hasSize(ENTRIES - 49);
        world.restart();
        UndoReport again = undo();
        assertThat(again.outcome()).isEqualTo(Outcome.DONE);
        assertThat(again.deleted() + again.alreadyDeleted()).isEqualTo(ENTRIES);
        assertThat(world.to.rows()).isEmpty();
    }

    @Test
    void anInterruptWaitsForTheDeletionsThatWereSent() throws Exception {
        CountDownLatch arrived = new CountDownLatch(PARALLEL);
        CountDownLatch responses = new CountDownLatch(1);
        world.target.deleting = delete -> {
            delete.run();
            arrived.countDown();
            try {
                responses.await();
            } catch (InterruptedException e) {
                throw new CallInterruptedException(failed(WriteOutcome.IN_DOUBT).build());
            }
        };
        FutureTask<UndoReport> undo = new FutureTask<>(this::undo);
        Thread engine = new Thread(undo, "engine");
        engine.setDaemon(true);
        engine.start();
        arrived.await();

        engine.interrupt();
        while (engine.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        responses.countDown();

        assertThat(undo.get().outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(world.target.deletes).hasValue(PARALLEL);
        world.restart();
        UndoReport again = undo();
        assertThat(again.outcome()).isEqualTo(Outcome.DONE);
        assertThat(again.alreadyDeleted()).isEqualTo(PARALLEL);
    }
}
