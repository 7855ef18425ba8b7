package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.ThrottledException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Competing threads, clocks that are set back, invalid headers, and throttled calls without a retry. */
@Timeout(30)
class LimiterFaultTest {
    private static final ApiRequest GET = ApiRequest.get("getEntry", "entries");

    /** A thread that was served queues behind the waiting threads. */
    @Test
    void aReturningThreadQueuesBehindWaitingThreads() throws Exception {
        FakeTime time = new FakeTime();
        for (int round = 0; round < 50; round++) {
            FairRateLimiter limiter = FairRateLimiter.perMinute(1);
            List<String> served = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch passes = new CountDownLatch(1);
            limiter.acquire(time, time);
            Thread greedy = started("sleep", () -> {
                for (int i = 0; i < 3; i++) {
                    limiter.acquire(time, noting("greedy", served, passes, time));
                }
            });
            Thread patient =
                    started("lockInterruptibly", () -> limiter.acquire(time, noting("patient", served, passes, time)));
            passes.countDown();
            greedy.join(10_000);
            patient.join(10_000);
            assertThat(served).startsWith("greedy", "patient").hasSize(4);
        }
    }

    /** Records which thread sleeps, while no other can. */
    private static Sleeper noting(String name, List<String> served, CountDownLatch passes, Sleeper sleeper) {
        return new Sleeper() {
            @Override
            public void sleep(Duration duration) throws InterruptedException {
                passes.await();
                served.add(name);
                sleeper.sleep(duration);
            }
        };
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    /** A thread that waits in the method by now. */
    private static Thread started(String method, Waiting waiting) {
        Thread thread = new Thread(() -> {
            try {
                waiting.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING
                || Arrays.stream(thread.getStackTrace())
                        .noneMatch(frame -> frame.getMethodName().equals(method))) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3600, 86_400})
    void aClockThatIsSetBackMakesNoWaitLonger(int secondsBack) throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.perMinute(2);
        for (int i = 0; i < 2; i++) {
            limiter.acquire(time, time);
            limiter.done(false);
        }
        limiter.blockUntil(time.instant().plusSeconds(30));
        limiter.learn(0, time.instant().plusSeconds(40), time.instant());
        time.advance(Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(-secondsBack));

        limiter.acquire(time, time);

        Duration waited = time.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(61));
    }

    @Test
    void aClockThatIsSetBackDuringAWaitMakesItNoLonger() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.learn(0, time.instant().plusSeconds(40), time.instant());
        List<Duration> sleeps = new ArrayList<>();

        limiter.acquire(time, duration -> {
            sleeps.add(duration);
            time.advance(Duration.ofHours(-1));
        });

        assertThat(sleeps).containsExactly(Duration.ofSeconds(40));
    }

    /** A sleeper of a test, which returns at once, with a clock that stands still. */
    @Test
    void aSleeperThatReturnsAtOnceIsCalledOncePerWait() throws Exception {
        Clock clock = Clock.fixed(FakeTime.START, ZoneOffset.UTC);
        List<Duration> sleeps = new ArrayList<>();
        FairRateLimiter limiter = FairRateLimiter.perMinute(2);
        for (int i = 0; i < 4; i++) {
            limiter.acquire(clock, noting(sleeps));
            limiter.done(false);
        }
        limiter.blockUntil(FakeTime.START.plusSeconds(300));
        limiter.acquire(clock, noting(sleeps));

        assertThat(sleeps).hasSize(2).first().isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aSleeperThatReturnsAtOnceDoesNotSpinWhileAResponseIsUnderWay() throws Exception {
        Clock clock = Clock.fixed(FakeTime.START, ZoneOffset.UTC);
        List<Duration> sleeps = new ArrayList<>();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.learn(1, FakeTime.START.plusMillis(100), FakeTime.START);
        limiter.acquire(clock, noting(sleeps));

        limiter.acquire(clock, noting(sleeps));

        assertThat(sleeps).hasSizeBetween(1, 20);
    }

    private static Sleeper noting(List<Duration> sleeps) {
        return duration -> {
            sleeps.add(duration);
            assertThat(sleeps).as("calls of the sleeper").hasSizeLessThan(1000);
        };
    }

    @Test
    void invalidHeadersDoNotBlockForever() throws Exception {
        FakeTime time = new FakeTime();
        for (int remaining : new int[] {-5, 0, 1, Integer.MAX_VALUE}) {
            for (int reset : new int[] {-100, 0, 1, 20}) {
                FairRateLimiter limiter = FairRateLimiter.learning();
                Instant start = time.instant();
                for (int i = 0; i < 5; i++) {
                    limiter.acquire(time, time);
                    limiter.learn(remaining, time.instant().plusSeconds(reset), time.instant());
                    limiter.done(true);
                }
                assertThat(Duration.between(start, time.instant()))
                        .as("remaining %s, reset %s", remaining, reset)
                        .isLessThanOrEqualTo(Duration.ofSeconds(4L * Math.max(0, reset)));
            }
        }
    }

    /** The first response of a smaller window replaces what was learned from a larger one. */
    @Test
    void followsALimitThatIsLowered() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.acquire(time, time);
        limiter.learn(1_000_000, time.instant().plusSeconds(10), time.instant());
        limiter.done(true);
        time.advance(Duration.ofSeconds(11));
        limiter.acquire(time, time);
        limiter.learn(1, time.instant().plusSeconds(10), time.instant());
        limiter.done(true);
        limiter.acquire(time, time);
        limiter.done(false);
        assertThat(time.sleeps()).isEmpty();

        limiter.acquire(time, time);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'', 30"})
    void aThrottleDelaysEveryCallOfTheLimiter(String retryAfter, int seconds) throws Exception {
        try (Rig rig = Rig.start()) {
            MockResponse.Builder throttle = Rig.json(429, "{}");
            rig.response(retryAfter.isEmpty() ? throttle : throttle.setHeader("Retry-After", retryAfter))
                    .respondJson(200, "{}");
            RateLimiter shared = RateLimiter.learning();
            ApiClient impatient = rig.client(rig.options()
                    .rateLimiter(shared)
                    .retryPolicy(RetryPolicy.never())
                    .build());
            assertThatThrownBy(() -> impatient.read(GET)).isInstanceOf(ThrottledException.class);
            assertThat(rig.time.sleeps()).isEmpty();

            rig.client(rig.options().rateLimiter(shared).build()).read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(seconds));
        }
    }

    @Test
    void aThrottleOfAPreparedCreateDelaysEveryCall() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(429, "{}").setHeader("Retry-After", "7")).respondJson(200, "{}");
            ApiClient api = rig.client();
            PreparedRequest prepared = api.prepare(ApiRequest.post("postEntry", "entries"));
            assertThatThrownBy(prepared::send).isInstanceOf(ThrottledException.class);

            api.read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(7));
        }
    }
}
