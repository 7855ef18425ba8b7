package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CloseTest {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private ApiClient client(Rig rig) {
        OkHttpClient noting = rig.okHttpClient
                .newBuilder()
                .addInterceptor(chain -> {
                    threads.add(Thread.currentThread());
                    return chain.proceed(chain.request());
                })
                .build();
        return rig.client(rig.options().okHttpClient(noting).build());
    }

    @Test
    void runsOnDaemonThreadsSoThatMainEnds() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.answerJson(200, "{}");

            client(rig).read(ApiRequest.get("a"));

            assertThat(threads)
                    .hasSize(1)
                    .doesNotContain(Thread.currentThread())
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void endsItsThreadsAndTakesNoMoreCalls() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.answerJson(200, "{}");
            ApiClient api = client(rig);
            api.read(ApiRequest.get("a"));

            api.close();
            api.close();

            for (Thread thread : threads) {
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
            assertThatThrownBy(() -> api.read(ApiRequest.get("a"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> api.prepare(ApiRequest.post("a"))).isInstanceOf(IllegalStateException.class);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void leavesASharedOkHttpClientAsItWas() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.answerJson(200, "{}").answerJson(200, "{}");
            try (ApiClient first = rig.client()) {
                first.read(ApiRequest.get("a"));
            }
            rig.calls.assertNone();
            assertThat(rig.okHttpClient.connectionPool().idleConnectionCount()).isEqualTo(1);

            rig.client().read(ApiRequest.get("a"));

            rig.request();
            assertThat(rig.request().getConnectionIndex()).as("same connection").isZero();
            assertThat(rig.okHttpClient.dispatcher().executorService().isShutdown())
                    .isFalse();
        }
    }
}
