package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.internal.ScriptedServer.Loss;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * By default, OkHttp sends a POST again, over every stale connection of its pool and after some responses. A time entry
 * would exist twice.
 */
class OnePostPerCreateTest {
    private static final int WARM = 5;
    private static final byte[] LARGE = new byte[1 << 20];

    static Stream<Arguments> losses() {
        return Stream.of(Loss.values()).flatMap(loss -> Stream.of(Arguments.of(loss, 0), Arguments.of(loss, WARM)));
    }

    @ParameterizedTest(name = "{0}, {1} warm connections")
    @MethodSource("losses")
    void sendsOnePostWhenTheResponseIsLost(Loss loss, int warm) throws Exception {
        try (ScriptedServer server = new ScriptedServer(loss, warm);
                ApiClient api = client(server, new OpenCalls())) {
            warm(api, warm);

            HourbridgeException failure = catchThrowableOfType(HourbridgeException.class, () -> api.create(post()));

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(server.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}, {1} warm connections")
    @MethodSource("losses")
    void sendsOnePostWhenTheResponseOfAPreparedCreateIsLost(Loss loss, int warm) throws Exception {
        OpenCalls calls = new OpenCalls();
        try (ScriptedServer server = new ScriptedServer(loss, warm);
                ApiClient api = client(server, calls)) {
            warm(api, warm);
            PreparedRequest prepared = api.prepare(post());
            assertThat(server.posts()).isZero();

            HourbridgeException failure = catchThrowableOfType(HourbridgeException.class, prepared::send);

            assertThat(failure.outcome()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(server.posts()).isEqualTo(1);
            calls.assertNone();
        }
    }

    private static ApiRequest post() {
        return ApiRequest.post("postEntry", "time_entries").body("application/json", LARGE);
    }

    private static ApiClient client(ScriptedServer server, OpenCalls calls) {
        FakeTime time = new FakeTime();
        HttpOptions options = HttpOptions.builder()
                .clock(time)
                .sleeper(time)
                .readTimeout(Duration.ofSeconds(5))
                .okHttpClient(new OkHttpClient.Builder().eventListener(calls).build())
                .build();
        return ApiClient.builder(Rig.SERVICE, "baseUrl", server.url())
                .options(options)
                .rules(Rig.RULES)
                .build();
    }

    private static void warm(ApiClient api, int connections) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(connections, 1));
        try {
            List<Callable<ApiResponse>> gets = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                gets.add(() -> api.read(ApiRequest.get("getEntry", "warm")));
            }
            for (Future<ApiResponse> get : threads.invokeAll(gets)) {
                assertThat(get.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
    }
}
