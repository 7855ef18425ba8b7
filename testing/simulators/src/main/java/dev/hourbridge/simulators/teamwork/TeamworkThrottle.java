package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Reply;
import dev.hourbridge.simulators.internal.Seconds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts requests in windows of a minute, and reports the counts in headers. Guarded by the server's lock.
 *
 * <p>A window starts with the first request after the last window ended, and all requests of a minute may arrive at
 * once.
 */
final class TeamworkThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final int limit;
    private final String prefix;
    private final boolean resetAsEpoch;
    private Instant windowStart;
    private int used;

    TeamworkThrottle(TeamworkSimulator.Builder options) {
        this.clock = options.clock;
        this.limit = options.requestsPerMinute;
        this.prefix = options.rateLimitHeaders.prefix();
        this.resetAsEpoch = options.resetAsEpoch;
        this.windowStart = clock.instant();
    }

    /** Counts a request. Returns false without counting it if it exceeds the limit. */
    boolean admits() {
        if (limit == 0) {
            return true;
        }
        Instant now = clock.instant();
        if (Duration.between(windowStart, now).compareTo(WINDOW) >= 0) {
            windowStart = now;
            used = 0;
        }
        if (used == limit) {
            return false;
        }
        used++;
        return true;
    }

    /** Returns the whole seconds until the window ends; at least 1. */
    long secondsToReset() {
        // Rounded up, so a caller that waits this long is admitted.
        return Math.max(1, Seconds.roundedUp(Duration.between(clock.instant(), windowStart.plus(WINDOW))));
    }

    /** Returns the reply with the headers of the limit, if there is a limit. */
    Reply mark(Reply reply) {
        return limit == 0 ? reply : headers(reply, limit, limit - used, secondsToReset());
    }

    /** Adds the headers of an exhausted limit, regardless of the count. */
    Reply exhausted(Reply reply, long seconds) {
        return headers(reply, limit == 0 ? 150 : limit, 0, seconds);
    }

    private Reply headers(Reply reply, int limit, int remaining, long seconds) {
        long reset = resetAsEpoch ? clock.instant().getEpochSecond() + seconds : seconds;
        return reply.with(prefix + "Limit", Integer.toString(limit))
                .with(prefix + "Remaining", Integer.toString(remaining))
                .with(prefix + "Reset", Long.toString(reset));
    }
}
