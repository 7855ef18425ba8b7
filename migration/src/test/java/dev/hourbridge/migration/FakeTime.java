package dev.hourbridge.migration;

import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes only while a migration sleeps. */
public final class FakeTime implements Sleeper {
    public static final Instant START = Instant.parse("2025-01-15T10:00:00Z");

    private final List<Planned> plans = new ArrayList<>();
    private long nanos;

    private record Planned(long due, Runnable action) {}

    /** The wall clock. */
    public Clock clock() {
        InstantSource now = () -> START.plusNanos(nanoTime());
        return now.withZone(ZoneOffset.UTC);
    }

    synchronized long nanoTime() {
        return nanos;
    }

    /** Does something once so much time has passed. */
    public synchronized void after(Duration delay, Runnable action) {
        plans.add(new Planned(nanos + delay.toNanos(), action));
    }

    @Override
    public void sleep(Duration duration) {
        long end = nanoTime() + duration.toNanos();
        for (Optional<Planned> next = next(end); next.isPresent(); next = next(end)) {
            next.get().action.run();
        }
    }

    /** Moves on to what is due next, or to the end if nothing is before it. */
    private synchronized Optional<Planned> next(long end) {
        Optional<Planned> next =
                plans.stream().filter(plan -> plan.due <= end).min(Comparator.comparingLong(Planned::due));
        next.ifPresent(plans::remove);
        nanos = Math.max(nanos, next.map(Planned::due).orElse(end));
        return next;
    }
}
