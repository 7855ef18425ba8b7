package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.PreparedCreate;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens on the wire. */
final class WrapTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static Wire withLogin() {
        return new Wire(builder -> builder.login("paul", "pässwörd &+%="));
    }

    private static Wire challenges(Wire wire) {
        return wire.answersNothing(
                401,
                "WWW-Authenticate: WRAP location=\"" + wire.server.url("/TeamPulse/Authenticate/WRAPv0.9")
                        + "\", client_id=\"uri:TeamPulse\"");
    }

    private static Wire grants(Wire wire, String form) {
        return wire.answersAs(FORM, 200, form);
    }

    private static void list(Wire wire) {
        wire.client.timeEntries().page(ODataQuery.all());
    }

    private static String authorization(RecordedRequest request) {
        return String.valueOf(request.getHeaders().get("Authorization"));
    }

    private static NewTeamPulseEntry entry() {
        return NewTeamPulseEntry.builder()
                .date(LocalDate.of(2013, 10, 2))
                .hours(BigDecimal.ONE)
                .type("Billable")
                .userId(1)
                .taskId(10)
                .build();
    }

    @Test
    void getsATokenWhereTheChallengeSaysAndKeepsIt() {
        try (Wire wire = withLogin()) {
            challenges(wire);
            grants(wire, "wrap_access_token=one%2523%3d&wrap_refresh_token=r1")
                    .answersEntries()
                    .answersEntries();
            list(wire);
            list(wire);

            RecordedRequest probe = wire.request();
            assertThat(probe.getMethod() + " " + probe.getUrl().encodedPath())
                    .isEqualTo("GET /TeamPulse/api/v1/timeentries");
            assertThat(authorization(probe)).isEqualTo("null");
            RecordedRequest token = wire.request();
            assertThat(token.getMethod() + " " + token.getTarget()).isEqualTo("POST /TeamPulse/Authenticate/WRAPv0.9");
            assertThat(token.getHeaders().get("Content-Type")).startsWith(FORM);
            assertThat(AspNet.decode(Wire.text(token)))
                    .containsExactly(
                            java.util.Map.entry("wrap_client_id", "uri:TeamPulse"),
                            java.util.Map.entry("wrap_username", "paul"),
                            java.util.Map.entry("wrap_password", "pässwörd &+%="));
            assertThat(authorization(wire.request())).isEqualTo("WRAP access_token=one%23=");
            assertThat(authorization(wire.request())).isEqualTo("WRAP access_token=one%23=");
            assertThat(wire.requests()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, WRAP access_token=a%2Fb=",
        "QUOTED, WRAP access_token=\"a%2Fb=\"",
        "ENCODED, WRAP access_token=a%252Fb%3D"
    })
    void sendsTheTokenInTheFormThatIsAskedFor(TokenForm form, String header) {
        try (Wire wire = new Wire(builder -> builder.login("paul", "p").tokenForm(form))) {
            challenges(wire);
            grants(wire, "wrap_access_token=a%252Fb%3D").answersEntries();
            list(wire);
            wire.request();
            wire.request();
            assertThat(authorization(wire.request())).isEqualTo(header);
        }
    }

    @Test
    void usesTheRefreshTokenFirstAndHandsOutTheNextOne() {
        List<String> handedOut = new ArrayList<>();
        try (Wire wire = new Wire(builder ->
                builder.refreshToken("r0").login("paul", "p").onRefreshToken(token -> handedOut.add(token.reveal())))) {
            challenges(wire);
            grants(wire, "wrap_refresh_token=r1&wrap_access_token=a1").answersEntries();
            challenges(wire);
            grants(wire, "wrap_access_token=a2").answersEntries();
            challenges(wire);
            grants(wire, "wrap_access_token=a3&wrap_refresh_token=r1").answersEntries();
            list(wire);
            list(wire);
            list(wire);

            wire.request();
            assertThat(Wire.text(wire.request()))
                    .contains("wrap_refresh_token=r0")
                    .doesNotContain("password");
            assertThat(authorization(wire.request())).endsWith("a1");
            wire.request();
            assertThat(Wire.text(wire.request())).contains("wrap_refresh_token=r1");
            assertThat(authorization(wire.request())).endsWith("a2");
            assertThat(handedOut).as("only what is new").containsExactly("r1");
        }
    }

    @Test
    void logsInAgainWhenTheRefreshTokenIsRefused() {
        try (Wire wire = new Wire(builder -> builder.refreshToken("old").login("paul", "p"))) {
            challenges(wire).answersNothing(401);
            grants(wire, "wrap_access_token=a1").answersEntries();
            list(wire);
            wire.request();
            assertThat(Wire.text(wire.request())).contains("wrap_refresh_token=old");
            assertThat(Wire.text(wire.request())).contains("wrap_username=paul");
            assertThat(authorization(wire.request())).endsWith("a1");
        }
    }

    @Test
    void goesOnWhenTheReceiverOfRefreshTokensThrows() {
        try (Wire wire = new Wire(builder -> builder.login("paul", "p").onRefreshToken(token -> {
            throw new IllegalStateException("disk full");
        }))) {
            challenges(wire);
            grants(wire, "wrap_access_token=a1&wrap_refresh_token=r1").answersEntries();
            list(wire);
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @Test
    void givesUpWhenAFreshTokenIsRefusedToo() {
        try (Wire wire = new Wire(builder -> builder.token("old").login("paul", "p"))) {
            challenges(wire);
            challenges(grants(wire, "wrap_access_token=a1"));
            assertThatThrownBy(() -> list(wire)).isInstanceOf(AuthenticationException.class);
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @Test
    void createsWithOnePostEvenIfThereIsNoTokenYet() {
        try (Wire wire = withLogin()) {
            challenges(wire);
            grants(wire, "wrap_access_token=a1").answers(201, Wire.entry(5));
            assertThat(wire.client.timeEntries().create(entry()).id()).isEqualTo(5);
            assertThat(wire.line()).isEqualTo("GET /TeamPulse/api/v1/timeentries");
            assertThat(wire.line()).isEqualTo("POST /TeamPulse/Authenticate/WRAPv0.9");
            assertThat(wire.line()).isEqualTo("POST /TeamPulse/api/v1/timeentries");
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @Test
    void answersOneChallengeOfACreateAndNoMore() {
        try (Wire wire = new Wire(builder -> builder.token("old").login("paul", "p"))) {
            challenges(wire);
            challenges(grants(wire, "wrap_access_token=a1"));
            assertThatThrownBy(() -> wire.client.timeEntries().create(entry()))
                    .isInstanceOfSatisfying(
                            AuthenticationException.class,
                            e -> assertThat(e.outcome()).contains(WriteOutcome.REJECTED));
            assertThat(authorization(wire.request())).endsWith("old");
            assertThat(wire.line()).isEqualTo("POST /TeamPulse/Authenticate/WRAPv0.9");
            assertThat(authorization(wire.request())).endsWith("a1");
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @Test
    void saysWhatWasRefusedAndNothingOfTheSecrets() {
        try (Wire wire = withLogin()) {
            challenges(wire).answers(401, "{}");
            assertThatThrownBy(() -> wire.client.timeEntries().create(entry()))
                    .isInstanceOfSatisfying(AuthenticationException.class, e -> {
                        assertThat(e.outcome()).contains(WriteOutcome.NOT_SENT);
                        assertThat(e).hasMessageContaining("the user name or password was rejected");
                        assertThat(e.toString()).doesNotContain("paul").doesNotContain("pässwörd");
                    });
            assertThat(wire.requests()).isEqualTo(2);
        }
    }

    @Test
    void getsATokenBeforeAPreparedCreateIsSent() {
        try (Wire wire = withLogin()) {
            challenges(wire);
            grants(wire, "wrap_access_token=a1");
            PreparedCreate prepared = wire.client.prepare(
                    CommonLevelTest.entry(wire.client.account()).build());
            assertThat(wire.requests()).isEqualTo(2);
            wire.answers(201, Wire.entry(5));
            assertThat(prepared.send().id()).isEqualTo("5");
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    @Test
    void doesNotAnswerAChallengeWithAStaticTokenAlone() {
        try (Wire wire = challenges(new Wire())) {
            assertThatThrownBy(() -> list(wire)).isInstanceOf(AuthenticationException.class);
            assertThat(wire.requests()).isEqualTo(1);
        }
    }

    @Test
    void asksAgainWhenTheTokenEndpointIsIll() {
        try (Wire wire = withLogin()) {
            challenges(wire).answersNothing(503);
            grants(wire, "wrap_access_token=a1").answersEntries();
            list(wire);
            assertThat(wire.requests()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "access_token=a",
        "wrap_access_token=",
        "wrap_access_token=%zz",
        "wrap_access_token=a%0Ab",
        "wrap_access_token=a b"
    })
    void refusesATokenThatIsNone(String form) {
        try (Wire wire = withLogin()) {
            challenges(wire);
            grants(wire, form);
            assertThatThrownBy(() -> list(wire))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("token");
        }
    }

    @Test
    void fallsBackToTheDocumentedPlaceWhenTheChallengeNamesNone() {
        try (Wire wire = withLogin().answersNothing(401, "WWW-Authenticate: Negotiate", "WWW-Authenticate: NTLM")) {
            grants(wire, "wrap_access_token=a1").answersEntries();
            list(wire);
            wire.request();
            assertThat(wire.line()).isEqualTo("POST /TeamPulse/Authenticate/WRAPv0.9");
        }
    }

    @Test
    void followsAPlaceOnItsOwnOriginOnly() {
        try (Wire elsewhere = new Wire();
                Wire wire = withLogin()) {
            challenges(elsewhere);
            wire.answersNothing(
                    401, "WWW-Authenticate: WRAP location=\"" + elsewhere.server.url("/sts") + "\", client_id=x");
            assertThatThrownBy(() -> list(wire))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("authenticateAt")
                    .hasMessageNotContaining("/sts");
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void takesARelativePlaceAndAnotherClientId() {
        try (Wire wire = withLogin()
                .answersNothing(401, "WWW-Authenticate: WRAP location=/sts/token, client_id=\"uri:Other, Inc\"")) {
            grants(wire, "wrap_access_token=a1").answersEntries();
            list(wire);
            wire.request();
            RecordedRequest token = wire.request();
            assertThat(token.getTarget()).isEqualTo("/sts/token");
            assertThat(AspNet.decode(Wire.text(token))).containsEntry("wrap_client_id", "uri:Other, Inc");
        }
    }

    @Test
    void asksElsewhereIfToldToAndWithoutAChallenge() {
        try (Wire sts = new Wire()) {
            URI place = sts.server.url("/sts/token").uri();
            grants(sts, "wrap_access_token=a1");
            try (Wire wire = new Wire(builder -> builder.login("paul", "p").authenticateAt(place)).answersEntries()) {
                list(wire);
                assertThat(sts.line()).isEqualTo("POST /sts/token");
                assertThat(authorization(wire.request())).endsWith("a1");
            }
        }
    }

    @Test
    void renewsOnceForAllThatFindTheTokenRefused() throws Exception {
        int callers = 8;
        CountDownLatch allArrived = new CountDownLatch(callers);
        AtomicInteger tokens = new AtomicInteger();
        try (Wire wire = new Wire(builder -> builder.token("old").login("paul", "p"))) {
            wire.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    MockResponse.Builder response = new MockResponse.Builder();
                    if (request.getTarget().contains("Authenticate")) {
                        return response.body("wrap_access_token=new" + tokens.incrementAndGet())
                                .build();
                    }
                    if (authorization(request).endsWith("old")) {
                        allArrived.countDown();
                        allArrived.await();
                        return response.code(401).build();
                    }
                    return response.setHeader("Content-Type", "application/json")
                            .body("{\"results\":[]}")
                            .build();
                }
            });
            List<Thread> threads = new ArrayList<>();
            AtomicInteger done = new AtomicInteger();
            for (int i = 0; i < callers; i++) {
                Thread thread = new Thread(() -> {
                    list(wire);
                    done.incrementAndGet();
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(done).hasValue(callers);
            assertThat(tokens).hasValue(1);
        }
    }

    @Test
    void neverShowsASecret() {
        try (Wire wire = new Wire(builder -> builder.token("t0psecret").refreshToken("r3fresh"))) {
            challenges(wire).answersNothing(400);
            assertThatThrownBy(() -> list(wire))
                    .isInstanceOf(HourbridgeException.class)
                    .satisfies(e ->
                            assertThat(e.toString()).doesNotContain("t0psecret").doesNotContain("r3fresh"));
            assertThat(wire.client.toString()).doesNotContain("t0psecret");
            assertThat(WrapCredentials.none().withLogin("paul", "pass").toString())
                    .doesNotContain("pass=pass")
                    .doesNotContain("paul");
            assertThat(WrapToken.parse("wrap_access_token=abc").orElseThrow().toString())
                    .doesNotContain("abc");
            assertThat(Secret.of("abc")).hasToString("****");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenForm.class,
            names = {"PLAIN", "QUOTED"})
    void refusesAnAccessTokenThatAHeaderCannotCarry(TokenForm form) {
        assertThatThrownBy(() -> TeamPulseClient.builder()
                        .baseUrl("https://tp.example.com")
                        .token("a b")
                        .tokenForm(form)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("token");
    }
}
