package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CloseTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private ApiClient client(Rig rig) {
        OkHttpClient noting = rig.okHttpClient
                .newBuilder()
                .addInterceptor(chain -> {
                    threads.add(Thread.currentThread());
                    return chain.proceed(chain.request());
                })
                .build();
        return rig.client(rig.options().okHttpClient(noting).build());
    }

    @Test
    void runsOnDaemonThreadsSoThatMainEnds() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");

            client(rig).read(ApiRequest.get("getEntry", "a"));

            assertThat(threads)
                    .hasSize(1)
                    .doesNotContain(Thread.currentThread())
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void stopsItsThreadsAndRejectsFurtherCalls() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");
            ApiClient api = client(rig);
            api.read(ApiRequest.get("getEntry", "a"));

            api.close();
            api.close();

            for (Thread thread : threads) {
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
            assertThatThrownBy(() -> api.read(ApiRequest.get("getEntry", "a")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> api.prepare(ApiRequest.post("postEntry", "a")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void leavesASharedOkHttpClientAsItWas() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").respondJson(200, "{}");
            try (ApiClient first = rig.client()) {
                first.read(ApiRequest.get("getEntry", "a"));
            }
            rig.calls.assertNone();
            assertThat(rig.okHttpClient.connectionPool().idleConnectionCount()).isEqualTo(1);

            rig.client().read(ApiRequest.get("getEntry", "a"));

            rig.request();
            assertThat(rig.request().getConnectionIndex()).as("same connection").isZero();
            assertThat(rig.okHttpClient.dispatcher().executorService().isShutdown())
                    .isFalse();
        }
    }

    private static HttpOptions.Builder patient(Rig rig) {
        return rig.options().clock(Clock.systemUTC()).sleeper(Sleeper.system()).readTimeout(Duration.ofMinutes(10));
    }

    private static CompletableFuture<Throwable> failing(Runnable call) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                call.run();
                failure.completeExceptionally(new AssertionError("it had an answer"));
            } catch (RuntimeException e) {
                failure.complete(e);
            }
        });
        caller.setDaemon(true);
        caller.start();
        return failure;
    }

    @Test
    void cancelsACallInFlightWithoutARetry() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
            ApiClient api = rig.client(patient(rig).build());
            CompletableFuture<Throwable> failure = failing(() -> api.read(ApiRequest.get("getEntry", "a")));
            rig.request();

            api.close();

            assertThat(failure.get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("the client was closed");
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void endsAWaitBetweenAttempts() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(503).setHeader("Retry-After", "100"));
            CountDownLatch waiting = new CountDownLatch(1);
            ApiClient api = rig.client(patient(rig)
                    .listener(new RequestListener() {
                        @Override
                        public void retry(RequestEvent event, RetryReason reason, Duration wait) {
                            waiting.countDown();
                        }
                    })
                    .build());
            CompletableFuture<Throwable> failure = failing(() -> api.write(ApiRequest.put("putEntry", "a/{id}", "1")));
            assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

            api.close();

            Throwable thrown = failure.get(5, TimeUnit.SECONDS);
            assertThat(thrown).isInstanceOf(ConnectionException.class).hasMessageContaining("the client was closed");
            assertThat(((ConnectionException) thrown).outcome()).hasValue(WriteOutcome.IN_DOUBT);
        }
    }

    @Test
    void endsEveryWaitForTheLimiterWithNothingSent() throws Exception {
        try (Rig rig = Rig.start()) {
            FairRateLimiter limiter = FairRateLimiter.learning();
            limiter.blockUntil(Instant.now().plusSeconds(600));
            ApiClient api = rig.client(patient(rig).rateLimiter(limiter).build());
            List<CompletableFuture<Throwable>> failures = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                failures.add(failing(() -> api.create(ApiRequest.post("postEntry", "a"))));
            }

            api.close();

            for (CompletableFuture<Throwable> failure : failures) {
                // A call after the close has another message.
                assertThat(failure.get(5, TimeUnit.SECONDS))
                        .hasMessageContaining("client")
                        .hasMessageContaining("closed");
            }
            assertThat(rig.server.getRequestCount()).isZero();
        }
    }
}
