package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Redactor;
import dev.hourbridge.model.WriteOutcome;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client with the maximum number of calls in flight, in a network without progress. */
@Timeout(30)
class BusyClientTest {
    private final CountDownLatch resolving = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private List<InetAddress> resolve() {
        resolving.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    private static Exchange exchange(CallKind kind) {
        Request.Builder request = new Request.Builder().url("https://acme.example.com/entries");
        if (kind == CallKind.CREATE) {
            request.post(RequestBody.create(new byte[0]));
        }
        return new Exchange(
                request.build(),
                kind,
                Redactor.create(),
                new CallState(new ApiRequest.Endpoint("getEntries", "/entries"), FakeTime.START));
    }

    @Test
    void aCallWaitsForItsTurnNoLongerThanTheCallTimeout() throws Exception {
        HttpOptions options = HttpOptions.builder()
                .callTimeout(Duration.ofSeconds(1))
                .okHttpClient(new OkHttpClient.Builder().dns(host -> resolve()).build())
                .build();
        try (OkHttpTransport transport = new OkHttpTransport(options, new CloseSignal(options), 1)) {
            Thread first = new Thread(() -> assertThatExceptionOfType(ExchangeException.class)
                    .isThrownBy(() -> transport.send(exchange(CallKind.READ))));
            first.start();
            assertThat(resolving.await(10, TimeUnit.SECONDS)).isTrue();

            ExchangeException failure =
                    catchThrowableOfType(ExchangeException.class, () -> transport.send(exchange(CallKind.CREATE)));

            assertThat(failure.outcome()).isEqualTo(WriteOutcome.NOT_SENT);
            assertThat(failure)
                    .hasMessageContaining("call timeout of 1 s")
                    .hasMessageContaining("other calls of this client")
                    .hasMessageNotContaining("base URL");
            first.join();
        } finally {
            released.countDown();
        }
    }

    /** Looking up a name cannot be interrupted, and a call does not wait for its end. */
    @Test
    void aCallDoesNotOutlastItsTimeoutInADnsThatHangs() throws Exception {
        HttpOptions options = HttpOptions.builder()
                .callTimeout(Duration.ofMillis(300))
                .okHttpClient(new OkHttpClient.Builder().dns(host -> resolve()).build())
                .build();
        try (OkHttpTransport transport = new OkHttpTransport(options, new CloseSignal(options))) {
            ExchangeException failure =
                    catchThrowableOfType(ExchangeException.class, () -> transport.send(exchange(CallKind.CREATE)));

            assertThat(failure.outcome()).isEqualTo(WriteOutcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("connecting failed");
        } finally {
            released.countDown();
        }
    }
}
