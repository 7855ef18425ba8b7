package dev.hourbridge.resilience.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Many threads that begin together: virtual ones where the platform has them, else with small stacks. */
final class Crowd {
    private static final long SMALL_STACK = 1 << 18;
    private static final long WATCHDOG_SECONDS = 60;
    private static final long LOOK_NANOS = 1_000_000;

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch ended;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Crowd(int size, IntConsumer work) {
        ended = new CountDownLatch(size);
        for (int i = 0; i < size; i++) {
            int number = i;
            threads.add(thread(() -> run(work, number)));
        }
    }

    private static Thread thread(Runnable work) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (Thread) Class.forName("java.lang.Thread$Builder")
                    .getMethod("unstarted", Runnable.class)
                    .invoke(builder, work);
        } catch (ReflectiveOperationException e) {
            Thread thread = new Thread(null, work, "crowd", SMALL_STACK);
            thread.setDaemon(true);
            return thread;
        }
    }

    private void run(IntConsumer work, int number) {
        try {
            work.accept(number);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        } finally {
            ended.countDown();
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Returns once all of them wait for something. */
    void awaitWaiting() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WATCHDOG_SECONDS);
        while (!threads.stream().allMatch(Crowd::isWaiting)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("some threads do not wait\n" + dump());
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    void interrupt(int number) {
        threads.get(number).interrupt();
    }

    /** Waits until all have ended, and throws what one of them threw; if they do not end, with all stacks. */
    void await() throws InterruptedException {
        if (!ended.await(WATCHDOG_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(ended.getCount() + " threads do not end\n" + dump());
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new AssertionError("one of the threads failed", thrown);
        }
    }

    private String dump() {
        StringBuilder text = new StringBuilder();
        for (Thread thread : threads) {
            describe(thread, thread.getStackTrace(), text);
        }
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            describe(entry.getKey(), entry.getValue(), text);
        }
        return text.toString();
    }

    private static void describe(Thread thread, StackTraceElement[] stack, StringBuilder text) {
        if (thread.isAlive()) {
            text.append(thread).append('\n');
            for (StackTraceElement frame : stack) {
                text.append("    ").append(frame).append('\n');
            }
        }
    }
}
