package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many schedules of requests and responses, in simulated time, against a service that counts. */
class LimiterScheduleTest {

    /** Requests in flight, each of which arrives at the service and has its response after random times. */
    private static final class Service implements Sleeper {
        final FakeTime time = new FakeTime();
        final FairRateLimiter limiter = FairRateLimiter.learning();
        final Random random;
        final int limit;
        final Duration window;
        final boolean epoch;
        final int latencyMillis;
        final List<Call> calls = new ArrayList<>();
        final List<Integer> windows = new ArrayList<>();
        int throttled;
        boolean known;

        Service(long seed, int limit, Duration window, boolean epoch, int latencyMillis) {
            this.random = new Random(seed);
            this.limit = limit;
            this.window = window;
            this.epoch = epoch;
            this.latencyMillis = latencyMillis;
        }

        private final class Call {
            final Instant arrives = time.instant().plusMillis(1 + random.nextInt(latencyMillis));
            final Instant answered = arrives.plusMillis(1 + random.nextInt(latencyMillis));
            final boolean sentKnowing = known;
            boolean arrived;
            int remaining;
            long reset;

            Instant next() {
                return arrived ? answered : arrives;
            }

            void proceed() {
                if (!arrived) {
                    arrive();
                    return;
                }
                calls.remove(this);
                Instant now = time.instant();
                Instant end = epoch ? Instant.ofEpochSecond(reset) : now.plusSeconds(reset);
                limiter.learn(remaining, end, now);
                limiter.done(true);
                known = true;
            }

            private void arrive() {
                arrived = true;
                Duration since = Duration.between(FakeTime.START, time.instant());
                int number = (int) since.dividedBy(window);
                while (windows.size() <= number) {
                    windows.add(0);
                }
                if (windows.get(number) < limit) {
                    windows.set(number, windows.get(number) + 1);
                } else if (sentKnowing) {
                    throttled++;
                }
                remaining = limit - windows.get(number);
                Instant end = FakeTime.START.plus(window.multipliedBy(number + 1L));
                long seconds = (Duration.between(time.instant(), end).toMillis() + 999) / 1000;
                reset = epoch ? end.getEpochSecond() : seconds;
            }
        }

        /** Time passes, and things happen in it. */
        @Override
        public void sleep(Duration duration) {
            Instant until = time.instant().plus(duration);
            while (true) {
                Call next = null;
                for (Call call : calls) {
                    next = next == null || call.next().isBefore(next.next()) ? call : next;
                }
                if (next == null || next.next().isAfter(until)) {
                    time.advance(Duration.between(time.instant(), until));
                    return;
                }
                time.advance(Duration.between(time.instant(), next.next()));
                next.proceed();
            }
        }

        void run(int requests, int atOnce) throws InterruptedException {
            for (int i = 0; i < requests; i++) {
                while (calls.size() >= atOnce) {
                    sleep(Duration.ofMillis(1));
                }
                limiter.acquire(time, this);
                calls.add(new Call());
            }
        }

        /** Of the windows that began and ended while there was work. */
        double used() {
            List<Integer> whole = windows.subList(0, windows.size() - 1);
            return whole.stream().mapToInt(Integer::intValue).sum() / (double) (whole.size() * limit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1, true, 1",
        "100, 1, true, 8",
        "100, 1, true, 32",
        "10, 1, true, 8",
        "5, 1, true, 8",
        "150, 60, false, 1",
        "150, 60, false, 8",
        "6000, 60, false, 8",
        "150, 60, true, 16"
    })
    void usesTheWholeLimitAndNeverMore(int limit, int windowSeconds, boolean epoch, int atOnce) throws Exception {
        for (long seed = 1; seed <= 8; seed++) {
            Service service = new Service(seed, limit, Duration.ofSeconds(windowSeconds), epoch, 5);
            service.run(limit * (limit > 1000 ? 3 : 10), atOnce);
            assertThat(service.throttled).as("throttled, seed %s", seed).isZero();
            assertThat(service.used()).as("used, seed %s", seed).isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void isNeverExceededWithLateResponses() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            Service service = new Service(seed, 20, Duration.ofSeconds(2), true, 900);
            service.run(200, 8);
            assertThat(service.throttled).as("seed %s", seed).isZero();
        }
    }
}
