package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.simulators.wire.CodebaseWire;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import dev.hourbridge.simulators.wire.Wire;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options for behavior that was observed in more than one form. */
class SimulatorOptionsTest {
    private static final int FIRST_PORT = 20_100;
    private static final int LAST_PORT = 20_200;

    private static Stream<IntFunction<Simulator<?>>> onPorts() {
        return Stream.of(
                port -> CodebaseSimulator.builder().port(port).start(),
                port -> TeamworkSimulator.builder().port(port).start(),
                port -> TeamPulseSimulator.builder().port(port).start(),
                port -> LiveTimerSimulator.builder().port(port).start());
    }

    @ParameterizedTest
    @MethodSource("onPorts")
    void everyServiceListensOnTheGivenPort(IntFunction<Simulator<?>> onPort) {
        // Below the ports that the system hands out by itself, which another process may get in between.
        for (int port = FIRST_PORT; port < LAST_PORT; port++) {
            try (Simulator<?> simulator = onPort.apply(port)) {
                assertThat(simulator.url().getPort()).isEqualTo(port);
                return;
            } catch (UncheckedIOException e) {
                assertThat(e).hasMessageContaining("127.0.0.1:" + port);
            }
        }
        fail("There is no free port from %d to %d.", FIRST_PORT, LAST_PORT);
    }

    @Test
    void codebaseRespondsToAWrongKeyAsSetTo() {
        try (CodebaseSimulator codebase =
                CodebaseSimulator.builder().badCredentialsStatus(403).start()) {
            assertThat(CodebaseWire.of(codebase, "acme/alice", "wrong")
                            .get("/website/time_sessions")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void teamPulseRespondsToALongQueryAsSetTo() {
        try (TeamPulseSimulator teamPulse =
                TeamPulseSimulator.builder().longQueryStatus(400).start()) {
            HttpResponse<String> response = TeamPulseWire.signedIn(teamPulse)
                    .get("/api/v1/timeentries?$filter=" + "(".repeat(2048) + "id%20eq%201" + ")".repeat(2048));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        }
    }

    @Test
    void teamworkSaysRetryAfterIfSetTo() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.builder()
                .clock(new ManualClock(Instant.parse("2008-01-08T18:27:39Z")))
                .requestsPerMinute(1)
                .retryAfter(true)
                .start()) {
            Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");
            wire.get("/time_entries.json");

            HttpResponse<String> rejected = wire.get("/time_entries.json");

            assertThat(rejected.statusCode()).isEqualTo(429);
            assertThat(rejected.headers().firstValue("Retry-After")).contains("60");
        }
    }

    @Test
    void tellsRequestsThatWriteFromThoseThatRead() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");
            wire.get("/time_entries.json");
            wire.delete("/time_entries/1.json");

            assertThat(teamwork.requests().count(Requests.reads())).isEqualTo(1);
            assertThat(teamwork.requests().count(Requests.writes())).isEqualTo(1);
        }
    }
}
