package dev.hourbridge.http;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;

/**
 * How often, and after which waits, a request is sent again. It rules reads, updates and deletes; a
 * create is sent again only where nothing of it can have been done.
 *
 * <p>The wait before retry <i>n</i> is random between zero and {@code baseDelay * 2^(n-1)}, at most
 * {@code maxDelay}; a {@code Retry-After} of the service takes its place. Immutable and safe for use
 * by several threads.
 */
@AutoValue
public abstract class RetryPolicy {
    RetryPolicy() {}

    /** A builder with the defaults: 5 attempts in 5 minutes, waits from 0.5 s to 30 s, {@code Retry-After} up to 2 minutes. */
    public static Builder builder() {
        return new AutoValue_RetryPolicy.Builder()
                .maxAttempts(5)
                .baseDelay(Duration.ofMillis(500))
                .maxDelay(Duration.ofSeconds(30))
                .deadline(Duration.ofMinutes(5))
                .maxRetryAfter(Duration.ofMinutes(2));
    }

    /** The defaults. */
    public static RetryPolicy ofDefaults() {
        return builder().build();
    }

    /** One attempt and no more. */
    public static RetryPolicy never() {
        return builder().maxAttempts(1).build();
    }

    /** How often a request is sent at most, the first time included. */
    public abstract int maxAttempts();

    /** The longest wait before the first retry. */
    public abstract Duration baseDelay();

    /** The longest wait before any retry, where the service names none. */
    public abstract Duration maxDelay();

    /** How long after the first attempt began the last may begin. */
    public abstract Duration deadline();

    /** The longest wait that a service may ask for; a longer one is cut to it. */
    public abstract Duration maxRetryAfter();

    /** A builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link RetryPolicy}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** How often a request is sent at most, 1 to 20. Default: 5. */
        public abstract Builder maxAttempts(int maxAttempts);

        /** The longest wait before the first retry, 0 to 24 h. Default: 0.5 s. */
        public abstract Builder baseDelay(Duration baseDelay);

        /** The longest wait before any retry, 0 to 24 h. Default: 30 s. */
        public abstract Builder maxDelay(Duration maxDelay);

        /** How long after the first attempt began the last may begin, 0 to 24 h. Default: 5 minutes. */
        public abstract Builder deadline(Duration deadline);

        /** The longest wait that a service may ask for, 0 to 24 h. Default: 2 minutes. */
        public abstract Builder maxRetryAfter(Duration maxRetryAfter);

        abstract RetryPolicy autoBuild();

        /**
         * The policy.
         *
         * @throws InvalidInputException if the attempts are out of bounds or a time is negative or longer
         *     than a day
         */
        public final RetryPolicy build() {
            RetryPolicy policy = autoBuild();
            if (policy.maxAttempts() < 1 || policy.maxAttempts() > 20) {
                throw new InvalidInputException("maxAttempts", "a number out of bounds", "give 1 to 20");
            }
            Limits.check("baseDelay", policy.baseDelay(), Duration.ZERO);
            Limits.check("maxDelay", policy.maxDelay(), Duration.ZERO);
            Limits.check("deadline", policy.deadline(), Duration.ZERO);
            Limits.check("maxRetryAfter", policy.maxRetryAfter(), Duration.ZERO);
            return policy;
        }
    }
}
