package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands in for a service in tests can hold what the service's own client can. */
class SampleCapabilitiesTest {
    private static final String URL = "https://service.example/";

    @Test
    void areThoseOfCodebase() {
        try (TimeTracker client = CodebaseClient.builder()
                .baseUrl(URL)
                .account("acme")
                .username("alice")
                .apiKey("key")
                .projects("website")
                .build()) {
            assertThat(SampleCapabilities.codebase().toBuilder()
                            .listedProjects(Set.of("website"))
                            .build())
                    .isEqualTo(client.capabilities());
        }
    }

    @Test
    void areThoseOfTeamwork() {
        ZoneId zone = ZoneId.of("Europe/Dublin");
        try (TimeTracker client =
                TeamworkClient.builder().baseUrl(URL).apiKey("key").zone(zone).build()) {
            assertThat(SampleCapabilities.teamwork(zone)).isEqualTo(client.capabilities());
        }
    }

    @Test
    void areThoseOfTeamPulse() {
        try (TimeTracker client =
                TeamPulseClient.builder().baseUrl(URL).login("paul", "password").build()) {
            assertThat(SampleCapabilities.teamPulse()).isEqualTo(client.capabilities());
        }
    }

    @Test
    void areThoseOfLiveTimer() {
        try (TimeTracker client = LiveTimerClient.builder()
                .baseUrl(URL)
                .login("walter", "password")
                .build()) {
            assertThat(SampleCapabilities.liveTimer()).isEqualTo(client.capabilities());
        }
    }
}
