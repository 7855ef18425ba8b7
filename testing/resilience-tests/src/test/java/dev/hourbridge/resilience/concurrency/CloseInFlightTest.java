package dev.hourbridge.resilience.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that is closed while it is used. Every timeout is an hour, so only the close can end what waits. */
// What closes itself at the end is closed in the middle, which is what is tested.
@SuppressWarnings("try")
class CloseInFlightTest {
    private static final int CALLERS = 300;
    private static final int ON_THE_WIRE = 100;
    private static final Duration LONG = Duration.ofHours(1);

    private static HttpOptions.Builder patient(Wire wire) {
        return wire.options()
                .clock(Clock.systemUTC())
                .sleeper(Sleeper.system())
                .readTimeout(LONG)
                .writeTimeout(LONG)
                .callTimeout(LONG);
    }

    private static void call(Service service, TimeTracker tracker, int number) {
        switch (number % 3) {
            case 0 -> service.create(tracker);
            case 1 -> service.get(tracker);
            default -> service.list(tracker).forEach(entry -> {});
        }
    }

    @Test
    void endsEveryCallAndTakesNoMore() throws Exception {
        int calls = 0;
        for (Service service : Service.values()) {
            checkClose(service);
            calls += CALLERS;
        }
        Evidence.of(Area.CONCURRENCY, "A client is closed in flight")
                .tried(CALLERS + " calls of each client, on the wire and waiting for their turn, to a silent server")
                .result("each ended with ConnectionException and its outcome; later calls threw IllegalStateException")
                .count(calls);
    }

    private static void checkClose(Service service) throws Exception {
        CountDownLatch onTheWire = new CountDownLatch(ON_THE_WIRE);
        Queue<RuntimeException> thrown = new ConcurrentLinkedQueue<>();
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    onTheWire.countDown();
                    connection.stall();
                });
                Wire wire = new Wire();
                TimeTracker tracker = service.client(server.url(), patient(wire).build())) {
            PreparedCreate prepared = tracker.prepare(service.newEntry(tracker));
            Crowd crowd = new Crowd(CALLERS, number -> {
                try {
                    call(service, tracker, number);
                } catch (RuntimeException e) {
                    thrown.add(e);
                }
            });
            crowd.start();
            assertThat(onTheWire.await(60, TimeUnit.SECONDS)).isTrue();

            tracker.close();
            crowd.await();

            assertThat(thrown).hasSize(CALLERS).allSatisfy(CloseInFlightTest::assertEnded);
            assertRefusesMore(service, tracker, prepared);
            wire.assertNothingOpen();
        }
    }

    private static void assertEnded(RuntimeException thrown) {
        if (thrown instanceof ConnectionException failure) {
            assertThat(failure).hasMessageContaining("the client was closed");
            failure.outcome()
                    .ifPresent(outcome -> assertThat(outcome).isIn(WriteOutcome.IN_DOUBT, WriteOutcome.NOT_SENT));
        } else {
            // Whoever came after the close.
            assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("The client is closed.");
        }
    }

    private static void assertRefusesMore(Service service, TimeTracker tracker, PreparedCreate prepared) {
        Runnable[] calls = {
            () -> service.create(tracker),
            () -> service.get(tracker),
            () -> service.list(tracker).forEach(entry -> {}),
            () -> tracker.delete(service.id(tracker)),
            () -> tracker.update(
                    service.id(tracker), TimeEntryUpdate.builder().note("x").build()),
            () -> tracker.prepare(service.newEntry(tracker)),
            prepared::send,
        };
        for (Runnable call : calls) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The client is closed.");
        }
    }

    @Test
    void endsTheWaitsForTheLimiter() throws Exception {
        int calls = 0;
        for (Service service : Service.values()) {
            RateLimiter limiter = RateLimiter.perMinute(1);
            takeThePermitOfThisMinute(service, limiter);
            try (RawServer server = RawServer.start(connection -> {});
                    Wire wire = new Wire();
                    TimeTracker tracker = service.client(
                            server.url(), patient(wire).rateLimiter(limiter).build())) {
                Queue<RuntimeException> thrown = new ConcurrentLinkedQueue<>();
                Crowd crowd = new Crowd(CALLERS, number -> {
                    try {
                        call(service, tracker, number);
                    } catch (RuntimeException e) {
                        thrown.add(e);
                    }
                });
                crowd.start();
                crowd.awaitWaiting();

                tracker.close();
                crowd.await();

                assertThat(thrown)
                        .hasSize(CALLERS)
                        .allSatisfy(e -> assertThat(e)
                                .isInstanceOf(ConnectionException.class)
                                .hasMessageContaining("the client was closed"));
                assertThat(server.connections()).isZero();
                calls += CALLERS;
            }
        }
        Evidence.of(Area.CONCURRENCY, "A client is closed while calls wait for the limiter")
                .tried(CALLERS + " calls of each client, of which none has a permit within the minute")
                .result("each ended, with nothing sent")
                .count(calls);
    }

    /** Sends one request, which fails, to another server. */
    private static void takeThePermitOfThisMinute(Service service, RateLimiter limiter) throws Exception {
        try (RawServer other = RawServer.start(connection -> {});
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        other.url(),
                        patient(wire)
                                .rateLimiter(limiter)
                                .retryPolicy(RetryPolicy.never())
                                .build())) {
            assertThatThrownBy(() -> service.get(tracker)).isInstanceOf(ConnectionException.class);
        }
    }
}
