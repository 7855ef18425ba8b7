package dev.hourbridge.http.internal;

import java.time.Instant;

/** The state of a call across its attempts. Used by one thread. */
final class CallState {
    private final ApiRequest.Endpoint endpoint;
    private final Instant start;
    private int attempts;
    private boolean inDoubt;

    CallState(ApiRequest.Endpoint endpoint, Instant start) {
        this.endpoint = endpoint;
        this.start = start;
    }

    ApiRequest.Endpoint endpoint() {
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

    /** Returns whether the service may have executed an attempt without a clear response. */
    boolean inDoubt() {
        return inDoubt;
    }

    void markInDoubt() {
        inDoubt = true;
    }
}
