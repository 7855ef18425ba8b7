package dev.hourbridge.http;

import java.time.Duration;

/** Waits. Given to the clients so that tests need not. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits for as long as is said.
     *
     * @param duration zero or longer
     * @throws InterruptedException if the thread is interrupted, at once
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The sleeper that really waits. A client that is closed ends the waits of its calls with this one. */
    static Sleeper system() {
        return SystemSleeper.INSTANCE;
    }
}
