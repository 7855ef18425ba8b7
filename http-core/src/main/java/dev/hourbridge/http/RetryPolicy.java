package dev.hourbridge.http;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;

/**
 * How often a failed request is sent again, and how long the client waits before each retry. The policy applies to
 * reads, updates and deletes. A create is sent again only if the service cannot have executed it. A {@linkplain
 * dev.hourbridge.model.TimeTracker#prepareUpdate prepared} update or deletion is never sent again.
 *
 * <p>The wait before retry <i>n</i> is random between zero and {@code baseDelay * 2^(n-1)}, at most {@code maxDelay}. A
 * {@code Retry-After} header from the service overrides it.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().maxAttempts(8).deadline(Duration.ofMinutes(10)).build();
 * HttpOptions options = HttpOptions.builder().retryPolicy(patient).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
@AutoValue
public abstract class RetryPolicy {
    RetryPolicy() {}

    /**
     * Returns a builder with the defaults: 5 attempts within 5 minutes, waits of up to 30 s, and a {@code Retry-After}
     * of up to 2 minutes.
     */
    public static Builder builder() {
        return new AutoValue_RetryPolicy.Builder()
                .maxAttempts(5)
                .baseDelay(Duration.ofMillis(500))
                .maxDelay(Duration.ofSeconds(30))
                .deadline(Duration.ofMinutes(5))
                .maxRetryAfter(Duration.ofMinutes(2));
    }

    /** Returns the policy with the defaults. */
    public static RetryPolicy ofDefaults() {
        return builder().build();
    }

    /** Returns a policy with only one attempt. */
    public static RetryPolicy never() {
        return builder().maxAttempts(1).build();
    }

    /** Returns the maximum number of attempts, including the first. */
    public abstract int maxAttempts();

    /** Returns the maximum wait before the first retry. */
    public abstract Duration baseDelay();

    /** Returns the maximum wait before any retry, unless the service states a wait. */
    public abstract Duration maxDelay();

    /** Returns the maximum time from the start of the first attempt to the start of the last. */
    public abstract Duration deadline();

    /** Returns the maximum wait that the service may request. A longer wait is reduced to this maximum. */
    public abstract Duration maxRetryAfter();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link RetryPolicy}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the maximum number of attempts, including the first, 1 to 20. Default: 5. */
        public abstract Builder maxAttempts(int maxAttempts);

        /** Sets the maximum wait before the first retry, 0 to 24 h. Default: 0.5 s. */
        public abstract Builder baseDelay(Duration baseDelay);

        /** Sets the maximum wait before any retry, 0 to 24 h. Default: 30 s. */
        public abstract Builder maxDelay(Duration maxDelay);

        /** Sets the maximum time from the start of the first attempt to the start of the last, 0 to 24 h. Default: 5 minutes. */
        public abstract Builder deadline(Duration deadline);

        /** Sets the maximum wait that the service may request, 0 to 24 h. Default: 2 minutes. */
        public abstract Builder maxRetryAfter(Duration maxRetryAfter);

        abstract RetryPolicy autoBuild();

        /**
         * Returns the policy.
         *
         * @throws InvalidInputException if the number of attempts or a duration is out of bounds
         */
        public final RetryPolicy build() {
            RetryPolicy policy = autoBuild();
            if (policy.maxAttempts() < 1 || policy.maxAttempts() > 20) {
                throw new InvalidInputException("maxAttempts", "a number out of bounds", "specify 1 to 20");
            }
            Limits.check("baseDelay", policy.baseDelay(), Duration.ZERO);
            Limits.check("maxDelay", policy.maxDelay(), Duration.ZERO);
            Limits.check("deadline", policy.deadline(), Duration.ZERO);
            Limits.check("maxRetryAfter", policy.maxRetryAfter(), Duration.ZERO);
            return policy;
        }
    }
}
