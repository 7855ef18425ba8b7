package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Waits for the limiter's permit, and reports the remaining requests of each response to the limiter. */
final class LimitingTransport implements Transport {
    private final Transport next;
    private final HttpOptions options;
    private final FairRateLimiter limiter;
    private final CloseSignal closeSignal;
    private final RetryAfter retryAfter;
    private final ListenerDispatcher listeners;

    LimitingTransport(
            Transport next,
            HttpOptions options,
            FairRateLimiter limiter,
            CloseSignal closeSignal,
            RetryAfter retryAfter,
            ListenerDispatcher listeners) {
        this.next = next;
        this.options = options;
        this.limiter = limiter;
        this.closeSignal = closeSignal;
        this.retryAfter = retryAfter;
        this.listeners = listeners;
    }

    @Override
    public ApiResponse send(Exchange exchange) throws ExchangeException {
        if (exchange.permitHeld()) {
            ApiResponse response = next.send(exchange);
            learn(response);
            return response;
        }
        acquire(exchange);
        boolean reported = false;
        try {
            ApiResponse response = next.send(exchange);
            reported = learn(response);
            return response;
        } finally {
            limiter.done(reported);
        }
    }

    /** Obtains a permit for a request that may be sent later. The request counts as sent from now on. */
    void acquireAhead(Exchange exchange) throws ExchangeException {
        acquire(exchange);
        limiter.done(false);
    }

    private void acquire(Exchange exchange) throws ExchangeException {
        try {
            closeSignal.acquire(limiter, wait -> listeners.throttled(exchange, wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeException(
                    ExchangeException.Kind.INTERRUPTED,
                    "was interrupted while it waited for the rate limit",
                    WriteOutcome.NOT_SENT,
                    e);
        }
    }

    private boolean learn(ApiResponse response) {
        OptionalLong remaining = retryAfter.remaining(response);
        Optional<Duration> reset = retryAfter.untilReset(response);
        boolean reported = remaining.isPresent() && reset.isPresent();
        if (reported) {
            Duration max = options.retryPolicy().maxRetryAfter();
            Duration wait = reset.get().compareTo(max) > 0 ? max : reset.get();
            int count = (int) Math.min(remaining.getAsLong(), Integer.MAX_VALUE);
            Instant now = options.clock().instant();
            limiter.learn(count, now.plus(wait), now);
        }
        return reported;
    }
}
