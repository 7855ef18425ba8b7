package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a request got as far as a connection, so that bytes of it may have left. Whoever gives up
 * on it learns that, and keeps it from leaving after.
 */
final class Departure {
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private enum State {
        WAITING,
        LEFT,
        STOPPED
    }

    void leave() throws IOException {
        if (!state.compareAndSet(State.WAITING, State.LEFT) && state.get() == State.STOPPED) {
            throw new IOException("Canceled");
        }
    }

    /** What is known of the request from now on. */
    WriteOutcome stop() {
        return state.compareAndSet(State.WAITING, State.STOPPED) || state.get() == State.STOPPED
                ? WriteOutcome.NOT_SENT
                : WriteOutcome.IN_DOUBT;
    }
}
