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
final class JumpingTime extends Clock implements Sleeper {
    private final Clock real;
    private final ZoneId zone;
    private final AtomicLong jumpedNanos;

    JumpingTime(Clock real) {
        this(real, real.getZone(), new AtomicLong());
    }

    private JumpingTime(Clock real, ZoneId zone, AtomicLong jumpedNanos) {
        this.real = real;
        this.zone = zone;
        this.jumpedNanos = jumpedNanos;
    }

    /** How much was slept, without waiting for it. */
    Duration jumped() {
        return Duration.ofNanos(jumpedNanos.get());
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a sleep");
        }
        jumpedNanos.addAndGet(duration.toNanos());
    }

    @Override
    public Instant instant() {
        return real.instant().plusNanos(jumpedNanos.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new JumpingTime(real, other, jumpedNanos);
    }
}
