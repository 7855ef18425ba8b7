package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.RejectedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
    private static final ApiRequest GET = ApiRequest.get("getEntry", "entries");
    private static final ServiceRules TEAMWORK = new ServiceRules() {
        @Override
        public List<String> accepted() {
            return List.of("application/json");
        }

        @Override
        public boolean isThrottle(ApiResponse response) {
            return response.status() == 429
                    || (response.status() == 400
                            && response.number("X-RateLimit-Remaining").orElse(1) == 0);
        }
    };

    private static MockResponse.Builder limits(String prefix, long remaining, String reset) {
        return Rig.json(200, "{}").setHeader(prefix + "Remaining", remaining).setHeader(prefix + "Reset", reset);
    }

    @ParameterizedTest
    @CsvSource({
        "X-RateLimit-, 30",
        "x-ratelimit-, 30",
        "X-Rate-Limit-, 30",
        "X-RateLimit-, 1772359230", // 30 s after the fake clock's start
    })
    void waitsForTheResetOnceNothingRemains(String prefix, String reset) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits(prefix, 1, reset)).respondJson(200, "{}").respondJson(200, "{}");
            ApiClient api = rig.client();

            api.read(GET);
            api.read(GET);
            assertThat(rig.time.instant()).as("one remained").isEqualTo(FakeTime.START);
            api.read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(30));
        }
    }

    @Test
    void waitsNoLongerThanTheCapWhateverTheHeaderSays() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits("X-RateLimit-", 0, "999999999")).respondJson(200, "{}");
            ApiClient api = rig.client();
            api.read(GET);
            api.read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(120));
        }
    }

    @Test
    void ignoresAHeaderThatIsNotANumber() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits("X-RateLimit-", 0, "soon")).respondJson(200, "{}");
            ApiClient api = rig.client();
            api.read(GET);
            api.read(GET);

            assertThat(rig.time.sleeps()).isEmpty();
        }
    }

    @Test
    void waitsOutAThrottleWithStatus400() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits("X-RateLimit-", 0, "60").code(400)).respondJson(200, "{}");
            ApiClient api = rig.client(teamwork(rig));

            assertThat(api.read(GET).status()).isEqualTo(200);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(60));
        }
    }

    @Test
    void treatsA400AsRejectedWhileRequestsRemain() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits("X-RateLimit-", 12, "60").code(400));

            assertThatThrownBy(() -> rig.client(teamwork(rig)).read(GET)).isInstanceOf(RejectedException.class);
        }
    }

    private static ApiClientBuilder teamwork(Rig rig) {
        return ApiClient.builder(Rig.SERVICE, "baseUrl", rig.server.url("/").toString())
                .options(rig.options().build())
                .rules(TEAMWORK);
    }

    @Test
    void eachClientHasItsOwnUnlessOneIsSet() throws Exception {
        try (Rig rig = Rig.start()) {
            HttpOptions shared = rig.options().build();
            rig.response(limits("X-RateLimit-", 0, "45")).respondJson(200, "{}");
            rig.client(shared).read(GET);
            rig.client(shared).read(GET);

            assertThat(rig.time.instant())
                    .as("no wait for the limit of another client")
                    .isEqualTo(FakeTime.START);
        }
    }

    @Test
    void isOneOfTheLibrary() throws Exception {
        try (Rig rig = Rig.start()) {
            HttpOptions options =
                    rig.options().rateLimiter(new RateLimiter() {}).build();
            assertThatThrownBy(() -> rig.client(options))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("rateLimiter");
        }
    }

    @Test
    void holdsBackAllClientsThatShareIt() throws Exception {
        try (Rig rig = Rig.start()) {
            RateLimiter shared = RateLimiter.learning();
            rig.response(limits("X-RateLimit-", 0, "45")).respondJson(200, "{}");
            rig.client(rig.options().rateLimiter(shared).build()).read(GET);
            rig.client(rig.options().rateLimiter(shared).build()).read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(45));
        }
    }

    @Test
    void takesThePermitOfAPreparedCreateBeforeItIsSent() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(limits("X-RateLimit-", 0, "45")).respondJson(201, "{}");
            ApiClient api = rig.client();
            api.read(GET);

            PreparedRequest prepared = api.prepare(ApiRequest.post("postEntry", "entries"));
            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(45));
            int waits = rig.time.sleeps().size();
            prepared.send();

            assertThat(rig.time.sleeps()).hasSize(waits);
        }
    }

    @Test
    void grantsNoMoreThanItsNumberInAnyMinute() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.perMinute(10);
        List<Instant> granted = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            limiter.acquire(time, time);
            granted.add(time.instant());
            time.advance(Duration.ofSeconds(i % 3));
        }
        for (int i = 10; i < granted.size(); i++) {
            assertThat(Duration.between(granted.get(i - 10), granted.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void subtractsRequestsInFlightFromTheReportedNumber() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        for (int i = 0; i < 4; i++) {
            limiter.acquire(time, time);
        }
        // The response to the first of four: it does not know of the other three.
        limiter.learn(4, time.instant().plusSeconds(20), time.instant());
        limiter.done(true);
        limiter.acquire(time, time);
        assertThat(time.sleeps()).isEmpty();

        limiter.acquire(time, time);

        assertThat(time.instant()).isEqualTo(FakeTime.START.plusSeconds(20));
    }

    @Test
    void countsARequestWithoutAResponse() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.learn(1, time.instant().plusSeconds(20), time.instant());
        limiter.acquire(time, time);
        limiter.done(false);

        limiter.acquire(time, time);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void ignoresALateResponseOfAnEarlierWindow() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.learn(5, time.instant().plusSeconds(20), time.instant());
        time.advance(Duration.ofSeconds(21));
        limiter.learn(9, time.instant().plusSeconds(19), time.instant());
        limiter.learn(0, FakeTime.START.plusSeconds(20), time.instant());

        limiter.acquire(time, time);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void servesThreadsInOrderOfArrival() throws Exception {
        FakeTime time = new FakeTime();
        FairRateLimiter limiter = FairRateLimiter.learning();
        limiter.blockUntil(time.instant().plusSeconds(5));
        CountDownLatch passes = new CountDownLatch(1);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    limiter.acquire(asked(time, () -> served.add(number)), duration -> {
                        passes.await();
                        time.sleep(duration);
                    });
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        passes.countDown();
        for (Thread thread : threads) {
            thread.join(10_000);
        }
        // The first looks at the clock twice, before it waits and after.
        assertThat(served).containsExactly(0, 0, 1, 2, 3, 4, 5);
    }

    private static Clock asked(Clock clock, Runnable each) {
        return new Clock() {
            @Override
            public Instant instant() {
                each.run();
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void rejectsALimitOfZero() {
        assertThatThrownBy(() -> RateLimiter.perMinute(0)).isInstanceOf(InvalidInputException.class);
    }
}
