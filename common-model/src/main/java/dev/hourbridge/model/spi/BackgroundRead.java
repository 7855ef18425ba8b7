package dev.hourbridge.model.spi;

import dev.hourbridge.model.CallInterruptedException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A request that was sent ahead. Each has a daemon thread that ends with it: a page costs far more than a thread, and nothing
 * keeps running when an iteration is abandoned. Safe for use by several threads.
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
     * Waits for the result, and throws the failure if there is one.
     *
     * @throws IllegalStateException if it was cancelled
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
