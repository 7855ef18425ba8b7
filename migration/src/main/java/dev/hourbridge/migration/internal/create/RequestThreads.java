package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that send the requests of one step. The policy sets their number. Closing them does not cancel a write
 * that is in progress: threads that wait for a permit or for the end of throttling are interrupted, and requests that
 * were sent have the request timeout for their response, so an interrupted run leaves no doubt behind. A second
 * interrupt cancels these requests as well. Each response is recorded before this object is closed.
 */
public final class RequestThreads implements AutoCloseable {
    private final Duration patience;
    private final ExecutorService threads;

    /**
     * The threads that wait without a write in progress. Guarded by this, as is the flag that prevents further sending.
     */
    private final Set<Thread> waiting = new HashSet<>();

    private boolean isStopped;
    private volatile boolean hasFailed;

    /** Starts the threads. */
    public RequestThreads(MigrationContext run) {
        this.patience = run.policy().requestTimeout();
        this.threads = Executors.newFixedThreadPool(run.policy().parallelism(), task -> {
            Thread thread = new Thread(task, "hourbridge-dispatcher");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns the threads, for tasks that wait with {@link #await}. */
    public Executor executor() {
        return threads;
    }

    /** The outcome of a task: a result, a failure, or neither if it did not start. */
    private record Attempt<R>(@Nullable R result, @Nullable RuntimeException failure) {}

    /**
     * Applies a function to several elements at a time, and passes on the results in the order of the elements. After a
     * failure, no further task starts. The results of tasks that have already started are passed on before the failure
     * is thrown.
     *
     * @throws StepAbortedException if the thread is interrupted
     */
    public <T, R> void each(Collection<T> elements, Function<T, R> task, Consumer<R> use) {
        List<Future<Attempt<R>>> attempts = elements.stream()
                .map(element -> threads.submit(() -> attempt(task, element)))
                .toList();
        RuntimeException first = null;
        for (Future<Attempt<R>> each : attempts) {
            Attempt<R> attempt = get(each);
            if (attempt.result() != null) {
                use.accept(attempt.result());
            } else if (first == null) {
                first = attempt.failure();
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private <T, R> Attempt<R> attempt(Function<T, R> task, T element) {
        if (hasFailed) {
            return new Attempt<>(null, null);
        }
        try {
            return new Attempt<>(task.apply(element), null);
        } catch (RuntimeException e) {
            hasFailed = true;
            return new Attempt<>(null, e);
        } catch (Error e) {
            hasFailed = true;
            throw e;
        }
    }

    private static <R> R get(Future<R> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            throw StepAbortedException.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits without a write in progress.
     *
     * @throws StepAbortedException if nothing more may be sent
     */
    public <T> T await(Supplier<T> wait) {
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

    /** Waits until each outcome is recorded. Returns whether there was an interrupt in the meantime. */
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
