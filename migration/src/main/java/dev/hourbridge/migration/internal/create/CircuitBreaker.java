package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sending of the {@code CreateDispatcher}: after an internal failure, after several consecutive creates that
 * could not be sent, or after several without a clear response. Used by one thread.
 *
 * <p>Without it, a target that is down would leave every planned entry in doubt. Each doubt costs a wait and another
 * lookup on the target.
 */
public final class CircuitBreaker {
    private static final int MAX_IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private int doubtsInARow;
    private int unsentInARow;
    private @Nullable Throwable failure;

    /** Counts the result of a create; returns the pause before the next create. */
    public Duration count(CreateExecutor.Result result) {
        doubtsInARow = result == CreateExecutor.Result.IN_DOUBT ? doubtsInARow + 1 : 0;
        unsentInARow = result == CreateExecutor.Result.NOT_SENT ? unsentInARow + 1 : 0;
        if (unsentInARow >= MAX_IN_A_ROW) {
            fail(new StepAbortedException(Outcome.TEMPORARY, "The target cannot be reached."));
            return Duration.ZERO;
        }
        return PAUSE.multipliedBy(unsentInARow);
    }

    /** Resets the count of creates without a clear response, after a lookup on the target has resolved them. */
    public void forgetDoubts() {
        doubtsInARow = 0;
    }

    /** Records a failure. Only the first failure counts. */
    public void fail(Throwable cause) {
        failure = failure == null ? cause : failure;
    }

    /** Returns whether nothing more may be sent. */
    public boolean isOpen() {
        return hasFailed() || isTargetFailing();
    }

    /** Returns whether something failed that is not an outcome of a create, such as a full disk. */
    public boolean hasFailed() {
        return failure != null;
    }

    /** Returns whether too many consecutive creates had no clear response. */
    public boolean isTargetFailing() {
        return doubtsInARow >= MAX_IN_A_ROW;
    }

    /** Throws the failure, if there is one. */
    public void rethrow() {
        Optional<Throwable> cause = Optional.ofNullable(failure);
        if (cause.isEmpty()) {
            return;
        }
        if (cause.get() instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (cause.get() instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause.get());
    }
}
