package dev.hourbridge.resilience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.resilience.OpenAnswers;
import dev.hourbridge.simulators.ManualClock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The client's side of the wire: its connections, and which of its calls are still open. */
public final class Wire implements AutoCloseable {
    private static final int MOST_IDLE = 200;

    private final OpenAnswers calls = new OpenAnswers();
    private final ConnectionPool pool = new ConnectionPool(MOST_IDLE, 1, TimeUnit.MINUTES);
    private final OkHttpClient client;

    /** Over connections of its own. */
    public Wire() {
        this(new OkHttpClient());
    }

    /** With the settings of a client that a user might have. */
    public Wire(OkHttpClient settings) {
        client = settings.newBuilder().connectionPool(pool).eventListener(calls).build();
    }

    /** The options, with time that passes when somebody waits, and not besides. */
    public HttpOptions.Builder options() {
        ManualClock clock = new ManualClock(Instant.parse("2026-03-02T10:00:00Z"));
        return HttpOptions.builder().clock(clock).sleeper(clock::sleep).okHttpClient(client);
    }

    /** How many connections are open. */
    public int connections() {
        return pool.connectionCount();
    }

    /** Asserts that every answer was closed, and every connection given back or ended. */
    public void assertNothingOpen() {
        calls.assertNone();
        assertThat(pool.idleConnectionCount()).as("idle connections of all").isEqualTo(pool.connectionCount());
    }

    @Override
    public void close() {
        pool.evictAll();
    }
}
