package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request got as far as a connection, so that bytes of it may have left. Whoever gives up
 * on it learns that, and keeps it from leaving after.
 */
final class SendTracker {
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private final boolean checkConnection;

    /**
     * A tracker.
     *
     * @param checkConnection whether to look first if the connection is alive, so that it costs no doubt if it is not
     */
    SendTracker(boolean checkConnection) {
        this.checkConnection = checkConnection;
    }

    private enum State {
        WAITING,
        SENDING,
        STOPPED
    }

    /** The request is about to leave over that connection; null if it is not known. */
    void begin(@Nullable Connection connection) throws IOException {
        if (checkConnection && connection != null && StaleConnectionCheck.isStale(connection.socket())) {
            throw new StaleConnectionException();
        }
        if (!state.compareAndSet(State.WAITING, State.SENDING) && state.get() == State.STOPPED) {
            throw new IOException("Canceled");
        }
    }

    /** What is known of the request from now on. */
    WriteOutcome stop() {
        return state.compareAndSet(State.WAITING, State.STOPPED) || state.get() == State.STOPPED
                ? WriteOutcome.NOT_SENT
                : WriteOutcome.IN_DOUBT;
    }

    /** The connection had ended before anything of the request left. */
    static final class StaleConnectionException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
