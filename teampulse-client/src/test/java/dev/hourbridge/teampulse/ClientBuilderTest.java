package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientBuilderTest {
    private static final HttpOptions INSECURE =
            HttpOptions.builder().allowInsecureHttp(true).build();

    @ParameterizedTest
    @CsvSource({
        "http://localhost/TeamPulse, localhost/TeamPulse",
        "http://tp.example.com:9898/, tp.example.com:9898",
        "https://tp.example.com/, tp.example.com",
        "https://TP.example.com/apps/TeamPulse/, tp.example.com/apps/TeamPulse"
    })
    void namesTheAccountByHostPortAndPath(String baseUrl, String name) {
        try (TeamPulseClient client = TeamPulseClient.builder()
                .baseUrl(baseUrl)
                .token("t")
                .http(INSECURE)
                .build()) {
            assertThat(client.account()).isEqualTo(Account.of(TeamPulseClient.SERVICE, name));
            assertThat(client).hasToString("teampulse:" + name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tp.example.com",
                "ftp://tp.example.com",
                "tp.example.com",
                "https://paul:pw@tp.example.com",
                "https://tp.example.com/?a=b",
                "https://tp.example.com/#a",
                "https://tp.example.com/api/v1",
                "https://tp.example.com/TeamPulse/api/v1/"
            })
    void refusesABaseUrlThatCannotBe(String baseUrl) {
        assertThatThrownBy(() ->
                        TeamPulseClient.builder().baseUrl(baseUrl).token("t").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("baseUrl");
    }

    @Test
    void demandsABaseUrlAndCredentials() {
        assertThatThrownBy(() -> TeamPulseClient.builder().token("t").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("baseUrl");
        assertThatThrownBy(() -> TeamPulseClient.builder()
                        .baseUrl("https://tp.example.com")
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("login");
    }

    @Test
    void refusesBlankCredentialsAndThoseWithLineEnds() {
        TeamPulseClient.Builder builder = TeamPulseClient.builder();
        assertThatThrownBy(() -> builder.login(" ", "p")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.login("paul", "p\n")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.refreshToken("")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> builder.token("t\r\n")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesToAuthenticateInTheClearElsewhere() {
        assertThatThrownBy(() -> TeamPulseClient.builder()
                        .baseUrl("https://tp.example.com")
                        .login("paul", "p")
                        .authenticateAt(URI.create("http://sts.example.com/token"))
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("authenticateAt");
    }

    @Test
    void saysWhatTeamPulseHolds() {
        try (Wire wire = new Wire()) {
            Capabilities capabilities = wire.client.capabilities();
            assertThat(capabilities.required()).contains(EntryField.PERSON, EntryField.TASK, EntryField.ACTIVITY);
            assertThat(capabilities.writable())
                    .doesNotContain(EntryField.BILLABLE, EntryField.START, EntryField.PROJECT);
            assertThat(capabilities.placement()).isEqualTo(Capabilities.Placement.TASK);
            assertThat(capabilities.durationUnit()).isEqualTo(Duration.ofSeconds(1));
            assertThat(capabilities.maxNoteLength()).hasValue(128);
            assertThat(capabilities.writesForOthers()).isTrue();
            assertThat(wire.client.total(TimeEntryQuery.all())).isEmpty();
        }
    }
}
