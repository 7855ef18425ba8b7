package dev.hourbridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import okhttp3.EventListener;

/** Counts the calls whose answers are not closed. Give it to the {@code OkHttpClient} of a client under test. */
public final class OpenAnswers extends EventListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int open;

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

    /** An answer is closed on the network's thread, maybe a moment after the caller has it. */
    public void assertNone() {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(10);
            while (open != 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            assertThat(open).as("answers that were not closed").isZero();
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
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
