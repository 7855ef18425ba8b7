package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** Any policy against any service that fails: never more attempts, longer waits or a later start than it allows. */
final class WaitsTest {
    private static final long SEED = 86_400;
    private static final int POLICIES = Boolean.getBoolean("hourbridge.full") ? 20_000 : 150;

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final List<Instant> attempts = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void noScheduleLeavesItsPolicy() {
        int waited = 0;
        for (int i = 0; i < POLICIES; i++) {
            Random random = new Random(SEED + i);
            RetryPolicy policy = policy(random);
            attempts.clear();
            waits.clear();
            Instant start = now;
            boolean named = failing(random, policy);
            String what = "seed " + (SEED + i) + ": " + policy;
            assertThat(attempts).as(what).hasSizeBetween(1, policy.maxAttempts());
            assertThat(attempts).as(what).allMatch(at -> !at.isAfter(start.plus(policy.deadline())));
            Duration longest = named ? longer(policy.maxRetryAfter(), policy.maxDelay()) : policy.maxDelay();
            assertThat(waits).as(what).allMatch(wait -> !wait.isNegative() && wait.compareTo(longest) <= 0);
            if (!named) {
                for (int n = 0; n < waits.size(); n++) {
                    assertThat(waits.get(n))
                            .as(what)
                            .isLessThanOrEqualTo(policy.baseDelay().multipliedBy(1L << n));
                }
            }
            waited += waits.size();
        }
        assertThat(waited).isGreaterThan(POLICIES / 2);
        Evidence.of(Area.PROPERTIES, "Retry schedules")
                .tried(
                        "random policies against failures with and without Retry-After, as seconds, dates and limits, seeds from "
                                + SEED)
                .result("no wait beyond its bound, no attempt beyond the count, none begun after the deadline")
                .count(POLICIES);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static RetryPolicy policy(Random random) {
        return RetryPolicy.builder()
                .maxAttempts(1 + random.nextInt(20))
                .baseDelay(Duration.ofMillis(random.nextInt(5_000)))
                .maxDelay(Duration.ofMillis(random.nextInt(60_000)))
                .deadline(Duration.ofSeconds(random.nextInt(600)))
                .maxRetryAfter(Duration.ofSeconds(random.nextInt(300)))
                .build();
    }

    /** Reads from a service that never answers well; whether it named waits. */
    private boolean failing(Random random, RetryPolicy policy) {
        boolean named = random.nextBoolean();
        OkHttpClient service = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    attempts.add(now);
                    Response.Builder response = new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(named && random.nextBoolean() ? 429 : 503)
                            .message("")
                            .body(ResponseBody.create("", MediaType.get("application/json")));
                    if (named) {
                        head(random, response);
                    }
                    return response.build();
                })
                .build();
        HttpOptions options = HttpOptions.builder()
                .okHttpClient(service)
                .retryPolicy(policy)
                .clock(clock())
                .sleeper(wait -> {
                    waits.add(wait);
                    now = now.plus(wait);
                })
                .build();
        try (TimeTracker tracker = Service.TEAMWORK.client("https://acme.example.com", options)) {
            tracker.get(TimeEntryId.of(tracker.account(), "7"));
        } catch (HourbridgeException e) {
            assertThat(e.attempts()).isEqualTo(attempts.size());
        }
        return named;
    }

    private static void head(Random random, Response.Builder response) {
        switch (random.nextInt(6)) {
            case 0 -> response.header("Retry-After", Integer.toString(random.nextInt(1_000)));
            case 1 -> response.header("Retry-After", "Mon, 02 Mar 2026 09:0" + random.nextInt(10) + ":00 GMT");
            case 2 ->
                response.header("X-RateLimit-Remaining", "0")
                        .header("X-RateLimit-Reset", Integer.toString(random.nextInt(1_000)));
            case 4 ->
                response.header("Retry-After", "1")
                        .header("X-RateLimit-Remaining", "0")
                        .header("X-RateLimit-Reset", Integer.toString(random.nextInt(1_000)));
            case 3 -> response.header("Retry-After", "99999999999999");
            default -> response.header("Retry-After", "soon");
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
