package dev.hourbridge.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A clock that changes only when a test moves it, with a sleeper that moves the clock instead of waiting. If a
 * simulator, a client and a migration share the clock, they agree on the duration of each wait.
 *
 * <pre>{@code
 * ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
 * TeamworkSimulator simulator = TeamworkSimulator.builder().clock(clock).start();
 * HttpOptions options = HttpOptions.builder().clock(clock).sleeper(clock::sleep).build();
 * clock.advance(Duration.ofMinutes(1));
 * }</pre>
 *
 * <p>Thread-safe. Clocks created {@linkplain #withZone from} this one for another zone share its time.
 */
public final class ManualClock extends Clock {
    private final Time time;
    private final ZoneId zone;

    /** Creates a clock with this instant and the zone UTC. */
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

    /** Sets this clock forward or back, as an administrator might. {@link #nanoTime()} does not change. */
    public void set(Instant now) {
        time.set(now);
    }

    /**
     * Moves this clock forward and returns immediately. Use it as a sleeper: {@code clock::sleep}.
     *
     * @throws IllegalArgumentException if {@code duration} is negative
     * @throws InterruptedException if the thread is interrupted; in this case the clock does not move
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
     * Returns nanoseconds since an arbitrary origin, like {@link System#nanoTime()}. {@link #advance} and {@link
     * #sleep} increase the value, and nothing decreases it.
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

    /** Returns a clock with this zone that shares the time of this clock. */
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
