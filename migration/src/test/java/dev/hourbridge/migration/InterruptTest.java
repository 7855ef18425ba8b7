package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt, as by Ctrl-C, while creates are on their way. */
class InterruptTest extends EngineTest {
    private static final int PARALLEL = 4;
    private static final int ENTRIES = 60;

    /** The number of a create after all canaries. */
    private static final int FIRST = 40;

    private final CountDownLatch responses = new CountDownLatch(1);
    private CountDownLatch arrived = new CountDownLatch(PARALLEL);

    /** The creates from this one on are stored at once, and have no response for the time being. */
    private void withoutResponseFrom(int first) {
        world.target.answer = (number, entry) -> {
            TimeEntryId id = world.target.commit(entry);
            if (number >= first) {
                arrived.countDown();
                try {
                    responses.await();
                } catch (InterruptedException e) {
                    throw new CallInterruptedException(
                            failed(WriteOutcome.IN_DOUBT).build());
                }
            }
            return id;
        };
    }

    private long planned() {
        for (int i = 0; i < ENTRIES; i++) {
            world.from.add(world.entry(i, World.FIRST.plusDays(i), 30, "work " + i));
        }
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        plan();
        try (Migration migration = world.migration()) {
            return migration.recordedPlan().orElseThrow().entries();
        }
    }

    /** Begins an apply; the thread waits without a limit until it is interrupted, and then with one. */
    private Thread begin(FutureTask<ApplyReport> apply) {
        Thread engine = new Thread(apply, "engine");
        engine.setDaemon(true);
        engine.start();
        return engine;
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    @Test
    void leavesNoDoubtWhereTheResponsesCome() throws Exception {
        long planned = planned();
        withoutResponseFrom(FIRST);
        FutureTask<ApplyReport> apply = new FutureTask<>(this::apply);
        Thread engine = begin(apply);
        arrived.await();

        engine.interrupt();
        awaitState(engine, Thread.State.TIMED_WAITING);
        responses.countDown();

        ApplyReport report = apply.get();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        long sent = FIRST - 1 + PARALLEL;
        assertThat(report.posts()).isEqualTo(sent);
        assertThat(report.states()).isEqualTo(Map.of(EntryState.CREATED, sent, EntryState.PLANNED, planned - sent));
        long before = world.time.nanoTime();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.time.nanoTime()).as("nothing to settle").isEqualTo(before);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void aSecondOneWaitsForNothing() throws Exception {
        planned();
        withoutResponseFrom(FIRST);
        FutureTask<ApplyReport> apply = new FutureTask<>(this::apply);
        Thread engine = begin(apply);
        arrived.await();

        engine.interrupt();
        awaitState(engine, Thread.State.TIMED_WAITING);
        engine.interrupt();

        ApplyReport report = apply.get();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(report.states()).containsEntry(EntryState.IN_DOUBT, (long) PARALLEL);
        responses.countDown();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    /** A client whose calls outlast the request timeout. */
    @Test
    void waitsNoLongerThanTheRequestTimeout() throws Exception {
        planned();
        world.policy =
                world.policy.toBuilder().requestTimeout(Duration.ofMillis(1)).build();
        withoutResponseFrom(FIRST);
        FutureTask<ApplyReport> apply = new FutureTask<>(this::apply);
        Thread engine = begin(apply);
        arrived.await();

        engine.interrupt();

        assertThat(apply.get().states()).containsEntry(EntryState.IN_DOUBT, (long) PARALLEL);
    }

    @Test
    void waitsForTheResponseToACanary() throws Exception {
        planned();
        arrived = new CountDownLatch(1);
        withoutResponseFrom(1);
        FutureTask<ApplyReport> apply = new FutureTask<>(this::apply);
        Thread engine = begin(apply);
        arrived.await();

        engine.interrupt();
        awaitState(engine, Thread.State.TIMED_WAITING);
        responses.countDown();

        ApplyReport report = apply.get();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(report.states()).containsEntry(EntryState.CREATED, 1L).doesNotContainKey(EntryState.IN_DOUBT);
        long before = world.time.nanoTime();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.time.nanoTime()).as("nothing to settle").isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, FIRST})
    void cutsAThrottleShort(int first) throws Exception {
        planned();
        CountDownLatch waiting = new CountDownLatch(1);
        world.target.answer = (number, entry) -> {
            if (number >= first) {
                throw new ThrottledException(
                        failed(WriteOutcome.REJECTED).status(429).build(), Duration.ofHours(1));
            }
            return world.target.commit(entry);
        };
        FutureTask<ApplyReport> apply = new FutureTask<>(() -> {
            try (Migration migration = world.builder()
                    .sleeper(duration -> {
                        waiting.countDown();
                        new CountDownLatch(1).await();
                    })
                    .build()) {
                return migration.apply();
            }
        });
        Thread engine = begin(apply);
        waiting.await();

        engine.interrupt();

        ApplyReport report = apply.get();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(report.states()).doesNotContainKeys(EntryState.IN_DOUBT, EntryState.INTENT);
    }
}
