package dev.hourbridge.migration;

import java.time.Duration;

/** Time as a migration sees it; a test brings its own. Safe for use by several threads. */
public interface Timing {

    /** The machine's own time. */
    static Timing system() {
        return new Timing() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis() + 1);
            }
        };
    }

    /** Nanoseconds since some moment; never goes back. */
    long nanoTime();

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;
}
