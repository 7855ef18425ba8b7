package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options for what services were seen to do in more ways than one. */
class SimulatorOptionsTest {

    private static Stream<IntFunction<Simulator>> onPorts() {
        return Stream.of(
                port -> CodebaseSimulator.builder().port(port).start(),
                port -> TeamworkSimulator.builder().port(port).start(),
                port -> TeamPulseSimulator.builder().port(port).start(),
                port -> LiveTimerSimulator.builder().port(port).start());
    }

    @ParameterizedTest
    @MethodSource("onPorts")
    void everyServiceListensOnTheGivenPort(IntFunction<Simulator> onPort) {
        int port;
        try (Simulator any = onPort.apply(0)) {
            port = any.url().getPort();
        }
        try (Simulator again = onPort.apply(port)) {
            assertThat(again.url().getPort()).isEqualTo(port);
        }
    }

    @Test
    void codebaseAnswersAWrongKeyAsToldTo() {
        try (CodebaseSimulator codebase =
                CodebaseSimulator.builder().badCredentialsStatus(403).start()) {
            assertThat(CodebaseWire.of(codebase, "acme/alice", "wrong")
                            .get("/website/time_sessions")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void teamPulseAnswersALongQueryAsToldTo() {
        try (TeamPulseSimulator teamPulse =
                TeamPulseSimulator.builder().longQueryStatus(400).start()) {
            HttpResponse<String> answer = TeamPulseWire.signedIn(teamPulse)
                    .get("/api/v1/timeentries?$filter=" + "(".repeat(2048) + "id%20eq%201" + ")".repeat(2048));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        }
    }

    @Test
    void teamworkSaysRetryAfterIfToldTo() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.builder()
                .clock(new TestClock())
                .requestsPerMinute(1)
                .retryAfter(true)
                .start()) {
            Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");
            wire.get("/time_entries.json");

            HttpResponse<String> refused = wire.get("/time_entries.json");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
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
