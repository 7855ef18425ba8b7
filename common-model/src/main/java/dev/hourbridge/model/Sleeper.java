package dev.hourbridge.model;

import dev.hourbridge.model.internal.SystemSleeper;
import java.time.Duration;

/**
 * Waits for a duration. The clients and the migration use a sleeper for every wait. With a sleeper and a {@link
 * java.time.Clock} of its own, a test can advance the time without waiting. Each wait is one call: if a sleeper returns
 * early, it is not called again for the remaining time. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits for the duration.
     *
     * @param duration zero or longer
     * @throws InterruptedException if the thread is interrupted before or during the wait
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Returns the sleeper that blocks the calling thread. Closing a client ends those waits of its calls that use this
     * sleeper.
     */
    static Sleeper system() {
        return SystemSleeper.INSTANCE;
    }
}
