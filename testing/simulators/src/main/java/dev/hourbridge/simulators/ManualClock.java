package dev.hourbridge.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, and a sleep on it that moves it instead of waiting. Given to
 * a simulator, a client and a migration alike, they agree on how long each wait was.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
 * TeamworkSimulator simulator = TeamworkSimulator.builder().clock(clock).start();
 * HttpOptions options = HttpOptions.builder().clock(clock).sleeper(clock::sleep).build();
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>Safe for use by several threads. Clocks of another zone that are made {@linkplain #withZone from} this one
 * share its time.
 */
public final class ManualClock extends Clock {
    private final Time time;
    private final ZoneId zone;

    /** Creates a clock that shows this instant, with the zone UTC. */
    public ManualClock(Instant now) {
        this(new Time(now), ZoneOffset.UTC);
    }

    private ManualClock(Time time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /**
     * Moves this clock forward.
     *
     * @throws IllegalArgumentException if {@code by} is negative; {@link #set} sets a clock back
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("by must not be negative but is " + by + ".");
        }
        time.advance(by, Duration.ZERO);
    }

    /** Sets this clock, forward or back, as an administrator does. {@link #nanoTime()} does not change. */
    public void set(Instant now) {
        time.set(now);
    }

    /**
     * Moves this clock forward and returns at once. For use as a sleeper: {@code clock::sleep}.
     *
     * @throws IllegalArgumentException if {@code duration} is negative
     * @throws InterruptedException if the thread is interrupted; the clock does not move then
     */
    public void sleep(Duration duration) throws InterruptedException {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative but is " + duration + ".");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted before a sleep.");
        }
        time.advance(duration, duration);
    }

    /** Returns the sum of all sleeps. */
    public Duration slept() {
        return time.slept();
    }

    /**
     * Returns nanoseconds from an arbitrary origin, as {@link System#nanoTime()} does: {@link #advance} and
     * {@link #sleep} move them forward, and nothing moves them back.
     */
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public Instant instant() {
        return time.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Returns a clock of this zone that shares the time of this one. */
    @Override
    public ManualClock withZone(ZoneId other) {
        return new ManualClock(time, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ManualClock clock && clock.time == time && clock.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(time) * 31 + zone.hashCode();
    }

    @Override
    public String toString() {
        return "ManualClock[" + instant() + ", " + zone + "]";
    }

    /** The time that clocks of several zones share. */
    private static final class Time {
        private Instant now;
        private Duration slept = Duration.ZERO;
        private long nanos;

        Time(Instant now) {
            this.now = now;
        }

        synchronized Instant now() {
            return now;
        }

        synchronized Duration slept() {
            return slept;
        }

        synchronized long nanoTime() {
            return nanos;
        }

        synchronized void set(Instant value) {
            now = value;
        }

        synchronized void advance(Duration by, Duration sleep) {
            now = now.plus(by);
            nanos += by.toNanos();
            slept = slept.plus(sleep);
        }
    }
}
