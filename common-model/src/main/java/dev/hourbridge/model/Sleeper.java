package dev.hourbridge.model;

import dev.hourbridge.model.internal.SystemSleeper;
import java.time.Duration;

/**
 * Waits. Every wait of the clients and of the migration goes through a sleeper, together with a {@link
 * java.time.Clock}, which lets a test pass time without waiting. Each wait is one call: a sleeper that returns
 * early is not called again for the rest of the time. Implementations are safe for use by several threads.
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

    /** Returns the sleeper that blocks the calling thread. Closing a client ends the waits of its calls with this sleeper. */
    static Sleeper system() {
        return SystemSleeper.INSTANCE;
    }
}
