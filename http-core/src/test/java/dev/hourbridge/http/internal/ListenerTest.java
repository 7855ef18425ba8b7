package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.http.Secret;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.NotFoundException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final ApiRequest GET = ApiRequest.get("getEntry", "entries/{id}.json", "4711");
    private static final ApiRequest POST = ApiRequest.post("createEntry", "entries");

    private final Recorder recorder = new Recorder();

    private HttpOptions options(Rig rig) {
        return rig.options().listener(recorder).build();
    }

    @Test
    void receivesEachAttemptTheRetryAndTheEndOfACall() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "3"))
                    .respondJson(200, "{}");

            rig.client(options(rig)).read(GET.query("q", "x"));

            assertThat(recorder.lines)
                    .containsExactly(
                            "start 1 getEntry GET /entries/{id}.json",
                            "end 1 429",
                            "retry after 1 THROTTLED PT3S",
                            "start 2 getEntry GET /entries/{id}.json",
                            "end 2 200",
                            "call getEntry 200 PT3S");
        }
    }

    @Test
    void receivesTheAccountAndNoId() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");

            rig.client(ApiClient.builder(
                                    Rig.SERVICE, "baseUrl", rig.server.url("/").toString())
                            .accountName("acme")
                            .options(options(rig))
                            .rules(Rig.RULES))
                    .read(GET);

            Account account = Account.of(Rig.SERVICE, "acme@" + rig.server.getHostName() + ":" + rig.server.getPort());
            assertThat(recorder.events)
                    .hasSize(3)
                    .allSatisfy(event -> assertThat(event.account()).isEqualTo(account))
                    .allSatisfy(event -> assertThat(event.toString()).doesNotContain("4711"));
            RequestEvent attemptEnd = recorder.events.get(1);
            assertThat(attemptEnd.duration()).isPositive();
        }
    }

    @Test
    void receivesAWaitForTheRateLimitBeforeTheAttempt() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(200, "{}")
                            .setHeader("X-RateLimit-Remaining", "0")
                            .setHeader("X-RateLimit-Reset", "45"))
                    .respondJson(201, "{}");
            ApiClient api = rig.client(options(rig));
            api.read(GET);
            recorder.lines.clear();

            PreparedRequest prepared = api.prepare(POST);
            assertThat(recorder.lines).containsExactly("throttled PT45S");
            prepared.send();

            assertThat(recorder.lines)
                    .containsExactly(
                            "throttled PT45S",
                            "start 1 createEntry POST /entries",
                            "end 1 201",
                            "call createEntry 201 PT45S");
        }
    }

    @Test
    void receivesTheFailureOfACall() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(404)
                    .response(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));
            ApiClient api = rig.client(rig.options()
                    .listener(recorder)
                    .retryPolicy(RetryPolicy.never())
                    .build());

            assertThatThrownBy(() -> api.read(GET)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> api.read(GET)).isInstanceOf(ConnectionException.class);

            assertThat(recorder.lines)
                    .containsExactly(
                            "start 1 getEntry GET /entries/{id}.json",
                            "end 1 404",
                            "call getEntry 404 PT0S NotFoundException",
                            "start 1 getEntry GET /entries/{id}.json",
                            "end 1",
                            "call getEntry PT0S ConnectionException");
        }
    }

    @Test
    void receivesARequestForATokenAsACallOfItsOwn() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").respondJson(200, "{}").response(403);
            URI location = rig.server.url("/login").uri();
            TokenAuthentication login = new TokenAuthentication(
                    (challenge, tokens) -> {
                        if (tokens.post(location, Map.of("a", "b")).status() != 200) {
                            throw ExchangeException.authentication("had no token");
                        }
                        return "Bearer x";
                    },
                    List.of(Secret.of("secret")));
            rig.client(options(rig), login).read(GET);

            assertThat(recorder.lines)
                    .containsExactly(
                            "start 1 requestToken POST /login",
                            "end 1 200",
                            "call requestToken 200 PT0S",
                            "start 1 getEntry GET /entries/{id}.json",
                            "end 1 200",
                            "call getEntry 200 PT0S");

            recorder.lines.clear();
            TokenAuthentication rejected = new TokenAuthentication(
                    (challenge, tokens) -> {
                        throw ExchangeException.authentication("had no token: status "
                                + tokens.post(location, Map.of()).status());
                    },
                    List.of());
            ApiClient api = rig.client(options(rig), rejected);
            assertThatThrownBy(() -> api.prepare(POST)).isInstanceOf(AuthenticationException.class);

            assertThat(recorder.lines)
                    .containsExactly(
                            "start 1 requestToken POST /login",
                            "end 1 403",
                            "call requestToken 403 PT0S PermissionException",
                            "call createEntry PT0S AuthenticationException");
        }
    }

    @Test
    void receivesTheEndOfATokenRequestWithoutAResponse() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));
            URI location = rig.server.url("/login").uri();
            ApiClient api = rig.client(
                    rig.options()
                            .listener(recorder)
                            .retryPolicy(RetryPolicy.never())
                            .build(),
                    new TokenAuthentication(
                            (challenge, tokens) ->
                                    Integer.toString(tokens.get(location).status()),
                            List.of()));

            assertThatThrownBy(() -> api.read(GET)).isInstanceOf(ConnectionException.class);

            assertThat(recorder.lines)
                    .containsExactly(
                            "start 1 requestChallenge GET /login",
                            "end 1",
                            "call requestChallenge PT0S ConnectionException",
                            "call getEntry PT0S ConnectionException");
        }
    }
}
