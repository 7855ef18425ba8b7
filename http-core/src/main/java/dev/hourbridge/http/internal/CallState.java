package dev.hourbridge.http.internal;

import java.time.Instant;

/** The state of a call across its attempts. Used by one thread. */
final class CallState {
    private final Endpoint endpoint;
    private final Instant start;
    private int attempts;
    private boolean inDoubt;

    CallState(Endpoint endpoint, Instant start) {
        this.endpoint = endpoint;
        this.start = start;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Instant start() {
        return start;
    }

    int attempts() {
        return attempts;
    }

    void countAttempt() {
        attempts++;
    }

    /** Whether an attempt may have done its work although no clear response came. */
    boolean inDoubt() {
        return inDoubt;
    }

    void markInDoubt() {
        inDoubt = true;
    }
}
