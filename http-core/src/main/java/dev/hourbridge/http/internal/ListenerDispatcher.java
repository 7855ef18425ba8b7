package dev.hourbridge.http.internal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.HourbridgeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Calls the listener and prevents its exceptions from affecting the call. */
final class ListenerDispatcher {
    private static final Logger LOGGER = System.getLogger("dev.hourbridge.http");

    /** Shorter waits are not logged. */
    private static final Duration MIN_LOGGED_WAIT = Duration.ofSeconds(5);

    private final RequestListener listener;
    private final Account account;
    private final Clock clock;

    ListenerDispatcher(RequestListener listener, Account account, Clock clock) {
        this.listener = listener;
        this.account = account;
        this.clock = clock;
    }

    void attemptStart(Exchange exchange) {
        RequestEvent event = event(exchange, OptionalInt.empty(), Duration.ZERO, Optional.empty());
        dispatch(to -> to.attemptStart(event));
    }

    void attemptEnd(Exchange exchange, OptionalInt status, Duration duration) {
        RequestEvent event = event(exchange, status, duration, Optional.empty());
        dispatch(to -> to.attemptEnd(event));
    }

    /**
     * Reports a wait before another attempt.
     *
     * @param capped the wait that the service requested, if it is longer than the actual wait; otherwise empty
     */
    void retry(Exchange exchange, RetryReason reason, Duration wait, Optional<Duration> capped) {
        RequestEvent event = event(exchange, OptionalInt.empty(), elapsed(exchange), Optional.empty());
        dispatch(to -> to.retry(event, reason, wait));
        String asked = capped.map(asking -> " The service requests a wait of " + asking.toSeconds() + " s; "
                        + "maxRetryAfter is "
                        + wait.toSeconds() + " s.")
                .orElse("");
        log(exchange, wait, " before attempt " + (exchange.state().attempts() + 1) + ", " + reason + "." + asked);
    }

    /** Reports a wait for the limiter. */
    void throttled(Exchange exchange, Duration wait) {
        RequestEvent event = event(exchange, OptionalInt.empty(), elapsed(exchange), Optional.empty());
        dispatch(to -> to.throttled(event, wait));
        log(exchange, wait, " for the rate limit.");
    }

    /** Reports the end of a call. The status is that of the response, or else that of the failure. */
    void callEnd(Exchange exchange, OptionalInt status, Optional<HourbridgeException> failure) {
        OptionalInt last = status.isPresent()
                ? status
                : failure.map(HourbridgeException::status).orElseGet(OptionalInt::empty);
        RequestEvent event = event(exchange, last, elapsed(exchange), failure);
        dispatch(to -> to.callEnd(event));
    }

    private void log(Exchange exchange, Duration wait, String why) {
        if (listener == RequestListener.none()
                && wait.compareTo(MIN_LOGGED_WAIT) >= 0
                && LOGGER.isLoggable(Level.INFO)) {
            LOGGER.log(Level.INFO, "{0}: waiting {1} s{2}", exchange, Long.toString(wait.toSeconds()), why);
        }
    }

    private Duration elapsed(Exchange exchange) {
        Duration elapsed = Duration.between(exchange.state().start(), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private void dispatch(Consumer<RequestListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The request listener threw an exception.", e);
        }
    }

    private RequestEvent event(
            Exchange exchange, OptionalInt status, Duration duration, Optional<HourbridgeException> failure) {
        CallState state = exchange.state();
        return new CallEvent(
                account,
                state.endpoint().operation(),
                exchange.request().method(),
                state.endpoint().pathTemplate(),
                state.attempts(),
                status,
                duration,
                failure);
    }
}
