package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.EventListener;

/** Counts calls whose response is not closed yet. */
final class OpenCalls extends EventListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int open;
    private int started;

    @Override
    public void callStart(Call call) {
        add(1);
    }

    @Override
    public void callEnd(Call call) {
        add(-1);
    }

    @Override
    public void callFailed(Call call, IOException e) {
        add(-1);
    }

    int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    int started() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** A response is closed on the network's thread, maybe a moment after the caller has it. */
    void assertNone() {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(5);
            while (open != 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            assertThat(open).as("open calls").isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    private void add(int count) {
        lock.lock();
        try {
            open += count;
            started += Math.max(count, 0);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
