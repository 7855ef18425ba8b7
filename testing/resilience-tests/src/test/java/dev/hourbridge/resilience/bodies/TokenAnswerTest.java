package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.OpenAnswers;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import dev.hourbridge.resilience.bodies.Replies.Framing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** TeamPulse's login: the challenge and the token are answers too. No entry leaves without a token. */
@Timeout(60)
class TokenAnswerTest {
    private final HostileServer server = new HostileServer();
    private final OpenAnswers open = new OpenAnswers();
    private final OkHttpClient http =
            new OkHttpClient.Builder().eventListener(open).build();
    private final AtomicInteger creates = new AtomicInteger();

    @AfterEach
    void close() {
        open.assertNone();
        http.connectionPool().evictAll();
        server.close();
    }

    @Test
    void tokenAnswersThatAreCutOffGiveNoToken() {
        byte[] body = "wrap_access_token=token&wrap_refresh_token=token".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < body.length; at++) {
            for (Framing framing : List.of(Framing.LONGER_LENGTH, Framing.NO_LAST_CHUNK)) {
                Reply cut = Replies.of(200, "text/plain", body).upTo(at, framing);
                assertThat(create(challenge("/token"), cut)).isInstanceOf(ConnectionException.class);
            }
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        List<Reply> answers = new ArrayList<>();
        for (String body : List.of(
                "",
                "wrap_access_token",
                "wrap_access_token=",
                "wrap_access_token=%",
                "wrap_access_token=%0d%0aX:%20y",
                "wrap_access_token=a%00b",
                "<html>wrap_access_token=" + Rig.CANARY + "</html>",
                "{\"wrap_access_token\":\"" + Rig.CANARY + "\"}",
                "&".repeat(1_000_000),
                "a=b&".repeat(1_000_000) + "wrap_access_token=x",
                "=".repeat(1_000_000),
                "wrap_access_token=" + "a".repeat(1_000_000))) {
            answers.add(Replies.of(200, "text/plain", body).whole());
        }
        Random random = new Random(20_260_305);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            answers.add(Replies.of(200, "text/plain", bytes).whole());
        }
        for (int status : new int[] {201, 302, 400, 401, 403, 404, 418}) {
            answers.add(Replies.of(status, "text/html", "<html>" + Rig.CANARY + "</html>")
                    .whole());
        }
        for (Reply answer : answers) {
            assertThat(create(challenge("/token"), answer)).isInstanceOf(AuthenticationException.class);
        }
        Evidence.of(Area.BODIES, "Token responses that hold no token")
                .tried(
                        "other bodies, broken forms, control characters, megabytes of separators, random bytes, other statuses")
                .result("AuthenticationException; the entry was not sent")
                .count(answers.size());
    }

    @Test
    void challengesThatAreNoneLeadNowhere() {
        List<String> challenges = List.of(
                "WRAP location=\"" + "a".repeat(100_000) + "\"",
                "WRAP location=\"" + "\\a".repeat(50_000) + "\"",
                "WRAP location=\"" + "a".repeat(100_000),
                "WRAP " + "a=b,".repeat(25_000),
                "WRAP " + " ".repeat(100_000) + "=",
                "WRAP location=http://other.invalid/" + Rig.CANARY,
                "WRAP location=\"http://" + Rig.CANARY + "@127.0.0.1:1/\"",
                "WRAP location=\"//other.invalid/\"",
                "WRAP location=\"javascript:alert(1)\"",
                "WRAP location=\"http://[::1\"",
                "WRAP location=\"%zz\"",
                "WRAP location=\"\\\"\"",
                ",".repeat(100_000),
                "\"".repeat(100_001),
                "Basic realm=\"" + Rig.CANARY + "\"");
        for (String challenge : challenges) {
            HourbridgeException refusal = create(
                    Replies.of(401, "text/plain", "")
                            .with(Map.of("WWW-Authenticate", challenge))
                            .whole(),
                    Replies.of(400, "text/plain", Rig.CANARY).whole());
            assertThat(refusal).as("%.60s", challenge).isInstanceOf(AuthenticationException.class);
        }
        Evidence.of(Area.BODIES, "Hostile challenges")
                .tried("endless values, escapes and parameters, broken quotes, other origins and schemes")
                .result("AuthenticationException; no password to another origin, no stack overflow")
                .count(challenges.size());
    }

    private static Reply challenge(String location) {
        return Replies.of(401, "text/plain", "")
                .with(Map.of("WWW-Authenticate", "WRAP location=\"" + location + "\", client_id=uri:TeamPulse"))
                .whole();
    }

    private HourbridgeException create(Reply challenge, Reply token) {
        creates.set(0);
        server.answers(line -> {
            if (line.startsWith("POST /api/v1/timeentries")) {
                creates.incrementAndGet();
            }
            return line.startsWith("GET") ? challenge : token;
        });
        try (TimeTracker tracker =
                Service.login(server.url(), Service.once().okHttpClient(http).build())) {
            Throwable failure = Assertions.catchThrowable(() -> Service.TEAMPULSE.create(tracker));
            assertThat(failure).isInstanceOf(HourbridgeException.class);
            Rig.assertQuotesNothing(failure, "other.invalid");
            assertThat(((HourbridgeException) failure).outcome()).contains(WriteOutcome.NOT_SENT);
            assertThat(creates).hasValue(0);
            return (HourbridgeException) failure;
        }
    }
}
