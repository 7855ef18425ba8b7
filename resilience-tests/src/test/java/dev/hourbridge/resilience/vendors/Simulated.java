package dev.hourbridge.resilience.vendors;

import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Simulator;

/**
 * A simulated service and a client of it.
 *
 * @param service the service
 * @param tracker its client
 * @param seeding adds entries to the service
 */
public record Simulated(Simulator service, TimeTracker tracker, Seeding seeding) implements AutoCloseable {
    /** Adds so many entries, the same for the same seed. */
    public interface Seeding {
        /** Adds them. */
        void seed(long seed, int entries);
    }

    @Override
    public void close() {
        tracker.close();
        service.close();
    }
}
