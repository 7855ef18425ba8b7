package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records that a client is closed, and interrupts the waits of its calls. */
final class CloseSignal {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpOptions options;

    CloseSignal(HttpOptions options) {
        this.options = options;
    }

    void close() {
        closed.countDown();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /**
     * Waits for the limiter's permit.
     *
     * @param before called before each wait
     */
    void acquire(FairRateLimiter limiter, Consumer<Duration> before) throws InterruptedException, ExchangeException {
        try {
            limiter.acquire(options.clock(), wait -> {
                before.accept(wait);
                sleep(wait);
            });
        } catch (ClosedException e) {
            throw failure(WriteOutcome.NOT_SENT, null);
        }
    }

    /** Waits for the duration, or until the client is closed. */
    void pause(Duration duration, WriteOutcome outcome) throws InterruptedException, ExchangeException {
        try {
            sleep(duration);
        } catch (ClosedException e) {
            throw failure(outcome, null);
        }
    }

    static ExchangeException failure(WriteOutcome outcome, @Nullable Throwable cause) {
        return new ExchangeException(
                ExchangeException.Kind.CLOSED, "was cancelled because the client was closed", outcome, cause);
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (options.sleeper() == Sleeper.system()) {
            closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } else {
            options.sleeper().sleep(duration);
        }
        if (isClosed()) {
            throw new ClosedException();
        }
    }

    /** Thrown through the limiter, whose waits otherwise end only on an interrupt. */
    private static final class ClosedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
