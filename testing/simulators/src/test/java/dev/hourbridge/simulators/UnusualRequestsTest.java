package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.simulators.wire.RawConnection;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual requests of third-party clients, which a strict server must respond to as well. */
class UnusualRequestsTest {
    /** The four services, each with the path and the header lines of a list. */
    enum Vendor {
        CODEBASE,
        TEAMWORK,
        TEAMPULSE,
        LIVETIMER;

        Simulator<?> start() {
            return switch (this) {
                case CODEBASE -> CodebaseSimulator.start();
                case TEAMWORK -> TeamworkSimulator.start();
                case TEAMPULSE -> TeamPulseSimulator.start();
                case LIVETIMER -> LiveTimerSimulator.start();
            };
        }

        String list() {
            return switch (this) {
                case CODEBASE -> "/website/time_sessions";
                case TEAMWORK -> "/time_entries.json";
                case TEAMPULSE -> "/TeamPulse/api/v1/timeentries";
                case LIVETIMER -> "/time_entries.xml";
            };
        }

        List<String> headers(Simulator<?> simulator) {
            return switch (this) {
                case CODEBASE -> {
                    CodebaseSimulator codebase = (CodebaseSimulator) simulator;
                    yield List.of(
                            basic(codebase.account() + "/" + codebase.username(), codebase.apiKey()),
                            "Accept: application/xml",
                            "Content-Type: application/xml");
                }
                case TEAMWORK -> List.of(basic(((TeamworkSimulator) simulator).apiKey(), "x"));
                case TEAMPULSE -> {
                    TeamPulseSimulator teamPulse = (TeamPulseSimulator) simulator;
                    String form = TeamPulseWire.byPassword(teamPulse.username(), teamPulse.password());
                    String token = TeamPulseWire.form(TeamPulseWire.token(teamPulse, form))
                            .get("wrap_access_token");
                    yield List.of("Authorization: WRAP access_token=" + token);
                }
                case LIVETIMER -> {
                    LiveTimerSimulator liveTimer = (LiveTimerSimulator) simulator;
                    yield List.of(basic(liveTimer.username(), liveTimer.password()));
                }
            };
        }

        private static String basic(String username, String password) {
            String pair = username + ":" + password;
            return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aGetWithABodyIsReadAndTheConnectionStaysUsable(Vendor vendor) throws IOException {
        try (Simulator<?> simulator = vendor.start();
                RawConnection connection = new RawConnection(simulator.url())) {
            String[] headers = vendor.headers(simulator).toArray(new String[0]);
            String[] withLength = append(headers, "Content-Length: 2");
            String[] chunked = append(headers, "Transfer-Encoding: chunked");

            connection.send("GET " + vendor.list(), "{}", withLength);
            assertThat(connection.status()).isEqualTo(200);
            connection.send("GET " + vendor.list(), "2\r\n{}\r\n0\r\n\r\n", chunked);
            assertThat(connection.status()).isEqualTo(200);
            connection.send("GET " + vendor.list(), "", headers);
            assertThat(connection.status()).isEqualTo(200);
        }
    }

    private static String[] append(String[] headers, String another) {
        String[] longer = java.util.Arrays.copyOf(headers, headers.length + 1);
        longer[headers.length] = another;
        return longer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrap_client_id=uri%3ATeamPulse&wrap_username=paul&wrap_password=p&ss+w%rd",
                "wrap_client_id=uri%3ATeamPulse&wrap_refresh_token=%",
                "%zz=1"
            })
    void aMalformedPercentSignInATokenFormIsABadRequest(String form) {
        try (TeamPulseSimulator teamPulse = TeamPulseSimulator.start()) {
            HttpResponse<String> response = TeamPulseWire.token(teamPulse, form);

            assertThat(response.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aMalformedFormOfARequestThatIsCommittedLateDoesNoHarm() {
        try (TeamPulseSimulator teamPulse = TeamPulseSimulator.start()) {
            teamPulse.faults().next(Requests.any(), Fault.status(503).committedAfter(1));

            assertThat(TeamPulseWire.token(teamPulse, "%zz=1").statusCode()).isEqualTo(503);
            assertThat(TeamPulseWire.token(teamPulse, "a=1").statusCode()).isEqualTo(400);
            assertThat(TeamPulseWire.token(teamPulse, "a=1").statusCode()).isEqualTo(400);
        }
    }
}
