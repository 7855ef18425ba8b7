package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Redactor;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.properties.RepeatedForm.Repeated;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the credential is, and in whatever form a service repeats it: no exception, log and client shows it. */
final class RedactionTest {
    private static final long SEED = 31_337;
    private static final int ROUNDS = Boolean.getBoolean("hourbridge.full") ? 200 : 2;
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 422, 500, 503);
    private static final String CHARACTERS = "abcXYZ0123456789-._~!$&'()*+,;=@/?%#[]{}|\\^`\"<> \u00E4\u00FF\u20AC";
    private static final String URL = "https://acme.example.com";

    private final Logger logger = Logger.getLogger("dev.hourbridge");
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private long tried;
    private long hidden;

    @BeforeEach
    void logEverything() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    @AfterEach
    void logAsBefore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    @Test
    void noCredentialIsInAnExceptionALogOrAClient() {
        for (int round = 0; round < ROUNDS; round++) {
            for (RepeatedForm form : RepeatedForm.values()) {
                for (Service service : Service.values()) {
                    Random random = new Random(SEED + tried);
                    String secret = secret(random, service != Service.TEAMWORK && service != Service.TEAMPULSE);
                    Attempt attempt = new Attempt(service, form, secret, random);
                    attempt.fails(client(
                            service, secret, attempt.options(attempt::error).build()));
                }
            }
        }
        assertThat(hidden).as("errors that are quoted").isGreaterThan(tried / 2);
        Evidence.of(Area.PROPERTIES, "Redaction")
                .tried("random credentials of each client, repeated by the service's error and in a header, in "
                        + RepeatedForm.values().length + " forms; seeds from " + SEED)
                .result("in no exception, none of its causes, no log, and not in the text of a client")
                .count(tried);
    }

    /** The login's password, the refresh token that it begins with, and the tokens that it gets. */
    @Test
    void noTokenOfALoginIsInAnExceptionOrALog() {
        for (int round = 0; round < ROUNDS; round++) {
            for (RepeatedForm form : RepeatedForm.values()) {
                for (int which = 0; which < 4; which++) {
                    Random random = new Random(SEED + tried);
                    List<String> secrets = List.of(
                            secret(random, true), secret(random, true), secret(random, false), secret(random, true));
                    Attempt attempt = new Attempt(Service.TEAMPULSE, form, secrets.get(which), random);
                    attempt.fails(TeamPulseClient.builder()
                            .baseUrl(URL)
                            .login("june", secrets.get(0))
                            .refreshToken(secrets.get(1))
                            .http(attempt.options(request -> token(request, secrets, attempt))
                                    .build())
                            .build());
                }
            }
        }
        assertThat(hidden).as("errors that are quoted").isGreaterThan(tried / 2);
        Evidence.of(Area.PROPERTIES, "Redaction of tokens")
                .tried("password, old and new refresh token and access token of TeamPulse's login, each repeated in "
                        + RepeatedForm.values().length + " forms; seeds from " + SEED)
                .result("in no exception, none of its causes and no log")
                .count(tried);
    }

    private static Response token(Request request, List<String> secrets, Attempt attempt) {
        if (request.method().equals("GET") && request.header("Authorization") == null) {
            return response(request, 401, ResponseBody.create("", null))
                    .header("WWW-Authenticate", "WRAP location=\"/token\"")
                    .build();
        }
        if (request.method().equals("POST")) {
            String form = "wrap_access_token=" + URLEncoder.encode(secrets.get(2), StandardCharsets.UTF_8)
                    + "&wrap_refresh_token=" + URLEncoder.encode(secrets.get(3), StandardCharsets.UTF_8);
            return response(request, 200, ResponseBody.create(form, MediaType.get("text/plain")))
                    .build();
        }
        return attempt.error(request);
    }

    /** Those of one side share a redactor, which knows a secret before its client makes a request. */
    @Test
    void noCredentialOfAnotherClientOfTheSideIsInAnExceptionOrALog() {
        for (int round = 0; round < ROUNDS; round++) {
            for (RepeatedForm form : RepeatedForm.values()) {
                for (Service service : Service.values()) {
                    Random random = new Random(SEED + tried);
                    String another = secret(random, false);
                    Attempt attempt = new Attempt(service, form, another, random);
                    HttpOptions shared = attempt.options(attempt::error)
                            .redactor(Redactor.create())
                            .build();
                    try (TimeTracker other = client(service, another, shared)) {
                        assertThat(other.account().service()).isNotNull();
                        attempt.fails(client(service, secret(random, false), shared));
                    }
                }
            }
        }
        assertThat(hidden).as("errors that are quoted").isGreaterThan(tried / 2);
        Evidence.of(Area.PROPERTIES, "Redaction across clients")
                .tried("a service that repeats another client's credential, for clients that share a redactor, in "
                        + RepeatedForm.values().length + " forms; seeds from " + SEED)
                .result("in no exception, none of its causes and no log")
                .count(tried);
    }

    /** One client whose service repeats one secret. */
    private final class Attempt {
        private final Service service;
        private final String secret;
        private final Repeated repeated;
        private final int status;
        private final String what;

        Attempt(Service service, RepeatedForm form, String secret, Random random) {
            this.service = service;
            this.secret = secret;
            repeated = form.of(secret, random);
            status = STATUSES.get(random.nextInt(STATUSES.size()));
            what = service + ", seed " + (SEED + tried) + ", status " + status + ", " + form + ": " + repeated.text();
        }

        HttpOptions.Builder options(Answering answering) {
            Interceptor interceptor = chain -> answering.to(chain.request());
            return HttpOptions.builder()
                    .okHttpClient(new OkHttpClient.Builder()
                            .addInterceptor(interceptor)
                            .build())
                    .retryPolicy(RetryPolicy.never());
        }

        Response error(Request request) {
            return response(request, status, RedactionTest.error(service, "no, " + repeated.text() + " is wrong"))
                    .headers(new Headers.Builder()
                            .addUnsafeNonAscii("X-Page", repeated.text().replace('\n', ' '))
                            .build())
                    .build();
        }

        void fails(TimeTracker client) {
            logged.clear();
            try (client) {
                HourbridgeException failure = catchThrowableOfType(
                        HourbridgeException.class,
                        () -> client.list(TimeEntryQuery.all()).forEach(entry -> {}));
                assertShownNowhere(client.toString());
                assertThat(failure).as(what).isNotNull();
                hidden += failure.toString().contains("[hidden]") ? 1 : 0;
                for (Throwable at = failure; at != null; at = at.getCause()) {
                    assertShownNowhere(at.toString());
                }
                assertThat(logged).as(what).isNotEmpty().allSatisfy(this::assertShownNowhere);
                assertThat(String.join("", logged)).as(what).contains("X-Page", "[hidden]");
            }
            tried++;
        }

        private void assertShownNowhere(String text) {
            assertThat(text.toLowerCase(Locale.ROOT))
                    .as(what)
                    .doesNotContain(
                            secret.toLowerCase(Locale.ROOT), repeated.core().toLowerCase(Locale.ROOT));
        }
    }

    /** Answers without a network. */
    @FunctionalInterface
    private interface Answering {
        Response to(Request request);
    }

    private static Response.Builder response(Request request, int status, ResponseBody body) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(body);
    }

    /** Of characters that the kind of credential may have; long enough not to be a word of the message by chance. */
    private static String secret(Random random, boolean any) {
        String characters = any ? CHARACTERS : CHARACTERS.substring(0, CHARACTERS.indexOf('~') + 1);
        StringBuilder secret = new StringBuilder("s3");
        for (int i = 6 + random.nextInt(40); i > 0; i--) {
            secret.append(characters.charAt(random.nextInt(characters.length())));
        }
        return secret.append('x').toString();
    }

    /** An error in the service's own form, so that its words are quoted. */
    private static ResponseBody error(Service service, String words) {
        String json = words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return switch (service) {
            case CODEBASE ->
                ResponseBody.create(
                        "<errors><error>" + words.replace("&", "&amp;").replace("<", "&lt;") + "</error></errors>",
                        MediaType.get("application/xml"));
            case TEAMWORK ->
                ResponseBody.create(
                        "{\"STATUS\":\"Error\",\"MESSAGE\":\"" + json + "\"}", MediaType.get("application/json"));
            case TEAMPULSE -> ResponseBody.create("{\"message\":\"" + json + "\"}", MediaType.get("application/json"));
            case LIVETIMER -> ResponseBody.create(words, MediaType.get("text/plain"));
        };
    }

    private static TimeTracker client(Service service, String secret, HttpOptions http) {
        return switch (service) {
            case CODEBASE ->
                CodebaseClient.builder()
                        .baseUrl(URL)
                        .account("acme")
                        .username("june")
                        .apiKey(secret)
                        .projects("website")
                        .http(http)
                        .build();
            case TEAMWORK ->
                TeamworkClient.builder()
                        .baseUrl(URL)
                        .token(secret)
                        .zone(Service.ZONE)
                        .http(http)
                        .build();
            case TEAMPULSE ->
                TeamPulseClient.builder().baseUrl(URL).token(secret).http(http).build();
            case LIVETIMER ->
                LiveTimerClient.builder()
                        .baseUrl(URL)
                        .login("june", secret)
                        .http(http)
                        .build();
        };
    }
}
