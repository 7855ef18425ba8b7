package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CloseTest {
    private static Set<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hourbridge-http"))
                .collect(Collectors.toSet());
    }

    @Test
    void runsOnDaemonThreadsSoThatMainEnds() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.answerJson(200, "{}");
            Set<Thread> before = ownThreads();
            rig.client().read(ApiRequest.get("a"));
            Set<Thread> after = ownThreads();
            after.removeAll(before);

            assertThat(after).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void endsItsThreadsAndTakesNoMoreCalls() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.answerJson(200, "{}");
            Set<Thread> before = ownThreads();
            ApiClient api = rig.client();
            api.read(ApiRequest.get("a"));
            List<Thread> threads = ownThreads().stream()
                    .filter(thread -> !before.contains(thread))
                    .toList();

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
