package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service limits the rate of requests, and still did after every wait that the retry deadline allowed. */
public final class ThrottledException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    /**
     * Creates an exception. Intended for implementers of {@link TimeTracker}.
     *
     * @param retryAfter the wait that the service requested; null if it did not state one
     */
    public ThrottledException(Failure failure, @Nullable Duration retryAfter) {
        super(failure, "throttled");
        this.retryAfter = retryAfter;
    }

    /** Returns the wait that the service requested, if the response states one. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
