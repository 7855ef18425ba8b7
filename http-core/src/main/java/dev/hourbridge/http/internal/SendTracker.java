package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Tracks whether a request has reached a connection, after which bytes of it may have been sent. A caller that gives up
 * learns this and prevents later sending.
 */
final class SendTracker {
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private final boolean checkConnection;

    /**
     * Creates a tracker.
     *
     * @param checkConnection whether to check first that the connection is alive; on a stale connection, the outcome of
     *     a request that is sent only once would be in doubt
     */
    SendTracker(boolean checkConnection) {
        this.checkConnection = checkConnection;
    }

    private enum State {
        WAITING,
        SENDING,
        STOPPED
    }

    /** Called before the request is sent over the connection; null if the connection is unknown. */
    void begin(@Nullable Connection connection) throws IOException {
        if (checkConnection && connection != null && StaleConnectionCheck.isStale(connection.socket())) {
            throw new StaleConnectionException();
        }
        if (!state.compareAndSet(State.WAITING, State.SENDING) && state.get() == State.STOPPED) {
            throw new IOException("Canceled");
        }
    }

    /** Prevents sending from now on, and returns what is known about the request. */
    WriteOutcome stop() {
        return state.compareAndSet(State.WAITING, State.STOPPED) || state.get() == State.STOPPED
                ? WriteOutcome.NOT_SENT
                : WriteOutcome.IN_DOUBT;
    }

    /** Thrown if the connection was closed before any byte of the request was sent. */
    static final class StaleConnectionException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
