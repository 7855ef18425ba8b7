package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptTest {
    private static final ApiRequest POST =
            ApiRequest.post("postEntry", "entries").body("application/json", new byte[] {'{', '}'});

    /** What a call threw, and whether the thread was still interrupted after it. */
    private record Ended(@Nullable Throwable thrown, boolean interrupted) {}

    private static final class Caller {
        private final CompletableFuture<Ended> ended = new CompletableFuture<>();
        private final Thread thread;

        Caller(Runnable call) {
            thread = new Thread(() -> {
                Throwable thrown = null;
                try {
                    call.run();
                } catch (Throwable e) {
                    thrown = e;
                }
                ended.complete(new Ended(thrown, Thread.currentThread().isInterrupted()));
            });
            thread.start();
        }

        HourbridgeException interrupt() throws Exception {
            thread.interrupt();
            Ended end = ended.get(5, TimeUnit.SECONDS);
            thread.join();
            assertThat(end.interrupted()).as("flag").isTrue();
            assertThat(end.thrown()).isInstanceOf(CallInterruptedException.class);
            return (HourbridgeException) Objects.requireNonNull(end.thrown());
        }
    }

    private static MockResponse.Builder silence() {
        return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
    }

    @Test
    void cancelsACreateAtOnceAndLeavesItInDoubt() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(silence());
            ApiClient api =
                    rig.client(rig.options().readTimeout(Duration.ofMinutes(1)).build());
            Caller caller = new Caller(() -> api.create(POST));
            rig.request();

            HourbridgeException failure = caller.interrupt();

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
        }
    }

    @Test
    void sendsNothingWhenInterruptedBefore() throws Exception {
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client();
            PreparedRequest prepared = api.prepare(POST);
            Caller caller = new Caller(() -> {
                Thread.currentThread().interrupt();
                prepared.send();
            });

            HourbridgeException failure = caller.interrupt();

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(rig.server.getRequestCount()).isZero();
        }
    }

    @Test
    void endsAWaitForTheLimiter() throws Exception {
        try (Rig rig = Rig.start()) {
            CountDownLatch waiting = new CountDownLatch(1);
            FairRateLimiter limiter = FairRateLimiter.learning();
            limiter.blockUntil(FakeTime.START.plusSeconds(60));
            ApiClient api = rig.client(rig.options()
                    .rateLimiter(limiter)
                    .sleeper(duration -> {
                        waiting.countDown();
                        new CountDownLatch(1).await();
                    })
                    .build());
            Caller caller = new Caller(() -> api.create(POST));
            assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

            HourbridgeException failure = caller.interrupt();

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(failure.attempts()).isZero();
        }
    }

    @Test
    void endsAWaitBetweenAttemptsAndRemembersTheDoubt() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(503);
            CountDownLatch waiting = new CountDownLatch(1);
            ApiClient api = rig.client(rig.options()
                    .sleeper(duration -> {
                        waiting.countDown();
                        new CountDownLatch(1).await();
                    })
                    .build());
            Caller caller = new Caller(() -> api.write(ApiRequest.put("putEntry", "entries/{id}", "1")));
            assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

            HourbridgeException failure = caller.interrupt();

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure.attempts()).isEqualTo(1);
        }
    }

    @Test
    void cancelsAStreamThatFallsSilentBetweenElements() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(StreamTest.lines(("1" + " ".repeat(15) + "\n").repeat(10_000))
                    .onResponseBody(SocketEffect.Stall.INSTANCE));
            ApiClient api =
                    rig.client(rig.options().readTimeout(Duration.ofMinutes(1)).build());
            CountDownLatch started = new CountDownLatch(1);
            Caller caller = new Caller(() -> {
                try (var elements = StreamTest.open(api)) {
                    elements.next();
                    started.countDown();
                    while (elements.hasNext()) {
                        elements.next();
                    }
                }
            });
            assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();
        }
    }
}
