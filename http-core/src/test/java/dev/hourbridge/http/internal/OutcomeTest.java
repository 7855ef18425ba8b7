package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {
    private static final ApiRequest POST =
            ApiRequest.post("postEntry", "entries").body("application/json", new byte[] {'{', '}'});

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(301, RedirectException.class, WriteOutcome.REJECTED),
                Arguments.of(302, RedirectException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(303, RedirectException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(307, RedirectException.class, WriteOutcome.REJECTED),
                Arguments.of(308, RedirectException.class, WriteOutcome.REJECTED),
                Arguments.of(400, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(401, AuthenticationException.class, WriteOutcome.REJECTED),
                Arguments.of(403, PermissionException.class, WriteOutcome.REJECTED),
                Arguments.of(404, NotFoundException.class, WriteOutcome.REJECTED),
                Arguments.of(406, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(408, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(409, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(422, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(500, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(502, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(503, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(504, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(529, ServerException.class, WriteOutcome.IN_DOUBT));
    }

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @MethodSource("statuses")
    void classifiesACreateByItsStatus(int status, Class<? extends HourbridgeException> type, WriteOutcome outcome)
            throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(status);

            HourbridgeException failure =
                    catchThrowableOfType(type, () -> rig.client().create(POST));

            assertThat(failure.outcome()).hasValue(outcome);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statuses")
    void hasNoOutcomeForARead(int status, Class<? extends HourbridgeException> type, WriteOutcome ignored)
            throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(status);
            ApiClient api =
                    rig.client(rig.options().retryPolicy(RetryPolicy.never()).build());

            HourbridgeException failure =
                    catchThrowableOfType(type, () -> api.read(ApiRequest.get("getEntry", "entries")));

            assertThat(failure.outcome()).isEmpty();
        }
    }

    @Test
    void isNotSentWhenTheConnectionIsRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client(ApiClient.builder(Rig.SERVICE, "baseUrl", "http://127.0.0.1:" + port)
                    .options(rig.options().build()));

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(failure.attempts()).isEqualTo(5);
        }
    }

    @Test
    void doesNotRepeatAPreparedCreate() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client(ApiClient.builder(Rig.SERVICE, "baseUrl", "http://127.0.0.1:" + port)
                    .options(rig.options().build()));
            PreparedRequest prepared = api.prepare(POST);

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, prepared::send);

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(failure.attempts()).isEqualTo(1);
        }
    }

    @Test
    void throwsAThrottleOfAPreparedCreate() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "7"));
            PreparedRequest prepared = rig.client().prepare(POST);
            assertThat(rig.server.getRequestCount()).isZero();

            ThrottledException failure = catchThrowableOfType(ThrottledException.class, prepared::send);

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
            assertThat(failure.retryAfter().orElseThrow().toSeconds()).isEqualTo(7);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void sendsACreateAgainAfterAThrottle() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "7"))
                    .respondJson(201, "{}");

            assertThat(rig.client().create(POST).status()).isEqualTo(201);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(7));
        }
    }

    @Test
    void isAcceptedWithoutIdWhenTheCallerFindsNone() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(201, "{\"name\":\"secret payload\"}");

            MalformedResponseException failure = rig.client().create(POST).malformed("has no id");

            assertThat(failure.outcome()).hasValue(WriteOutcome.ACCEPTED_NO_ID);
            assertThat(failure).hasMessageNotContaining("payload");
        }
    }

    @Test
    void isInDoubtBehindALoginPage() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .setHeader("Content-Type", "text/html; charset=utf-8")
                    .body("<html>Log in</html>"));

            MalformedResponseException failure = catchThrowableOfType(
                    MalformedResponseException.class, () -> rig.client().create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure).hasMessageContaining("text/html").hasMessageNotContaining("Log in");
        }
    }

    @Test
    void acceptsABlankResponseOfAnyType() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .setHeader("Content-Type", "text/html")
                    .body(" "));

            assertThat(rig.client()
                            .write(ApiRequest.put("putEntry", "entries/{id}", "1"))
                            .isBlank())
                    .isTrue();
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (Rig rig = Rig.start();
                Rig other = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .code(307)
                    .setHeader("Location", other.server.url("/entries").toString()));

            assertThatThrownBy(() -> rig.client().create(POST)).isInstanceOf(RedirectException.class);

            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @Test
    void keepsNoCookie() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(200, "{}").addHeader("Set-Cookie", "session=1"))
                    .respondJson(200, "{}");
            ApiClient api = rig.client();
            api.read(ApiRequest.get("getEntry", "a"));
            api.read(ApiRequest.get("getEntry", "a"));

            rig.request();
            assertThat(rig.request().getHeaders().get("Cookie")).isNull();
        }
    }

    @Test
    void quotesTheServiceInOneShortLine() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .code(422)
                    .body("E:Summary\r\nis\u0000 \u001b[31m\u202ebad " + "x".repeat(1000)));

            RejectedException failure = catchThrowableOfType(
                    RejectedException.class, () -> rig.client().create(POST));

            String words = failure.serviceMessage().orElseThrow();
            assertThat(words)
                    .startsWith("Summary is [31m bad xxx")
                    .endsWith("…")
                    .hasSize(300);
            assertThat(failure.errors()).containsExactly(words);
            assertThat(failure.toString().chars()).noneMatch(Character::isISOControl);
        }
    }

    @Test
    void reportsAnErrorWhoseBodyCannotBeRead() throws Exception {
        ServiceRules throwing = new ServiceRules() {
            @Override
            public java.util.List<String> accepted() {
                return java.util.List.of("application/json");
            }

            @Override
            public java.util.List<String> errors(ApiResponse response) {
                throw new IllegalStateException("unforeseen");
            }
        };
        try (Rig rig = Rig.start()) {
            rig.response(422);
            ApiClient api = rig.client(ApiClient.builder(
                            Rig.SERVICE, "baseUrl", rig.server.url("/").toString())
                    .options(rig.options().build())
                    .rules(throwing));

            assertThatThrownBy(() -> api.create(POST)).isInstanceOf(RejectedException.class);
        }
    }

    @Test
    void recognizesARejectionWithAnIncompleteBody() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .code(422)
                    .body("E:" + "x".repeat(100_000))
                    .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE));

            RejectedException failure = catchThrowableOfType(
                    RejectedException.class, () -> rig.client().create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
        }
    }
}
