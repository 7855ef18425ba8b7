package dev.hourbridge.cli.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Calls a task every second to update the countdown of a wait.
 *
 * <p>Tests trigger the ticks themselves, so no test waits for a second.
 */
@FunctionalInterface
public interface Ticker {

    /** Calls the task on a separate thread until the result is closed. */
    Ticks start(Runnable task);

    /** A series of calls that continues until this object is closed. */
    @FunctionalInterface
    interface Ticks extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns the ticker of this process. */
    static Ticker ofProcess() {
        return task -> {
            ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
                Thread ticking = new Thread(run, "hourbridge-ticker");
                ticking.setDaemon(true);
                return ticking;
            });
            var unused = thread.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
            return thread::shutdownNow;
        };
    }
}
