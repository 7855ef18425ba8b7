package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A prepared PUT or DELETE is on the wire at most once: another user may have changed the object meanwhile. */
class PreparedWriteTest {
    private enum Write {
        PUT,
        DELETE;

        ApiRequest request() {
            return this == PUT
                    ? ApiRequest.put("putEntry", "entries/{id}", "1")
                    : ApiRequest.delete("deleteEntry", "entries/{id}", "1");
        }
    }

    private static HourbridgeException failure(Rig rig, Write write) {
        PreparedWrite prepared = rig.client().prepareWrite(write.request());
        assertThat(rig.server.getRequestCount()).isZero();
        return catchThrowableOfType(HourbridgeException.class, () -> prepared.send(write.request()));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void isNotRepeatedAfterAnErrorOfTheServer(int status) throws Exception {
        for (Write write : Write.values()) {
            try (Rig rig = Rig.start()) {
                rig.response(status);

                HourbridgeException failure = failure(rig, write);

                assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
                assertThat(failure.attempts()).isEqualTo(1);
                assertThat(rig.server.getRequestCount()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void isNotRepeatedAfterABrokenConnection(Write write) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));

            HourbridgeException failure = failure(rig, write);

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void throwsAThrottle(Write write) throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "7"));

            ThrottledException failure = (ThrottledException) failure(rig, write);

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Write.class)
    void obtainsANewTokenAfterAChallengeAndIsNotRepeated(Write write) throws Exception {
        try (Rig rig = Rig.start()) {
            AtomicInteger tokens = new AtomicInteger();
            ApiClient api = rig.client(
                    rig.options().build(),
                    new TokenAuthentication(
                            (challenge, endpoint) -> "Bearer token" + tokens.incrementAndGet(), List.of()));
            rig.response(401).response(204);

            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class,
                    () -> api.prepareWrite(write.request()).send(write.request()));

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
            api.prepareWrite(write.request()).send(write.request());
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("Bearer token1");
            assertThat(rig.request().getHeaders().get("Authorization")).isEqualTo("Bearer token2");
        }
    }

    @Test
    void waitsForItsPermitBeforeTheReadThatItDependsOn() throws Exception {
        try (Rig rig = Rig.start()) {
            ApiClient api = rig.client(
                    rig.options().rateLimiter(RateLimiter.perMinute(2)).build());
            rig.response(204).response(204);
            PreparedWrite prepared = api.prepareWrite(Write.PUT.request());
            api.read(ApiRequest.get("getEntry", "entries/{id}", "1"));
            List<Duration> before = rig.time.sleeps();

            prepared.send(Write.PUT.request());

            assertThat(rig.time.sleeps()).isEqualTo(before);
            assertThat(rig.server.getRequestCount()).isEqualTo(2);
        }
    }
}
