package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What {@code System.getenv} gives for a variable that is not set, in the place of a setting. */
@SuppressWarnings("NullAway") // what callers do who have no such checks
final class MissingValuesTest {
    private static final String URL = "https://acme.example.com";

    @Test
    void aSettingThatIsNothingIsRefusedByItsName() {
        Map<String, ThrowingCallable> tries = new LinkedHashMap<>();
        tries.put("Codebase apiKey", () -> codebase().apiKey(null).build());
        tries.put("Codebase account", () -> codebase().account(null).build());
        tries.put("Codebase username", () -> codebase().username(null).build());
        tries.put("Codebase baseUrl", () -> codebase().baseUrl((String) null).build());
        tries.put("Teamwork apiKey", () -> teamwork().apiKey(null).build());
        tries.put("Teamwork token", () -> teamwork().token(null).build());
        tries.put("Teamwork username", () -> teamwork().login(null, "x").build());
        tries.put("Teamwork password", () -> teamwork().login("x", null).build());
        tries.put(
                "Teamwork baseUrl",
                () -> teamwork().apiKey("k").baseUrl((String) null).build());
        tries.put("Teamwork zone", () -> teamwork().apiKey("k").zone(null).build());
        tries.put("TeamPulse username", () -> teamPulse().login(null, "x").build());
        tries.put("TeamPulse password", () -> teamPulse().login("x", null).build());
        tries.put("TeamPulse refreshToken", () -> teamPulse().refreshToken(null).build());
        tries.put("TeamPulse token", () -> teamPulse().token(null).build());
        tries.put(
                "TeamPulse baseUrl",
                () -> teamPulse().token("t").baseUrl((String) null).build());
        tries.put("LiveTimer username", () -> liveTimer().login(null, "x").build());
        tries.put("LiveTimer password", () -> liveTimer().login("x", null).build());
        tries.put(
                "LiveTimer baseUrl",
                () -> liveTimer().login("x", "y").baseUrl((String) null).build());

        tries.put("LiveTimer http", () -> liveTimer().http(null).build());
        tries.put("LiveTimer login", () -> liveTimer().build());
        tries.put(
                "Teamwork baseUrl",
                () -> teamwork().baseUrl((java.net.URI) null).build());
        tries.put("TeamPulse login", () -> teamPulse().build());
        tries.put("TeamPulse tokenForm", () -> teamPulse().tokenForm(null).build());
        tries.put("Teamwork apiKey", () -> teamwork().build());

        tries.forEach((name, attempt) -> assertThat(catchThrowable(attempt))
                .as(name)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(name.substring(name.indexOf(' ') + 1) + ": no value"));
    }

    private static CodebaseClient.Builder codebase() {
        return CodebaseClient.builder().account("acme").username("alice").apiKey("key");
    }

    private static TeamworkClient.Builder teamwork() {
        return TeamworkClient.builder().baseUrl(URL).zone(ZoneOffset.UTC);
    }

    private static TeamPulseClient.Builder teamPulse() {
        return TeamPulseClient.builder().baseUrl(URL);
    }

    private static LiveTimerClient.Builder liveTimer() {
        return LiveTimerClient.builder().baseUrl(URL);
    }
}
