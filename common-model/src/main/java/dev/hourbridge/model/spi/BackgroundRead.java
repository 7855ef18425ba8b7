package dev.hourbridge.model.spi;

import dev.hourbridge.model.CallInterruptedException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A request that is sent ahead. Each request has its own daemon thread, which ends with the request: a thread costs far
 * less than a page, and no thread keeps running after an iteration is abandoned. Thread-safe.
 */
final class BackgroundRead<V> {
    private final FutureTask<V> task;

    private BackgroundRead(FutureTask<V> task) {
        this.task = task;
    }

    static <V> BackgroundRead<V> start(Callable<V> read) {
        FutureTask<V> task = new FutureTask<>(read);
        Thread thread = new Thread(task, "hourbridge-page");
        thread.setDaemon(true);
        thread.start();
        return new BackgroundRead<>(task);
    }

    /**
     * Waits for the result, and throws the exception if the request failed.
     *
     * @throws IllegalStateException if the request was cancelled
     */
    V await() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(Failure.builder("The wait for a page was interrupted.")
                    .cause(e)
                    .build());
        } catch (CancellationException e) {
            throw new ClosedIteratorException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    void cancel() {
        task.cancel(true);
    }
}
