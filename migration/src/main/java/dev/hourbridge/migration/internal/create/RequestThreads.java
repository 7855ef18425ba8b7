package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads that send creates. Closing them cuts off no create that is on its way: what waits for a permit or for the end
 * of a throttle is interrupted, and what was sent has the request timeout for its response, so that an interrupted run
 * leaves no doubt behind. A second interrupt cuts off those, too. Each response is recorded before this is closed.
 */
public final class RequestThreads implements AutoCloseable {
    private final CreateExecutor executor;
    private final Duration patience;
    private final ExecutorService threads;

    /** The threads that wait without a create on its way. Guarded by this, as is whether nothing more may be sent. */
    private final Set<Thread> waiting = new HashSet<>();

    private boolean isStopped;

    /**
     * Starts the threads.
     *
     * @param threads how many creates may be in flight
     * @param patience how long a create that was sent has for its response once this is closed
     */
    RequestThreads(CreateExecutor executor, int threads, Duration patience) {
        this.executor = executor;
        this.patience = patience;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "hourbridge-dispatcher");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns the threads, for tasks that post entries with this. */
    public Executor executor() {
        return threads;
    }

    /** Sends an entry and waits for its result. */
    public CreateExecutor.Result post(PlannedEntry entry) {
        try {
            return threads.submit(() -> executor.post(entry, this)).get();
        } catch (InterruptedException e) {
            throw StepAbortedException.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    /**
     * Waits without a create on its way.
     *
     * @throws StepAbortedException if nothing more may be sent
     */
    <T> T await(Supplier<T> wait) {
        begin();
        try {
            return wait.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        requireOpen();
        waiting.add(Thread.currentThread());
    }

    private synchronized void end() {
        waiting.remove(Thread.currentThread());
        requireOpen();
    }

    private void requireOpen() {
        if (isStopped) {
            throw StepAbortedException.interrupted();
        }
    }

    private synchronized void stop() {
        isStopped = true;
        waiting.forEach(Thread::interrupt);
        threads.shutdown();
    }

    @Override
    public void close() {
        boolean isInterrupted = Thread.interrupted();
        stop();
        try {
            threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
            isInterrupted = true;
        }
        threads.shutdownNow();
        isInterrupted |= awaitEnd();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until each outcome is recorded; returns whether there was an interrupt meanwhile. */
    private boolean awaitEnd() {
        boolean isInterrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    return isInterrupted;
                }
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
    }
}
