package dev.hourbridge.http.internal;

import java.time.Instant;

/** What a call remembers from attempt to attempt. Used by one thread. */
final class CallState {
    private final Instant start;
    private int attempts;
    private boolean inDoubt;

    CallState(Instant start) {
        this.start = start;
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
