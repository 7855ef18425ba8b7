package dev.hourbridge.resilience.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.HttpOptions;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** The client's side of the wire: its connections, and which of its calls are still open. */
public final class Wire implements AutoCloseable {
    private static final int MOST_IDLE = 200;

    private final OpenCalls calls = new OpenCalls();
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
        PassingTime time = new PassingTime();
        return HttpOptions.builder().clock(time).sleeper(time).okHttpClient(client);
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

    /** An answer is closed on the network's thread, maybe a moment after the caller has it. */
    private static final class OpenCalls extends EventListener {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private int open;

        @Override
        public void callStart(Call call) {
            add(1);
        }

        @Override
        public void callEnd(Call call) {
            add(-1);
        }

        @Override
        public void callFailed(Call call, IOException e) {
            add(-1);
        }

        void assertNone() {
            lock.lock();
            try {
                long left = TimeUnit.SECONDS.toNanos(10);
                while (open != 0 && left > 0) {
                    left = changed.awaitNanos(left);
                }
                assertThat(open).as("open calls").isZero();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                lock.unlock();
            }
        }

        private void add(int count) {
            lock.lock();
            try {
                open += count;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
