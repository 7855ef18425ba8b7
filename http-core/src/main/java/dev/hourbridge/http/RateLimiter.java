package dev.hourbridge.http;

import dev.hourbridge.model.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests below a service's limit. Give one limiter to all clients that the service counts as
 * one, usually all of one account.
 *
 * <p>It learns from the answers: when the service says that nothing remains, no request leaves until
 * it says that the count starts anew. First come, first served. Safe for use by several threads.
 */
public final class RateLimiter {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** How far the resets of two answers may be apart and mean the same: they come in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Held by whoever is next, also while it waits, so that nobody overtakes. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ReentrantLock state = new ReentrantLock();
    private final int perMinute;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;
    private @Nullable Window window;

    private RateLimiter(int perMinute) {
        this.perMinute = perMinute;
    }

    /** A limiter that lets everything pass until the service says how much remains. */
    public static RateLimiter learning() {
        return new RateLimiter(Integer.MAX_VALUE);
    }

    /**
     * A limiter that grants so many requests in any minute, and learns besides.
     *
     * @param requests 1 or more
     * @throws InvalidInputException if it is less than 1
     */
    public static RateLimiter perMinute(int requests) {
        if (requests < 1) {
            throw new InvalidInputException("requests per minute", "a number below 1", "give at least 1");
        }
        return new RateLimiter(requests);
    }

    /**
     * Waits for a permit to send one request. Called by the clients.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; no permit is taken then
     */
    public void acquire(Clock clock, Sleeper sleeper) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            for (Duration wait = grant(clock.instant()); !wait.isZero(); wait = grant(clock.instant())) {
                sleeper.sleep(wait);
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Takes note of what an answer says. Called by the clients.
     *
     * @param remaining how many more requests the service takes until the reset
     * @param reset when its count starts anew
     */
    public void learn(int remaining, Instant reset) {
        state.lock();
        try {
            boolean same = window != null && !reset.isAfter(window.reset.plus(TOLERANCE));
            // Within a window the count only falls: an answer does not know of requests still under way.
            int known = same && window != null ? Math.min(window.remaining, remaining) : remaining;
            window = new Window(known, reset);
        } finally {
            state.unlock();
        }
    }

    /** Lets nothing pass before the moment given. Called by the clients after a throttle. */
    public void blockUntil(Instant moment) {
        state.lock();
        try {
            blockedUntil = moment.isAfter(blockedUntil) ? moment : blockedUntil;
        } finally {
            state.unlock();
        }
    }

    private Duration grant(Instant now) {
        state.lock();
        try {
            Instant free = earliest(now);
            if (free.isAfter(now)) {
                return Duration.between(now, free);
            }
            if (perMinute < Integer.MAX_VALUE) {
                granted.addLast(now);
            }
            if (window != null) {
                window.remaining--;
            }
            return Duration.ZERO;
        } finally {
            state.unlock();
        }
    }

    private Instant earliest(Instant now) {
        while (!granted.isEmpty() && !granted.getFirst().plus(WINDOW).isAfter(now)) {
            granted.removeFirst();
        }
        Instant free = blockedUntil;
        if (granted.size() >= perMinute && granted.getFirst().plus(WINDOW).isAfter(free)) {
            free = granted.getFirst().plus(WINDOW);
        }
        if (window != null && !window.reset.isAfter(now)) {
            window = null;
        }
        if (window != null && window.remaining <= 0 && window.reset.isAfter(free)) {
            free = window.reset;
        }
        return free;
    }

    private static final class Window {
        private final Instant reset;
        private int remaining;

        Window(int remaining, Instant reset) {
            this.remaining = remaining;
            this.reset = reset;
        }
    }
}
