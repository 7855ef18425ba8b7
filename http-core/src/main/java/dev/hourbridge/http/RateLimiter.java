package dev.hourbridge.http;

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
 * Keeps requests below a service's limit. Give one limiter to all clients that the service counts as
 * one, usually all of one account.
 *
 * <p>It learns from the answers: no more requests are under way than the service said it would still
 * take, and when nothing remains, none leaves until it said that the count starts anew; after a throttle
 * none leaves until the wait is over. First come, first served: of several clients that share a limiter,
 * one that is closed ends its calls' waits, but a call that queues behind another client's ends only when
 * its turn comes, with nothing sent. A clock that is set back makes no wait longer than it would be from
 * then on. Safe for use by several threads.
 */
public final class RateLimiter {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How long to wait for answers under way, which say whether more may follow. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    /** How far the readings of threads, or a clock that is nudged, go back: not worth following. */
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(1);

    /** Held by whoever is next, also while it waits, so that nobody overtakes. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final ReentrantLock state = new ReentrantLock();
    private final Condition responded = state.newCondition();
    private final int perMinute;
    private final Deque<Instant> granted = new ArrayDeque<>();
    private final QuotaWindow quota = new QuotaWindow();
    private Instant blockedUntil = Instant.MIN;
    private Instant latest = Instant.MIN;
    private long responses;

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
     * Waits for a permit to send one request. Called by the clients; {@link #done} has to follow.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; no permit is taken then
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
                    // The time has passed for this call, though the clock was set back or the sleeper returned early.
                    now = free;
                    awaitResponse(wait);
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Keeps a sleeper that returns at once from spinning while a response is under way. */
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
     * Takes note of what a response says. Called by the clients, before {@link #done}.
     *
     * @param remaining how many more requests the service takes until the reset
     * @param reset when its count starts anew
     * @param now when the response came
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
     * Takes note that a request with a permit is no longer under way. Called by the clients.
     *
     * @param told whether its response said how many remain; else it counts as one that the service took
     */
    public void done(boolean told) {
        state.lock();
        try {
            quota.done(told);
            responses++;
            responded.signalAll();
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

    /** Takes a permit, unless the result is a later moment, at which to ask again. */
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

    /** A clock that was set back takes the times with it that were read from it, or a wait would be as long as that was. */
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
