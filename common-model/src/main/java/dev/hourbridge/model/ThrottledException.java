package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service asks to be called less often, and still did after every wait that the deadline allowed. */
public final class ThrottledException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Creates an exception; for implementers of {@link TimeTracker}.
     *
     * @param retryAfter how long the service asks to wait; null if it does not state a time
     */
    public ThrottledException(Failure failure, @Nullable Duration retryAfter) {
        super(failure, "throttled");
        this.retryAfter = retryAfter;
    }

    /** Returns how long the service asks to wait, if the response states it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
