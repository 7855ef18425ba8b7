package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    private static final ApiRequest GET = ApiRequest.get("getEntry", "entries");
    private static final ApiRequest PUT =
            ApiRequest.put("putEntry", "entries/{id}", "1").body("application/json", new byte[] {'{', '}'});
    private static final ApiRequest DELETE = ApiRequest.delete("deleteEntry", "entries/{id}", "1");

    private static MockResponse.Builder lost() {
        return Rig.json(200, "{}").onResponseStart(SocketEffect.ShutdownConnection.INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 529})
    void readsAgainWhenTheServiceFails(int status) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(status).response(status).respondJson(200, "{}");

            assertThat(rig.client().read(GET).status()).isEqualTo(200);

            assertThat(rig.time.sleeps()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501})
    void readsOnceWhenTheServiceRejects(int status) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(status);

            HourbridgeException failure = catchThrowableOfType(
                    HourbridgeException.class, () -> rig.client().read(GET));

            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(rig.time.sleeps()).isEmpty();
        }
    }

    @Test
    void readsAgainWhenTheResponseIsIncomplete() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(Rig.json(200, "[" + " ".repeat(100_000) + "]")
                            .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE))
                    .respondJson(200, "[]");

            assertThat(rig.client().read(GET).text()).isEqualTo("[]");
        }
    }

    @Test
    void givesUpAfterTheLastAttempt() throws Exception {
        try (Rig rig = Rig.start()) {
            for (int i = 0; i < 6; i++) {
                rig.response(503);
            }

            ServerException failure = catchThrowableOfType(
                    ServerException.class, () -> rig.client().read(GET));

            assertThat(failure.attempts()).isEqualTo(5);
            assertThat(rig.server.getRequestCount()).isEqualTo(5);
        }
    }

    @Test
    void waitsLongerEachTimeButNeverLongerThanTheBound() throws Exception {
        try (Rig rig = Rig.start()) {
            RetryPolicy policy = RetryPolicy.builder()
                    .maxAttempts(20)
                    .baseDelay(Duration.ofSeconds(1))
                    .maxDelay(Duration.ofSeconds(8))
                    .build();
            for (int i = 0; i < 20; i++) {
                rig.response(503);
            }
            ApiClient api = rig.client(rig.options().retryPolicy(policy).build());

            assertThatThrownBy(() -> api.read(GET)).isInstanceOf(ServerException.class);

            List<Duration> sleeps = rig.time.sleeps();
            assertThat(sleeps).hasSize(19);
            for (int i = 0; i < sleeps.size(); i++) {
                assertThat(sleeps.get(i)).isBetween(Duration.ZERO, Duration.ofSeconds(1L << Math.min(i, 3)));
            }
            assertThat(sleeps).as("jitter").doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, 7, 7",
        "429, 7, 7",
        "503, 'Sun, 01 Mar 2026 10:00:30 GMT', 30",
        "429, 100000, 120",
    })
    void waitsAsLongAsTheServiceAsksWithinTheCap(int status, String retryAfter, int seconds) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(status).setHeader("Retry-After", retryAfter))
                    .respondJson(200, "{}");

            rig.client().read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(seconds));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "-5", "Sun, 01 Mar 2026 09:00:00 GMT", "99999999999999999999", "1\u00fc"})
    void backsOffWhereTheServiceAsksForNothingUsable(String retryAfter) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                            .code(503)
                            .headers(new Headers.Builder()
                                    .add("Content-Length", "0")
                                    .addUnsafeNonAscii("Retry-After", retryAfter)
                                    .build()))
                    .respondJson(200, "{}");

            rig.client().read(GET);

            assertThat(rig.time.sleeps())
                    .singleElement()
                    .satisfies(sleep -> assertThat(sleep).isBetween(Duration.ZERO, Duration.ofMillis(500)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Sun, 01 Mar 2026 09:00:00 GMT"})
    void backsOffAfterAThrottleThatIsOverAtOnce(String retryAfter) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", retryAfter))
                    .respondJson(200, "{}");

            rig.client().read(GET);

            assertThat(rig.time.sleeps())
                    .singleElement()
                    .satisfies(sleep -> assertThat(sleep).isBetween(Duration.ZERO, Duration.ofMillis(500)));
        }
    }

    @Test
    void giveUpRatherThanWaitPastTheDeadline() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "60"));
            HttpOptions options = rig.options()
                    .retryPolicy(RetryPolicy.builder()
                            .deadline(Duration.ofSeconds(59))
                            .build())
                    .build();

            ThrottledException failure = catchThrowableOfType(
                    ThrottledException.class, () -> rig.client(options).read(GET));

            assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(60));
            assertThat(rig.time.sleeps()).isEmpty();
        }
    }

    @Test
    void waitsHalfAMinuteOutAThrottleThatNamesNoWait() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(429).respondJson(200, "{}");

            rig.client().read(GET);

            assertThat(rig.time.instant()).isEqualTo(FakeTime.START.plusSeconds(30));
        }
    }

    @Test
    void writesAgainWhatItsPathNames() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lost()).response(500).respondJson(200, "{}");

            assertThat(rig.client().write(PUT).status()).isEqualTo(200);

            assertThat(rig.server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void staysInDoubtWhenALaterAttemptIsRejected() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lost()).response(422);

            RejectedException failure = catchThrowableOfType(
                    RejectedException.class, () -> rig.client().write(PUT));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure.attempts()).isEqualTo(2);
        }
    }

    @Test
    void treatsADeleteThatFindsNothingAfterALostResponseAsDone() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lost()).response(404);

            assertThat(rig.client().write(DELETE).status()).isEqualTo(404);
        }
    }

    @Test
    void throwsNotFoundIfTheFirstAttemptToDeleteFindsNothing() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(404);

            NotFoundException failure = catchThrowableOfType(
                    NotFoundException.class, () -> rig.client().write(DELETE));

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
        }
    }

    @Test
    void throwsNotFoundForADeleteAfterAThrottle() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(429).response(404);

            NotFoundException failure = catchThrowableOfType(
                    NotFoundException.class, () -> rig.client().write(DELETE));

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
        }
    }

    @Test
    void countsEveryAttemptOfAnUpdateOnAStaleConnection() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").response(lost()).response(lost()).respondJson(200, "{}");
            ApiClient api =
                    rig.client(rig.options().retryPolicy(RetryPolicy.never()).build());
            api.read(GET);

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.write(DELETE));

            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(rig.server.getRequestCount()).isEqualTo(2);
        }
    }
}
