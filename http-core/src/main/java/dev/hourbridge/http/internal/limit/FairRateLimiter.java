package dev.hourbridge.http.internal.limit;

import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The implementation of {@link RateLimiter}: a fair queue for permits. Thread-safe.
 *
 * <p>The next call holds {@link #turn}, even while it waits, so no call overtakes another. {@link #state} guards the
 * counters and is held only briefly.
 */
public final class FairRateLimiter implements RateLimiter {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The interval at which to check for responses in flight, which may allow further requests. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    /**
     * Backward steps of the clock up to this length are ignored. They result from clock adjustments and concurrent
     * readings.
     */
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(1);

    private final ReentrantLock turn = new ReentrantLock(true);

    private final ReentrantLock state = new ReentrantLock();
    private final Condition responded = state.newCondition();
    private final int perMinute;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private final QuotaWindow quota = new QuotaWindow();
    private Instant blockedUntil = Instant.MIN;
    private Instant latest = Instant.MIN;
    private long responses;

    private FairRateLimiter(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Returns a limiter without a limit of its own. */
    public static FairRateLimiter learning() {
        return new FairRateLimiter(Integer.MAX_VALUE);
    }

    /** Returns a limiter that also grants at most the given number of requests in any minute. */
    public static FairRateLimiter perMinute(int requests) {
        if (requests < 1) {
            throw new InvalidInputException("requests per minute", "a number below 1", "specify at least 1");
        }
        return new FairRateLimiter(requests);
    }

    /** Returns the implementation of a limiter that the application provided. */
    public static FairRateLimiter of(RateLimiter limiter) {
        if (limiter instanceof FairRateLimiter fair) {
            return fair;
        }
        throw new InvalidInputException(
                "rateLimiter",
                "an unsupported implementation of RateLimiter",
                "use RateLimiter.learning() or RateLimiter.perMinute()");
    }

    /**
     * Waits for a permit to send one request. A call of {@link #done} must follow.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; no permit is taken in this case
     */
    public void acquire(Clock clock, Sleeper sleeper) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Instant now = clock.instant();
            for (Instant free = grant(now); free.isAfter(now); free = grant(now)) {
                Duration wait = Duration.between(now, free);
                sleeper.sleep(wait);
                now = clock.instant();
                if (now.isBefore(free)) {
                    // For this call, the wait is over even if the clock was set back or the sleeper returned early.
                    now = free;
                    awaitResponse(wait);
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Prevents a busy loop with a sleeper that returns immediately while a response is in flight. */
    private void awaitResponse(Duration wait) throws InterruptedException {
        if (wait.compareTo(POLL_INTERVAL) <= 0) {
            state.lockInterruptibly();
            try {
                long seen = responses;
                long left = wait.toNanos();
                while (responses == seen && left > 0) {
                    left = responded.awaitNanos(left);
                }
            } finally {
                state.unlock();
            }
        }
    }

    /**
     * Records the limits that a response reports. Called before {@link #done}.
     *
     * @param remaining the number of requests that the service still accepts until the reset
     * @param reset the time at which the service's count restarts
     * @param now the time at which the response arrived
     */
    public void learn(int remaining, Instant reset, Instant now) {
        state.lock();
        try {
            follow(now);
            quota.learn(remaining, reset, now);
        } finally {
            state.unlock();
        }
    }

    /**
     * Records that a request with a permit is no longer in flight.
     *
     * @param reported whether its response stated the number of remaining requests; if not, this request is subtracted
     *     from it
     */
    public void done(boolean reported) {
        state.lock();
        try {
            quota.done(reported);
            responses++;
            responded.signalAll();
        } finally {
            state.unlock();
        }
    }

    /** Grants no permit before the given time. Called after a throttled request. */
    public void blockUntil(Instant moment) {
        state.lock();
        try {
            blockedUntil = moment.isAfter(blockedUntil) ? moment : blockedUntil;
        } finally {
            state.unlock();
        }
    }

    /** Takes a permit and returns {@code now}, or returns a later time at which to try again. */
    private Instant grant(Instant now) {
        state.lock();
        try {
            follow(now);
            Instant free = earliest(now);
            if (free.isAfter(now)) {
                return free;
            }
            if (perMinute < Integer.MAX_VALUE) {
                granted.addLast(now);
            }
            quota.take();
            return now;
        } finally {
            state.unlock();
        }
    }

    /** Shifts all recorded times if the clock was set back, because a wait would otherwise grow by the same amount. */
    private void follow(Instant now) {
        if (latest.isAfter(now.plus(CLOCK_JITTER))) {
            Duration back = Duration.between(now, latest);
            List<Instant> moved = granted.stream().map(at -> at.minus(back)).toList();
            granted.clear();
            granted.addAll(moved);
            blockedUntil = blockedUntil.isAfter(now) ? blockedUntil.minus(back) : blockedUntil;
            quota.setBack(back);
            latest = now;
        }
        latest = now.isAfter(latest) ? now : latest;
    }

    private Instant earliest(Instant now) {
        while (!granted.isEmpty() && !granted.getFirst().plus(MINUTE).isAfter(now)) {
            granted.removeFirst();
        }
        Instant free = blockedUntil;
        if (granted.size() >= perMinute && granted.getFirst().plus(MINUTE).isAfter(free)) {
            free = granted.getFirst().plus(MINUTE);
        }
        Instant allowed = quota.earliest(now, now.plus(POLL_INTERVAL));
        return allowed.isAfter(free) ? allowed : free;
    }
}
