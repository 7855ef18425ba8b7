package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.WriteOutcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each timeout is one of some milliseconds here, and all others are too long for the test to pass by them. */
@Timeout(20)
class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final ApiRequest POST =
            ApiRequest.post("postEntry", "entries").body("application/json", new byte[] {'{', '}'});

    private static HttpOptions.Builder patient(Rig rig) {
        return rig.options()
                .connectTimeout(LONG)
                .readTimeout(LONG)
                .writeTimeout(LONG)
                .callTimeout(LONG);
    }

    private static MockResponse.Builder silence() {
        return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE);
    }

    private static MockResponse.Builder drip(MockResponse.Builder response) {
        return response.throttleBody(1, 20, TimeUnit.MILLISECONDS);
    }

    @Test
    void failsAfterTheReadTimeoutWithoutAResponse() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(silence());
            ApiClient api = rig.client(patient(rig).readTimeout(SHORT).build());

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure).hasMessageContaining("read timeout of 100 ms");
        }
    }

    @Test
    void asksAgainAfterAReadTimeout() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(silence()).respondJson(200, "{}");
            // Long enough for the good response on a machine that has much else to do.
            ApiClient api =
                    rig.client(patient(rig).readTimeout(Duration.ofSeconds(1)).build());

            assertThat(api.read(ApiRequest.get("getEntry", "entries")).status()).isEqualTo(200);
        }
    }

    @Test
    void failsAfterTheCallTimeoutWithASlowResponse() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(drip(Rig.json(201, "{\"id\":1}" + " ".repeat(10_000))));
            ApiClient api = rig.client(patient(rig).callTimeout(SHORT).build());

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure).hasMessageContaining("call timeout of 100 ms");
        }
    }

    @Test
    void failsAfterTheWriteTimeoutIfNothingIsRead() throws Exception {
        try (Rig rig = Rig.start();
                ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ApiClient api =
                    rig.client(ApiClient.builder(Rig.SERVICE, "baseUrl", "http://127.0.0.1:" + deaf.getLocalPort())
                            .options(patient(rig).writeTimeout(SHORT).build()));
            ApiRequest large = ApiRequest.post("postEntry", "entries").body("application/json", new byte[16 << 20]);

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.create(large));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(failure).hasMessageContaining("write timeout of 100 ms");
        }
    }

    @Test
    void failsWithNothingSentIfTheHandshakeStalls() throws Exception {
        try (Rig rig = Rig.start();
                ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ApiClient api =
                    rig.client(ApiClient.builder(Rig.SERVICE, "baseUrl", "https://127.0.0.1:" + deaf.getLocalPort())
                            .options(patient(rig).readTimeout(SHORT).build()));

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> api.create(POST));

            assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("connecting timed out");
        }
    }

    @Test
    void endsAListThatDoesNotBeginByTheCallTimeout() throws Exception {
        try (Rig rig = Rig.start()) {
            for (int i = 0; i < 5; i++) {
                rig.response(silence());
            }
            ApiClient api = rig.client(patient(rig).callTimeout(SHORT).build());

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> StreamTest.open(api));

            assertThat(failure.attempts()).isEqualTo(5);
            assertThat(failure).hasMessageContaining("call timeout of 100 ms");
        }
    }

    @Test
    void limitsTheTimeOfEachElementOfASlowList() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(drip(StreamTest.lines("1\n" + " ".repeat(10_000))));
            // Long enough for the list to begin on a machine that has much else to do.
            ApiClient api =
                    rig.client(patient(rig).callTimeout(Duration.ofSeconds(1)).build());

            ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> {
                try (var elements = StreamTest.open(api)) {
                    elements.forEachRemaining(element -> {});
                }
            });

            assertThat(failure).hasMessageContaining("received its response too slowly");
        }
    }
}
