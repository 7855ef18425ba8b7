package dev.hourbridge.resilience.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thousand threads and one client. */
class ManyThreadsTest {
    private static final int THREADS = 1_000;
    private static final int STEPS = 5;
    private static final long SEED = Long.getLong("hourbridge.seed", 20_260_302L);

    /** A thousand callers of one client, some of whom are interrupted. */
    private static final class Callers {
        private final Service service;
        private final TimeTracker tracker;
        private final Books books;
        private final AtomicInteger interrupted = new AtomicInteger();

        Callers(Service service, TimeTracker tracker, Books books) {
            this.service = service;
            this.tracker = tracker;
            this.books = books;
        }

        void call(int thread) {
            Random random = new Random(SEED + thread);
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) == 0) {
                    create(Books.mark(thread, step));
                } else {
                    other(random.nextInt(4));
                }
            }
        }

        private void create(String mark) {
            try {
                tracker.create(service.newEntry(tracker).toBuilder().note(mark).build());
                books.tell(mark, WriteOutcome.CONFIRMED);
            } catch (HourbridgeException e) {
                books.tell(mark, e.outcome().orElseThrow());
                accept(e);
            }
        }

        private void other(int which) {
            try {
                switch (which) {
                    case 0 -> assertThat(service.list(tracker)).hasSize(3);
                    case 1 -> assertThat(service.get(tracker).id()).isEqualTo(service.id(tracker));
                    case 2 ->
                        tracker.update(
                                service.id(tracker),
                                TimeEntryUpdate.builder().note("changed").build());
                    default -> tracker.delete(service.id(tracker));
                }
            } catch (HourbridgeException e) {
                accept(e);
            }
        }

        /** Nothing but an interrupt keeps a call from its answer here, and its flag is still to be seen. */
        private void accept(HourbridgeException e) {
            assertThat(e).isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted())
                    .as("flag, seed " + SEED)
                    .isTrue();
            interrupted.incrementAndGet();
        }
    }

    @ParameterizedTest
    @EnumSource
    void haveAllTheirAnswers(Service service) throws Exception {
        Books books = new Books();
        try (RawServer server = RawServer.start(connection -> books.serve(connection, service));
                Wire wire = new Wire();
                Pinning pinning = new Pinning();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            Callers callers = new Callers(service, tracker, books);
            Crowd crowd = new Crowd(Samples.of(THREADS / 4, THREADS), callers::call);

            crowd.start();
            crowd.await();

            assertThat(callers.interrupted).hasValue(0);
            books.assertBalanced();
            assertThat(books.notSent()).isZero();
            wire.assertNothingOpen();
            pinning.assertNone();
        }
    }

    @Test
    void areCancelledAtRandomAndLoseNothing() throws Exception {
        long calls = 0;
        long interrupted = 0;
        for (Service service : Service.values()) {
            interrupted += checkCancelled(service);
            calls += (long) THREADS * STEPS;
        }
        assertThat(interrupted)
                .as("calls that were interrupted, seed " + SEED)
                .isGreaterThanOrEqualTo(Service.values().length * (THREADS / 20L));
        Evidence.of(Area.CONCURRENCY, "A thousand threads, cancelled at random")
                .tried("one client each; lists, gets, creates, updates and deletes, half of the threads interrupted")
                .result(
                        "every POST that came had its outcome, none came twice, no interrupt was lost, nothing left open")
                .count(calls);
    }

    private static int checkCancelled(Service service) throws Exception {
        Books books = new Books();
        CountDownLatch delivered = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> books.serve(connection, service));
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            Callers callers = new Callers(service, tracker, books);
            Crowd crowd = new Crowd(THREADS, thread -> {
                if (isToBeInterruptedFirst(thread)) {
                    awaitInterrupt(delivered);
                }
                callers.call(thread);
                if (isToBeInterrupted(thread)) {
                    awaitInterrupt(delivered);
                    assertThat(Thread.currentThread().isInterrupted())
                            .as("the interrupt of thread " + thread + ", seed " + SEED)
                            .isTrue();
                }
            });

            crowd.start();
            Random random = new Random(SEED);
            for (int thread = 0; thread < THREADS; thread++) {
                if (isToBeInterrupted(thread)) {
                    crowd.interrupt(thread);
                    LockSupport.parkNanos(random.nextInt(1_000_000));
                }
            }
            delivered.countDown();
            crowd.await();

            books.assertBalanced();
            wire.assertNothingOpen();
            return callers.interrupted.get();
        }
    }

    private static boolean isToBeInterrupted(int thread) {
        return thread % 2 == 1;
    }

    /** The others may be through before the interrupt comes; these call after it, whatever the machine is doing. */
    private static boolean isToBeInterruptedFirst(int thread) {
        return thread % 20 == 1;
    }

    /** Waits without taking note of an interrupt, so that the flag stays as it is. */
    private static void awaitInterrupt(CountDownLatch delivered) {
        boolean flag = Thread.interrupted();
        boolean done = false;
        while (!done) {
            try {
                done = delivered.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                flag = true;
            }
        }
        if (flag) {
            Thread.currentThread().interrupt();
        }
    }
}
