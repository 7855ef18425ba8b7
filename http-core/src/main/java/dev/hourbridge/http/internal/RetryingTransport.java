package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.http.RetryReason;
import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Repeats requests after a wait, if they may be repeated. */
final class RetryingTransport implements Transport {
    private final Transport next;
    private final ServiceRules rules;
    private final HttpOptions options;
    private final FairRateLimiter limiter;
    private final CloseSignal closeSignal;
    private final RetryAfter retryAfter;
    private final ListenerDispatcher listeners;

    RetryingTransport(
            Transport next,
            ServiceRules rules,
            HttpOptions options,
            FairRateLimiter limiter,
            CloseSignal closeSignal,
            RetryAfter retryAfter,
            ListenerDispatcher listeners) {
        this.next = next;
        this.rules = rules;
        this.options = options;
        this.limiter = limiter;
        this.closeSignal = closeSignal;
        this.retryAfter = retryAfter;
        this.listeners = listeners;
    }

    @Override
    public ApiResponse send(Exchange exchange) throws ExchangeException {
        for (int attempt = 1; ; attempt++) {
            RetryReason reason;
            Duration wait;
            Optional<Duration> asked = Optional.empty();
            try {
                ApiResponse response = next.send(exchange);
                Optional<RetryReason> why = reason(exchange.kind(), response);
                boolean throttled = rules.isThrottle(response);
                asked = retryAfter.asked(response);
                wait = throttled || why.isPresent() ? wait(asked, throttled, attempt) : Duration.ZERO;
                if (throttled) {
                    // Applies to all calls, even if this one is not repeated.
                    limiter.blockUntil(options.clock().instant().plus(wait));
                }
                if (why.isEmpty() || !mayWait(exchange, attempt, wait)) {
                    return response;
                }
                response.close();
                reason = why.get();
                if (!throttled) {
                    exchange.state().markInDoubt();
                }
            } catch (ExchangeException e) {
                wait = backoff(attempt);
                if (!mayRetry(exchange.kind(), e) || !mayWait(exchange, attempt, wait)) {
                    throw e;
                }
                reason = RetryReason.CONNECTION;
                if (e.outcome() == WriteOutcome.IN_DOUBT) {
                    exchange.state().markInDoubt();
                }
            }
            Duration slept = wait;
            listeners.retry(exchange, reason, wait, asked.filter(time -> time.compareTo(slept) > 0));
            pause(exchange, wait);
        }
    }

    private Optional<RetryReason> reason(CallKind kind, ApiResponse response) {
        if (rules.isThrottle(response)) {
            return kind.isPrepared() ? Optional.empty() : Optional.of(RetryReason.THROTTLED);
        }
        boolean server = response.status() == 408
                || (response.status() >= 500 && response.status() != 501 && response.status() != 505);
        return server && kind.isRepeatable() ? Optional.of(RetryReason.SERVER) : Optional.empty();
    }

    private static boolean mayRetry(CallKind kind, ExchangeException e) {
        if (e.kind() != ExchangeException.Kind.CONNECTION) {
            return false;
        }
        return switch (kind) {
            case READ, STREAM, WRITE -> true;
            case CREATE -> e.outcome() == WriteOutcome.NOT_SENT;
            case PREPARED_CREATE, PREPARED_WRITE -> false;
        };
    }

    private boolean mayWait(Exchange exchange, int attempt, Duration wait) {
        RetryPolicy policy = options.retryPolicy();
        Instant last = exchange.state().start().plus(policy.deadline());
        return attempt < policy.maxAttempts()
                && !options.clock().instant().plus(wait).isAfter(last);
    }

    private Duration wait(Optional<Duration> asked, boolean throttled, int attempt) {
        RetryPolicy policy = options.retryPolicy();
        if (asked.isEmpty() && throttled) {
            // A throttle without a stated wait usually lasts up to a minute.
            return policy.maxDelay();
        }
        Duration max = policy.maxRetryAfter();
        return asked.filter(time -> !time.isZero())
                .map(time -> time.compareTo(max) > 0 ? max : time)
                .orElseGet(() -> backoff(attempt));
    }

    /** Full jitter: a random time up to the bound, to spread the retries of clients that failed together. */
    private Duration backoff(int attempt) {
        RetryPolicy policy = options.retryPolicy();
        Duration grown = policy.baseDelay().multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration bound = grown.compareTo(policy.maxDelay()) > 0 ? policy.maxDelay() : grown;
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bound.toNanos() + 1));
    }

    private void pause(Exchange exchange, Duration wait) throws ExchangeException {
        WriteOutcome outcome = exchange.state().inDoubt() ? WriteOutcome.IN_DOUBT : WriteOutcome.NOT_SENT;
        try {
            closeSignal.pause(wait, outcome);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeException(
                    ExchangeException.Kind.INTERRUPTED, "was interrupted while it waited for a retry", outcome, e);
        }
    }
}
