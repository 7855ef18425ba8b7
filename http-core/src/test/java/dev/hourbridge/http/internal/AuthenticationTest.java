package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.WriteOutcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private static final ApiRequest GET = ApiRequest.get("getEntry", "entries");
    private static final ApiRequest POST =
            ApiRequest.post("postEntry", "entries").body("application/json", new byte[] {'{', '}'});

    @Test
    void sendsBasicInUtf8Unasked() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");
            rig.client(rig.options().build(), Authentication.basic(Secret.of("büro/jürgen"), Secret.of("pä:ss")))
                    .read(GET);

            // "büro/jürgen:pä:ss" in UTF-8
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("Basic YsO8cm8vasO8cmdlbjpww6Q6c3M=");
        }
    }

    @Test
    void sendsABearerToken() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");
            rig.client(rig.options().build(), Authentication.bearer(Secret.of("tkn.v1_abc")))
                    .read(GET);

            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("Bearer tkn.v1_abc");
        }
    }

    @Test
    void rejectsCredentialsThatAHeaderCannotCarry() {
        assertThatThrownBy(() -> Authentication.basic(Secret.of("a:b"), Secret.of("c")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Authentication.bearer(Secret.of("tökën")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("tökën");
        assertThatThrownBy(() -> Secret.of("key\n")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void fetchesATokenBeforeTheFirstRequestAndReusesIt() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").respondJson(200, "{}");
            AtomicInteger fetches = new AtomicInteger();
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication((challenge, tokens) -> "WRAP " + fetches.incrementAndGet(), List.of()));
            api.read(GET);
            api.read(GET);

            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("WRAP 1");
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("WRAP 1");
        }
    }

    @Test
    void sendsACreateAgainWithANewTokenAfterAChallenge() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                            .code(401)
                            .addHeader("WWW-Authenticate", "Negotiate")
                            .addHeader("WWW-Authenticate", "WRAP client_id=\"x\""))
                    .respondJson(201, "{}");
            List<Challenge> challenges = new ArrayList<>();
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication(
                            (challenge, tokens) -> {
                                challenge.ifPresent(challenges::add);
                                return "WRAP " + challenges.size();
                            },
                            List.of()));

            assertThat(api.create(POST).status()).isEqualTo(201);

            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("WRAP 0");
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("WRAP 1");
            assertThat(challenges).singleElement().satisfies(challenge -> {
                assertThat(challenge.rejectedHeader()).hasValue("WRAP 0");
                assertThat(challenge.wwwAuthenticate()).containsExactly("Negotiate", "WRAP client_id=\"x\"");
            });
        }
    }

    @Test
    void givesUpAfterTheSecondChallenge() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(401).response(401).response(401);
            AtomicInteger fetches = new AtomicInteger();
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication((challenge, tokens) -> "WRAP " + fetches.incrementAndGet(), List.of()));

            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> api.create(POST));

            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
            assertThat(rig.server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void sendsNoCreateWithoutAToken() throws Exception {
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication(
                            (challenge, tokens) -> {
                                throw ExchangeException.authentication("had no token: the password was rejected");
                            },
                            List.of()));

            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> api.create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("/entries had no token: the password was rejected.");
            assertThat(rig.server.getRequestCount()).isZero();
        }
    }

    @Test
    void asksForATokenAtTheServicesOriginOnly() throws Exception {
        try (Rig rig = Rig.start();
                Rig other = Rig.start()) {
            URI elsewhere = other.server.url("/token").uri();
            TokenAuthentication.Source source = (challenge, tokens) -> {
                ApiResponse response = tokens.post(elsewhere, Map.of("password", "a&b+c"));
                return "WRAP " + response.status();
            };

            assertThatThrownBy(() -> rig.client(rig.options().build(), new TokenAuthentication(source, List.of()))
                            .read(GET))
                    .isInstanceOf(AuthenticationException.class);
            assertThat(other.server.getRequestCount()).isZero();

            other.response(200);
            rig.respondJson(200, "{}");
            rig.client(ApiClient.builder(
                                    Rig.SERVICE, "baseUrl", rig.server.url("/").toString())
                            .options(rig.options().build())
                            .authentication(new TokenAuthentication(source, List.of()))
                            .authenticateAt(elsewhere))
                    .read(GET);
            assertThat(other.request().getBody().utf8()).isEqualTo("password=a%26b%2Bc");
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("WRAP 200");
        }
    }

    @Test
    void fetchesOneTokenForAllRejectedCalls() throws Exception {
        int callers = 8;
        CountDownLatch refused = new CountDownLatch(callers);
        AtomicInteger fetches = new AtomicInteger();
        try (Rig rig = Rig.start()) {
            rig.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    if ("WRAP 1".equals(request.getHeaders().get("Authorization"))) {
                        refused.countDown();
                        assertThat(refused.await(5, TimeUnit.SECONDS)).isTrue();
                        return new MockResponse.Builder().code(401).build();
                    }
                    return Rig.json(200, "{}").build();
                }
            });
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication((challenge, tokens) -> "WRAP " + fetches.incrementAndGet(), List.of()));

            for (ApiResponse response : together(callers, () -> api.read(GET))) {
                assertThat(response.status()).isEqualTo(200);
            }

            assertThat(fetches).hasValue(2);
        }
    }

    @Test
    void sharesTheRejectionOfAPasswordToLockNoAccount() throws Exception {
        int callers = 6;
        AtomicInteger fetches = new AtomicInteger();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication(
                            (challenge, tokens) -> {
                                fetches.incrementAndGet();
                                awaitWaiting(threads, callers - 1);
                                throw ExchangeException.authentication("had no token");
                            },
                            List.of()));

            List<Boolean> failed = together(callers, () -> {
                threads.add(Thread.currentThread());
                return catchThrowableOfType(AuthenticationException.class, () -> api.read(GET)) != null;
            });

            assertThat(failed).hasSize(callers).containsOnly(true);
            assertThat(fetches).hasValue(1);
        }
    }

    /** Returns when so many of the threads wait for their turn. */
    private static void awaitWaiting(List<Thread> threads, int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                < count) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
