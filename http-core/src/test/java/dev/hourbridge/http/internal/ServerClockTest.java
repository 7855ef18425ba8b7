package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ServerClockTest {
    private static final Instant DATE = Instant.parse("2024-03-31T01:30:05Z");

    @Test
    void takesTheTimeOfTheLastResponseWithADate() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(200, "{}").addHeader("Date", "Sat, 30 Mar 2024 01:30:05 GMT"));
            rig.response(Rig.json(200, "{}").addHeader("Date", "Sun, 31 Mar 2024 01:30:05 GMT"));
            rig.respondJson(200, "{}");
            ApiClient client = rig.client();

            assertThat(client.serverTime()).isEmpty();
            client.read(ApiRequest.get("getEntry", "a"));
            client.read(ApiRequest.get("getEntry", "a"));
            client.read(ApiRequest.get("getEntry", "a"));

            // How much later depends on how fast the machine is.
            assertThat(client.serverTime())
                    .hasValueSatisfying(time -> assertThat(time).isBetween(DATE, DATE.plusSeconds(20)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "Sun, 32 Mar 2024 01:30:05 GMT", "2024-03-31T01:30:05Z"})
    void aDateThatIsNoneGivesNoTime(String date) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(200, "{}").addHeader("Date", date));
            ApiClient client = rig.client();

            client.read(ApiRequest.get("getEntry", "a"));

            assertThat(client.serverTime()).isEmpty();
        }
    }
}
