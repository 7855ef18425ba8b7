package dev.hourbridge.simulators.teampulse;

import static dev.hourbridge.simulators.wire.TeamPulseWire.CLIENT;
import static dev.hourbridge.simulators.wire.TeamPulseWire.byPassword;
import static dev.hourbridge.simulators.wire.TeamPulseWire.byRefreshToken;
import static dev.hourbridge.simulators.wire.TeamPulseWire.encode;
import static dev.hourbridge.simulators.wire.TeamPulseWire.form;
import static dev.hourbridge.simulators.wire.TeamPulseWire.token;
import static dev.hourbridge.simulators.wire.TeamPulseWire.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator.TokenForm;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The password and the refresh profile of OAuth WRAP. */
class TeamPulseTokensTest {
    private static final String ENTRIES = "/api/v1/timeentries";

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private TeamPulseSimulator teamPulse =
            TeamPulseSimulator.builder().clock(clock).start();

    @AfterEach
    void close() {
        teamPulse.close();
    }

    private void restart(TeamPulseSimulator.Builder builder) {
        teamPulse.close();
        teamPulse = builder.clock(clock).start();
    }

    @Test
    void challengesARequestWithoutATokenBesideAnotherScheme() {
        HttpResponse<String> response = TeamPulseWire.anonymous(teamPulse).get(ENTRIES);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly(
                        "Negotiate",
                        "WRAP location=\"" + teamPulse.url() + "/Authenticate/WRAPv0.9\", client_id=\"uri:TeamPulse\"");
    }

    @Test
    void challengesWithoutQuotesOrToElsewhereIfSetTo() {
        restart(TeamPulseSimulator.builder()
                .quotedClientId(false)
                .challengeLocation(URI.create("http://elsewhere.example/STS")));

        assertThat(TeamPulseWire.anonymous(teamPulse).get(ENTRIES).headers().allValues("WWW-Authenticate"))
                .contains("WRAP location=\"http://elsewhere.example/STS\", client_id=uri:TeamPulse");
    }

    @Test
    void issuesTokensForAPasswordAsAForm() {
        HttpResponse<String> response = token(teamPulse, byPassword("paul", teamPulse.password()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(form(response)).containsOnlyKeys("wrap_access_token", "wrap_refresh_token");
        assertThat(response.body()).contains("%253a%252f%252f");
        assertThat(status(access(response))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrap_username=paul&wrap_password=wrong",
                "wrap_username=nobody&wrap_password=wrong",
                "wrap_refresh_token=stale",
            })
    void rejectsWrongCredentials(String rest) {
        HttpResponse<String> response = token(teamPulse, CLIENT + "&" + rest);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("WRAP");
    }

    @Test
    void rejectsAnythingButTheTwoProfiles() {
        assertThat(token(teamPulse, CLIENT).statusCode()).isEqualTo(400);
        assertThat(token(teamPulse, "wrap_client_id=other&wrap_refresh_token=x").statusCode())
                .isEqualTo(400);
        assertThat(TeamPulseWire.anonymous(teamPulse)
                        .post("/Authenticate/WRAPv0.9", "{}")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheTokenInOneFormOnly(TokenForm form) {
        restart(TeamPulseSimulator.builder().tokenForm(form));
        String token = access(token(teamPulse, byPassword("paul", teamPulse.password())));

        Map<TokenForm, String> headers =
                Map.of(TokenForm.PLAIN, token, TokenForm.QUOTED, '"' + token + '"', TokenForm.ENCODED, encode(token));

        headers.forEach(
                (each, value) -> assertThat(status(value)).as(each.name()).isEqualTo(each == form ? 200 : 401));
    }

    @Test
    void endsATokenByTheClock() {
        restart(TeamPulseSimulator.builder()
                .tokenLifetime(Duration.ofSeconds(60))
                .announcingExpiry(true));
        HttpResponse<String> response = token(teamPulse, byPassword("paul", teamPulse.password()));

        assertThat(form(response)).containsEntry("wrap_access_token_expires_in", "60");
        clock.advance(Duration.ofSeconds(59));
        assertThat(status(access(response))).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(status(access(response))).isEqualTo(401);
    }

    @Test
    void endsATokenAfterANumberOfRequests() {
        restart(TeamPulseSimulator.builder().requestsPerToken(2));
        String token = access(token(teamPulse, byPassword("paul", teamPulse.password())));

        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void endsTokensOnRequest() {
        HttpResponse<String> response = token(teamPulse, byPassword("paul", teamPulse.password()));

        teamPulse.expireTokens();
        assertThat(status(access(response))).isEqualTo(401);
        teamPulse.revokeRefreshTokens();
        assertThat(token(teamPulse, byRefreshToken(refresh(response))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void rotatesRefreshTokens() {
        String first = teamPulse.refreshToken("mary");

        HttpResponse<String> response = token(teamPulse, byRefreshToken(first));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(status(access(response))).isEqualTo(200);
        assertThat(token(teamPulse, byRefreshToken(first)).statusCode()).isEqualTo(401);
        assertThat(token(teamPulse, byRefreshToken(refresh(response))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsARefreshTokenIfSetTo() {
        restart(TeamPulseSimulator.builder().rotatingRefreshTokens(false));
        String kept = teamPulse.refreshToken("mary");

        assertThat(form(token(teamPulse, byRefreshToken(kept)))).containsOnlyKeys("wrap_access_token");
        assertThat(token(teamPulse, byRefreshToken(kept)).statusCode()).isEqualTo(200);
    }

    private int status(String token) {
        return with(teamPulse, "WRAP access_token=" + token).get(ENTRIES).statusCode();
    }

    private static String access(HttpResponse<String> response) {
        return Objects.requireNonNull(form(response).get("wrap_access_token"));
    }

    private static String refresh(HttpResponse<String> response) {
        return Objects.requireNonNull(form(response).get("wrap_refresh_token"));
    }
}
