package dev.hourbridge.simulators.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.wire.Json;
import dev.hourbridge.simulators.wire.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamworkRejectionTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final TeamworkSimulator teamwork =
            TeamworkSimulator.builder().clock(clock).start();
    private final Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");

    @AfterEach
    void close() {
        teamwork.close();
    }

    private static StoredTeamworkEntry.Builder entry(String date, int minutes) {
        return StoredTeamworkEntry.builder(999, 999, Instant.parse(date), minutes);
    }

    @Test
    void rendersErrorsInTheirShapes() {
        Wire stranger = new Wire(teamwork.url(), "wrong", "x", "application/json");
        assertThat(stranger.get("/time_entries.json").statusCode()).isEqualTo(401);
        assertThat(Json.read(stranger.get("/time_entries.json").body()).has("error"))
                .isTrue();

        for (String path : List.of("/nothing", "/time_entries/1.json", "/projects/1/time_entries.json")) {
            HttpResponse<String> missing = wire.get(path);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(Json.read(missing.body()).get("STATUS").textValue()).isEqualTo("Error");
        }

        teamwork.faults().next(Requests.any(), Fault.status(500)).nth(2, Requests.any(), Fault.failureWith200());
        assertThat(Json.read(wire.get("/time_entries.json").body())
                        .at("/content/errors/0")
                        .textValue())
                .isNotBlank();
        HttpResponse<String> lying = wire.get("/time_entries.json");
        assertThat(lying.statusCode()).isEqualTo(200);
        assertThat(Json.read(lying.body()).get("STATUS").textValue()).isEqualTo("Error");
    }

    @Test
    void takesTheKeyAsABearerTokenToo() {
        Wire bearer = new Wire(teamwork.url(), "Bearer " + teamwork.apiKey(1000), "application/json");
        assertThat(bearer.get("/time_entries.json").statusCode()).isEqualTo(200);
        Wire nobody = new Wire(teamwork.url(), null, "application/json");
        assertThat(nobody.get("/time_entries.json").statusCode()).isEqualTo(401);
    }

    @Test
    void limitsRequestsAMinuteAndSaysSo() {
        try (TeamworkSimulator strict =
                TeamworkSimulator.builder().clock(clock).requestsPerMinute(2).start()) {
            Wire limited = new Wire(strict.url(), strict.apiKey(), "x", "application/json");
            HttpResponse<String> first = limited.get("/time_entries.json");
            assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("2");
            assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("1");
            assertThat(limited.get("/time_entries.json").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMillis(20_300));
            HttpResponse<String> rejected = limited.get("/time_entries.json");
            assertThat(rejected.statusCode()).isEqualTo(429);
            assertThat(rejected.headers().firstValue("X-RateLimit-Remaining")).contains("0");
            assertThat(rejected.headers().firstValue("X-RateLimit-Reset")).contains("40");
            assertThat(rejected.headers().firstValue("Retry-After")).isEmpty();
            clock.advance(Duration.ofMillis(39_700));
            assertThat(limited.get("/time_entries.json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void throttlesInTheOlderStyleWithTheOtherHeadersAndAMoment() {
        try (TeamworkSimulator strict = TeamworkSimulator.builder()
                .clock(clock)
                .requestsPerMinute(1)
                .throttleStatus(400)
                .rateLimitHeaders(TeamworkRateLimitHeaders.X_RATE_LIMIT)
                .resetAsEpoch(true)
                .start()) {
            Wire limited = new Wire(strict.url(), strict.apiKey(), "x", "application/json");
            limited.get("/time_entries.json");
            HttpResponse<String> rejected = limited.get("/time_entries.json");
            assertThat(rejected.statusCode()).isEqualTo(400);
            assertThat(rejected.headers().firstValue("X-Rate-Limit-Remaining")).contains("0");
            assertThat(rejected.headers().firstValue("X-Rate-Limit-Reset"))
                    .contains(Long.toString(clock.instant().getEpochSecond() + 60));
        }
        teamwork.faults().next(Requests.any(), Fault.throttledAs400(Duration.ofMillis(8020)));
        HttpResponse<String> rejected = wire.get("/time_entries.json");
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(rejected.headers().firstValue("X-RateLimit-Reset")).contains("9");
    }

    @Test
    void givesNoMoreRowsOfAQueryThanItsCap() {
        try (TeamworkSimulator capped =
                TeamworkSimulator.builder().clock(clock).rowsPerQuery(250).start()) {
            Wire caller = new Wire(capped.url(), capped.apiKey(), "x", "application/json");
            for (int i = 0; i < 260; i++) {
                capped.add(entry("2024-12-21T05:00:00Z", 10).build());
            }
            HttpResponse<String> third = caller.get("/time_entries.json?page=3");
            assertThat(third.headers().firstValue("X-Records")).contains("250");
            assertThat(third.headers().firstValue("X-Pages")).contains("3");
            assertThat(Json.read(third.body()).get("time-entries")).hasSize(50);
            assertThat(Json.read(caller.get("/time_entries.json?page=4").body()).get("time-entries"))
                    .isEmpty();
        }
    }
}
