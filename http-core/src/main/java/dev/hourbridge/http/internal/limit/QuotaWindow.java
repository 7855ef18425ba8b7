package dev.hourbridge.http.internal.limit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The number of requests that a service reported as remaining until the reset of its window. A response does not count
 * the requests that were in flight when it was written, so this class subtracts them. Guarded by its owner.
 */
final class QuotaWindow {
    /**
     * Resets in two responses that differ by no more than this are the same reset, because services report whole
     * seconds.
     */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private boolean known;
    private int remaining;

    /** The time at which the window resets; null until a response of the current window states it. */
    private @Nullable Instant reset;

    /** The largest window seen; assumed for the next window until a response states its size. */
    private int largest;

    private int inFlight;

    void learn(int reported, Instant reset, Instant now) {
        if (!reset.isAfter(now)) {
            return; // A late response from a window that has ended.
        }
        boolean same =
                known && this.reset != null && this.reset.isAfter(now) && !reset.isAfter(this.reset.plus(TOLERANCE));
        remaining = same ? Math.min(remaining, reported) : reported;
        this.reset = reset;
        known = true;
        largest = Math.max(largest, reported == Integer.MAX_VALUE ? reported : reported + 1);
    }

    void take() {
        inFlight++;
    }

    void done(boolean reported) {
        inFlight = Math.max(0, inFlight - 1);
        if (!reported) {
            remaining--;
        }
    }

    /** Adjusts to a clock that was set back. */
    void setBack(Duration back) {
        reset = reset == null ? null : reset.minus(back);
    }

    /**
     * Returns when the next request may be sent: immediately, at the reset, or at {@code retry} if a response in flight
     * must be awaited first.
     */
    Instant earliest(Instant now, Instant retry) {
        if (reset != null && !reset.isAfter(now)) {
            reset = null;
            remaining = largest;
        }
        if (!known || remaining > inFlight) {
            return Instant.MIN;
        }
        if (reset == null) {
            known = inFlight > 0;
            return known ? retry : Instant.MIN;
        }
        return remaining > 0 && retry.isBefore(reset) ? retry : reset;
    }
}
