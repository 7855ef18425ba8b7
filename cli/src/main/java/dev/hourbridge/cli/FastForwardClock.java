package dev.hourbridge.cli;

import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that nobody waits for: a sleep moves it on, and returns at once. The simulators, the clients
 * and the migration of the demo all go by it, so that they agree on how long a wait was.
 */
final class FastForwardClock extends Clock implements Sleeper {
    private final Clock real;
    private final ZoneId zone;
    private final AtomicLong skippedNanos;

    FastForwardClock(Clock real) {
        this(real, real.getZone(), new AtomicLong());
    }

    private FastForwardClock(Clock real, ZoneId zone, AtomicLong skippedNanos) {
        this.real = real;
        this.zone = zone;
        this.skippedNanos = skippedNanos;
    }

    /** How much was slept, without waiting for it. */
    Duration skippedTime() {
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
