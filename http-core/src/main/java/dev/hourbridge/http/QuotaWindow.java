package dev.hourbridge.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service said it would still take. A response does not know of the requests that were under way
 * when it was written: those are set against what it says. Guarded by its owner.
 */
final class QuotaWindow {
    /** How far the resets of two answers may be apart and mean the same: they come in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private boolean known;
    private int remaining;

    /** When the count starts anew; null until a response of the present window says. */
    private @Nullable Instant reset;

    /** The most that a window was seen to take: what the next one is believed to, until a response says. */
    private int most;

    private int underWay;

    void learn(int told, Instant reset, Instant now) {
        if (!reset.isAfter(now)) {
            return; // Of a window that is over: a response that was long under way.
        }
        boolean same =
                known && this.reset != null && this.reset.isAfter(now) && !reset.isAfter(this.reset.plus(TOLERANCE));
        remaining = same ? Math.min(remaining, told) : told;
        this.reset = reset;
        known = true;
        most = Math.max(most, told == Integer.MAX_VALUE ? told : told + 1);
    }

    void take() {
        underWay++;
    }

    void done(boolean told) {
        underWay = Math.max(0, underWay - 1);
        if (!told) {
            remaining--;
        }
    }

    /** The clock was set back by so much. */
    void setBack(Duration back) {
        reset = reset == null ? null : reset.minus(back);
    }

    /** The moment from which one more may leave: now or before, or the time of the reset, or shortly. */
    Instant earliest(Instant now, Instant shortly) {
        if (reset != null && !reset.isAfter(now)) {
            reset = null;
            remaining = most;
        }
        if (!known || remaining > underWay) {
            return Instant.MIN;
        }
        if (reset == null) {
            known = underWay > 0;
            return known ? shortly : Instant.MIN;
        }
        return remaining > 0 && shortly.isBefore(reset) ? shortly : reset;
    }
}
