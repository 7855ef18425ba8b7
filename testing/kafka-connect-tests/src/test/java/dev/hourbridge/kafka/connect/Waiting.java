package dev.hourbridge.kafka.connect;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do: they have clocks of their own. */
final class Waiting {
    private Waiting() {}

    static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    static void until(String what, Duration longest, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + longest + ": " + what);
            }
            pause();
        }
    }
}
