package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.Secret;
import dev.hourbridge.model.RejectedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Logger LOGGER = Logger.getLogger("dev.hourbridge.http");

    private static final class Lines extends Handler implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Lines() {
            setLevel(Level.ALL);
            LOGGER.setLevel(Level.ALL);
            LOGGER.addHandler(this);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
            LOGGER.setLevel(null);
        }
    }

    @Test
    void logsEachAttemptWithoutQueryBodyOrSecret() throws Exception {
        try (Rig rig = Rig.start();
                Lines log = new Lines()) {
            rig.response(503)
                    .response(Rig.json(200, "{\"note\":\"hunter2\"}")
                            .setHeader("Set-Cookie", "hunter2")
                            .setHeader("X-Pages", "3"));
            ApiClient api =
                    rig.client(rig.options().build(), Authentication.basic(Secret.of("hunter2"), Secret.of("hunter2")));

            api.write(ApiRequest.put("putEntry", "entries/{id}", "1")
                    .query("q", "hunter2")
                    .body("application/json", new byte[] {'h'}));

            assertThat(log.lines).hasSize(2);
            assertThat(log.lines.get(0)).matches("PUT [^ /]+/entries/1: 503 in .*attempt 1.*");
            assertThat(log.lines.get(1)).contains(": 200 in ", "attempt 2", "X-Pages: 3");
            assertThat(log.lines.toString()).doesNotContain("hunter2", "Authorization", "Cookie", "q=");
        }
    }

    @Test
    void showsNoSecretInAnException() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(400);
            ApiClient api =
                    rig.client(rig.options().build(), Authentication.basic(Secret.of("hunter2"), Secret.of("hunter2")));

            assertThatThrownBy(() -> api.create(ApiRequest.post("postEntry", "a")
                            .query("key", "hunter2")
                            .body("application/json", "hunter2".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageMatching("POST [^ /]+/a returned 400\\..*")
                    .hasMessageNotContaining("hunter2");
            assertThat(Secret.of("hunter2")).hasToString("****");
        }
    }

    @Test
    void logsEachLongWaitOfACall() throws Exception {
        try (Rig rig = Rig.start();
                Lines log = new Lines()) {
            LOGGER.setLevel(Level.INFO);
            rig.response(new MockResponse.Builder().code(429).setHeader("Retry-After", "4"))
                    .response(new MockResponse.Builder().code(429).setHeader("Retry-After", "90"))
                    .response(new MockResponse.Builder().code(503).setHeader("Retry-After", "86400"))
                    .response(Rig.json(200, "{}")
                            .setHeader("X-RateLimit-Remaining", "0")
                            .setHeader("X-RateLimit-Reset", "45"))
                    .respondJson(200, "{}");
            ApiClient api = rig.client();

            api.read(ApiRequest.get("getEntry", "a").query("q", "x"));
            api.read(ApiRequest.get("getEntry", "b"));

            assertThat(log.lines).hasSize(3);
            assertThat(log.lines.get(0)).matches("GET [^ /]+/a: waiting 90 s before attempt 3, THROTTLED\\.");
            assertThat(log.lines.get(1))
                    .matches("GET [^ /]+/a: waiting 120 s before attempt 4, SERVER\\."
                            + " The service requests a wait of 86400 s; maxRetryAfter is 120 s\\.");
            assertThat(log.lines.get(2)).matches("GET [^ /]+/b: waiting 45 s for the rate limit\\.");
        }
    }

    @Test
    void leavesWaitsToAListener() throws Exception {
        Recorder listener = new Recorder();
        try (Rig rig = Rig.start();
                Lines log = new Lines()) {
            LOGGER.setLevel(Level.INFO);
            rig.response(Rig.json(200, "{}")
                            .setHeader("X-RateLimit-Remaining", "0")
                            .setHeader("X-RateLimit-Reset", "45"))
                    .respondJson(200, "{}");
            ApiClient api = rig.client(rig.options().listener(listener).build());

            api.read(ApiRequest.get("getEntry", "a"));
            api.read(ApiRequest.get("getEntry", "b"));

            assertThat(listener.lines).contains("throttled PT45S");
            assertThat(log.lines).isEmpty();
        }
    }

    @Test
    void isNotDisturbedByAListenerThatThrows() throws Exception {
        RequestListener throwing = new RequestListener() {
            @Override
            public void callEnd(RequestEvent event) {
                throw new IllegalStateException("listener");
            }
        };
        try (Rig rig = Rig.start();
                Lines log = new Lines()) {
            rig.respondJson(200, "{}");

            assertThat(rig.client(rig.options().listener(throwing).build())
                            .read(ApiRequest.get("getEntry", "a"))
                            .status())
                    .isEqualTo(200);
            assertThat(log.lines).contains("The request listener threw an exception.");
        }
    }
}
