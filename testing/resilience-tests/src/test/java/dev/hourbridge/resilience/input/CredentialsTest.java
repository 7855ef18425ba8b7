package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawReply;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Credentials that a header, a form or a log may trip over: refused when given, or sent as they are. */
final class CredentialsTest {
    private static final List<String> CREDENTIALS = List.of(
            "",
            " ",
            "\t",
            "hunter2",
            " hunter2",
            "hunter2 ",
            "hunter2\n",
            "hunter2\r\nX-Evil: 1",
            "\rhunter2",
            "hunter2\u0000",
            "hunter2\u0085",
            "hunter2\u007f",
            "hunter:2",
            ":",
            "hunter2:",
            "hunter/2",
            "hunter\u00fc2",
            "hunter\u20ac2",
            "hunter\ud83d\ude002",
            "hunter2\ud83d",
            "\udc00hunter2",
            "hunter%2f",
            "hunter+2",
            "hunter&2=3",
            "hunter;2",
            "hunter\"2",
            "hunter\\2",
            "hunter'2",
            "hunter,2",
            "hunter=2",
            "hunter\u00a02",
            "hunter2\u2028",
            "hunter@example.com",
            "tkn.v1_hunter2",
            "tkn.v1 hunter2",
            "tkn.v1_hunter2\n",
            "tkn.v1_h\u00fcnter2",
            "hunter2".repeat(200));

    private final RawServer server = RawServer.answering(CredentialsTest::answer);
    private int tried;

    @Test
    void credentialsAreRefusedWhenGivenOrSentAsTheyAre() {
        try (server) {
            String url = server.url();
            each("Codebase's user name", (name, password) -> codebase(url, "acme", name, "key"), this::basicUser);
            each("Codebase's account", (name, password) -> codebase(url, name, "june", "key"), this::basicUser);
            each("Codebase's key", (name, password) -> codebase(url, "acme", "june", name), this::basicPassword);
            each(
                    "Teamwork's key",
                    (name, password) -> teamwork(url).apiKey(name).build(),
                    this::teamworkKey);
            each(
                    "Teamwork's token",
                    (name, password) -> teamwork(url).token(name).build(),
                    this::bearer);
            each(
                    "Teamwork's user name",
                    (name, password) -> teamwork(url).login(name, password).build(),
                    this::basicUser);
            each(
                    "Teamwork's password",
                    (name, password) -> teamwork(url).login("june", name).build(),
                    this::basicPassword);
            each("LiveTimer's user name", (name, password) -> liveTimer(url, name, password), this::basicUser);
            each("LiveTimer's password", (name, password) -> liveTimer(url, "june", name), this::basicPassword);
            each(
                    "TeamPulse's user name",
                    (name, password) -> teamPulse(url).login(name, password).build(),
                    this::wrapUser);
            each(
                    "TeamPulse's password",
                    (name, password) -> teamPulse(url).login("june", name).build(),
                    this::wrapPassword);
            each(
                    "TeamPulse's refresh token",
                    (name, password) -> teamPulse(url).refreshToken(name).build(),
                    this::wrapRefresh);
            each(
                    "TeamPulse's access token",
                    (name, password) -> teamPulse(url).token(name).build(),
                    this::wrapAccess);
        }
        Evidence.of(Area.INPUT, "Credentials")
                .tried(
                        "colons, CR LF, NUL, blanks, accents, emoji, half surrogates as user name, password, key or token")
                .result("invalid when given, without the text in the message; or sent byte for byte as given")
                .count(tried);
    }

    private void each(String place, BiFunction<String, String, TimeTracker> client, Sent sent) {
        int accepted = 0;
        for (String text : CREDENTIALS) {
            tried++;
            String what = place + " " + text.codePoints().limit(12).boxed().toList();
            try (TimeTracker tracker = client.apply(text, "pass:w\u00f6rd")) {
                list(tracker);
                List<RawRequest> requests = server.take();
                assertThat(requests).as(what).isNotEmpty();
                assertThat(requests)
                        .as(what)
                        .allMatch(request -> request.header("X-Evil").isEmpty());
                assertThat(requests.stream().flatMap(request -> sent.by(request).stream()))
                        .as(what)
                        .contains(text);
                assertThat(tracker).as(what).asString().doesNotContain("hunter");
                accepted++;
            } catch (InvalidInputException e) {
                assertThat(server.take()).as(what).isEmpty();
                assertThat(e.getMessage()).as(what).doesNotContain("hunter");
            }
        }
        assertThat(accepted).as(place).isBetween(3, CREDENTIALS.size() - 8);
    }

    /** How a credential went out, decoded as a service does. */
    private interface Sent {
        Optional<String> by(RawRequest request);
    }

    private Optional<String> basicUser(RawRequest request) {
        return basic(request)
                .map(pair -> pair.substring(0, pair.indexOf(':')))
                .map(user -> user.contains("/june")
                        ? user.substring(0, user.length() - 5)
                        : user.startsWith("acme/") ? user.substring(5) : user);
    }

    private Optional<String> basicPassword(RawRequest request) {
        return basic(request).map(pair -> pair.substring(pair.indexOf(':') + 1));
    }

    private Optional<String> teamworkKey(RawRequest request) {
        return request.header("Authorization").orElse("").startsWith("Bearer") ? bearer(request) : basicUser(request);
    }

    private Optional<String> bearer(RawRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring(7));
    }

    private Optional<String> wrapUser(RawRequest request) {
        return Optional.ofNullable(request.form().get("wrap_username"));
    }

    private Optional<String> wrapPassword(RawRequest request) {
        return Optional.ofNullable(request.form().get("wrap_password"));
    }

    private Optional<String> wrapRefresh(RawRequest request) {
        return Optional.ofNullable(request.form().get("wrap_refresh_token"));
    }

    private Optional<String> wrapAccess(RawRequest request) {
        return request.header("Authorization").map(header -> header.substring("WRAP access_token=".length()));
    }

    private static Optional<String> basic(RawRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8));
    }

    private static void list(TimeTracker tracker) {
        assertThatExceptionOfType(HourbridgeException.class)
                .isThrownBy(() -> tracker.list(TimeEntryQuery.all()).forEach(row -> {}));
    }

    /** Takes every login, and then knows nothing. */
    private static RawReply answer(RawRequest request) {
        if (request.method().equals("POST") && request.body().contains("wrap_")) {
            return RawReply.of(200).body("text/plain", "wrap_access_token=token");
        }
        return request.header("Authorization").isEmpty()
                ? RawReply.of(401).header("WWW-Authenticate", "WRAP")
                : RawReply.of(404);
    }

    private static TimeTracker codebase(String url, String account, String username, String key) {
        return CodebaseClient.builder()
                .baseUrl(url)
                .account(account)
                .username(username)
                .apiKey(key)
                .projects("website")
                .http(Service.once().build())
                .build();
    }

    private static TeamworkClient.Builder teamwork(String url) {
        return TeamworkClient.builder()
                .baseUrl(url)
                .zone(Service.ZONE)
                .http(Service.once().build());
    }

    private static TeamPulseClient.Builder teamPulse(String url) {
        return TeamPulseClient.builder().baseUrl(url).http(Service.once().build());
    }

    private static TimeTracker liveTimer(String url, String username, String password) {
        return LiveTimerClient.builder()
                .baseUrl(url)
                .login(username, password)
                .http(Service.once().build())
                .build();
    }
}
