package dev.hourbridge.resilience.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Cases that spend their time waiting for a timeout, and so wait side by side. */
final class Together {
    private static final int THREADS = 16;

    private final List<Callable<Object>> cases = new ArrayList<>();

    void add(Runnable check) {
        cases.add(Executors.callable(check));
    }

    /** Runs them all, and says how many they were. */
    int check() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Object> done : threads.invokeAll(cases)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
        return cases.size();
    }
}
