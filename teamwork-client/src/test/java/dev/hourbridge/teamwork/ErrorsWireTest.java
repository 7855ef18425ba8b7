package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsWireTest {
    private final Wire wire = new Wire();
    private final TeamworkTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void close() {
        wire.close();
    }

    private static NewTeamworkEntry entry() {
        return NewTeamworkEntry.builder()
                .date(LocalDate.of(2024, 1, 1))
                .time(LocalTime.NOON)
                .hours(1)
                .minutes(0)
                .description("a secret plan")
                .build();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(401, AuthenticationException.class, WriteOutcome.REJECTED),
                Arguments.of(403, PermissionException.class, WriteOutcome.REJECTED),
                Arguments.of(404, NotFoundException.class, WriteOutcome.REJECTED),
                Arguments.of(422, RejectedException.class, WriteOutcome.REJECTED),
                Arguments.of(500, ServerException.class, WriteOutcome.IN_DOUBT),
                Arguments.of(502, ServerException.class, WriteOutcome.IN_DOUBT));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void saysWhatIsKnownOfACreate(int status, Class<? extends HourbridgeException> type, WriteOutcome outcome) {
        wire.answers(status, "{\"MESSAGE\":\"No such luck\",\"STATUS\":\"Error\"}");

        assertThatThrownBy(() -> entries.createOnProject(42, entry())).isInstanceOfSatisfying(type, e -> {
            assertThat(e.status()).hasValue(status);
            assertThat(e.outcome()).contains(outcome);
            assertThat(e.serviceMessage()).contains("No such luck");
            assertThat(e.attempts()).isEqualTo(1);
            assertThat(e).hasMessageNotContaining("secret").hasMessageNotContaining("s3cr3t");
        });
        assertThat(wire.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"MESSAGE\":\"the reason\",\"STATUS\":\"Error\"}",
                "{\"error\":\"the reason\"}",
                "{\"content\":{\"errors\":[\"the reason\"]}}",
                "{\"message\":\"the reason\"}",
                "{\"errors\":[{\"detail\":\"the reason\",\"code\":1}]}",
                "{\"errors\":[\"the reason\"]}"
            })
    void readsTheServicesWordsInEveryForm(String body) {
        wire.answers(422, body);

        assertThatThrownBy(() -> entries.createOnTask(7, entry()))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.serviceMessage()).contains("the reason");
                    assertThat(e.errors()).containsExactly("the reason");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "null", "{\"MESSAGE\":{}}", "{\"MESSAGE\":1}", "{\"errors\":7}"})
    void takesABodyWithoutWordsForNone(String body) {
        wire.answers(422, body);

        assertThatThrownBy(() -> entries.createOnTask(7, entry()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.serviceMessage()).isEmpty());
    }

    @Test
    void takesAStatusThatIsNotOkForAFailedList() {
        wire.answers("{\"STATUS\":\"Error\",\"MESSAGE\":\"Not allowed\"}");

        assertThatThrownBy(() -> entries.list(TeamworkEntryQuery.all()).stream().count())
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.serviceMessage()).contains("Not allowed");
                    assertThat(e.outcome()).isEmpty();
                });
    }

    static Stream<Arguments> throttles() {
        long inAMinute = Wire.START.plusSeconds(60).getEpochSecond();
        return Stream.of(
                Arguments.of(429, "Retry-After: 60", "X-Note: 1"),
                Arguments.of(429, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 60"),
                Arguments.of(429, "X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Reset: 60"),
                Arguments.of(429, "X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Reset: " + inAMinute),
                Arguments.of(400, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 60"),
                Arguments.of(400, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: " + inAMinute),
                Arguments.of(400, "X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Reset: 60"),
                Arguments.of(400, "x-ratelimit-remaining: 0", "x-ratelimit-reset: 60"));
    }

    @ParameterizedTest
    @MethodSource("throttles")
    void waitsOutAThrottle(int status, String first, String second) {
        wire.answers(status, "{\"MESSAGE\":\"Rate Limit Reached\"}", first, second)
                .answers(EMPTY);

        assertThat(entries.list(TeamworkEntryQuery.all())).isEmpty();

        assertThat(wire.requests()).isEqualTo(2);
        assertThat(wire.clock.slept()).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(75));
    }

    @Test
    void createsAfterAThrottleWithOnePostMore() {
        wire.answers(400, "{}", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 5")
                .answers(201, "{\"timeLogId\":\"8\"}");

        assertThat(entries.createOnProject(42, entry())).isEqualTo(8);

        assertThat(wire.requests()).isEqualTo(2);
    }

    @Test
    void throwsAThrottleThatDoesNotEnd() {
        for (int i = 0; i < 10; i++) {
            wire.answers(429, "{\"MESSAGE\":\"Rate Limit Reached\"}", "Retry-After: 1");
        }

        assertThatThrownBy(() -> entries.createOnProject(42, entry()))
                .isInstanceOfSatisfying(ThrottledException.class, e -> {
                    assertThat(e.outcome()).contains(WriteOutcome.REJECTED);
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(1));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-Remaining: 1", "X-RateLimit-Limit: 150", "X-RateLimit-Remaining: 00x"})
    void takesA400WithRequestsLeftForARefusal(String header) {
        wire.answers(400, "{\"MESSAGE\":\"Bad date\"}", header);

        assertThatThrownBy(() -> entries.list(TeamworkEntryQuery.all()).stream().count())
                .isInstanceOf(RejectedException.class);
        assertThat(wire.requests()).isEqualTo(1);
    }
}
