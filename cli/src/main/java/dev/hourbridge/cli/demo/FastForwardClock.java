package dev.hourbridge.cli.demo;

import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock on which a sleep takes no time: it advances the clock and returns at once. The simulators, the clients and
 * the migration of the demo share the clock, so all of them measure the same waits. Thread-safe.
 *
 * <p>The demo can show a one-minute wait after throttling without waiting. The times that it prints are those that the
 * services saw.
 */
public final class FastForwardClock extends Clock implements Sleeper {
    private final Clock real;
    private final ZoneId zone;
    private final AtomicLong skippedNanos;

    /** Creates a clock that starts at the time of another clock and runs with it. */
    public FastForwardClock(Clock real) {
        this(real, real.getZone(), new AtomicLong());
    }

    private FastForwardClock(Clock real, ZoneId zone, AtomicLong skippedNanos) {
        this.real = real;
        this.zone = zone;
        this.skippedNanos = skippedNanos;
    }

    /** Returns the sum of all sleeps. */
    public Duration skippedTime() {
        return Duration.ofNanos(skippedNanos.get());
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a sleep");
        }
        skippedNanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant instant() {
        return real.instant().plusNanos(skippedNanos.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FastForwardClock(real, other, skippedNanos);
    }
}
