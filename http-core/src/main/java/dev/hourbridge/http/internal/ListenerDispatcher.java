package dev.hourbridge.http.internal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Tells the listener, and keeps what it throws from the call. */
final class ListenerDispatcher {
    private static final Logger LOGGER = System.getLogger("dev.hourbridge.http");

    /** A shorter one is not worth a line. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(5);

    private final RequestListener listener;
    private final Clock clock;

    ListenerDispatcher(RequestListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void attempt(Exchange exchange) {
        dispatch(to -> to.attempt(event(exchange, OptionalInt.empty(), Duration.ZERO)));
    }

    /**
     * Another attempt follows.
     *
     * @param capped how long the service asks to wait, if that is longer than the wait; else empty
     */
    void retry(Exchange exchange, RetryReason reason, Duration wait, Optional<Duration> capped) {
        dispatch(to -> to.retry(event(exchange, OptionalInt.empty(), elapsed(exchange)), reason, wait));
        String asked = capped.map(asking -> " The service asks for " + asking.toSeconds() + " s; maxRetryAfter is "
                        + wait.toSeconds() + " s.")
                .orElse("");
        announce(exchange, wait, " before attempt " + (exchange.state().attempts() + 1) + ", " + reason + "." + asked);
    }

    /** The limiter holds the request back. */
    void throttled(Exchange exchange, Duration wait) {
        dispatch(to -> to.throttled(event(exchange, OptionalInt.empty(), elapsed(exchange)), wait));
        announce(exchange, wait, " for the rate limit.");
    }

    private void announce(Exchange exchange, Duration wait, String why) {
        if (listener == RequestListener.none() && wait.compareTo(LONG_WAIT) >= 0 && LOGGER.isLoggable(Level.INFO)) {
            LOGGER.log(Level.INFO, "{0}: waiting {1} s{2}", exchange, Long.toString(wait.toSeconds()), why);
        }
    }

    void end(Exchange exchange, OptionalInt status) {
        dispatch(to -> to.end(event(exchange, status, elapsed(exchange))));
    }

    private Duration elapsed(Exchange exchange) {
        Duration elapsed = Duration.between(exchange.state().start(), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private void dispatch(Consumer<RequestListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The request listener threw.", e);
        }
    }

    private static RequestEvent event(Exchange exchange, OptionalInt status, Duration elapsed) {
        RequestEvent.Builder event = RequestEvent.builder()
                .method(exchange.request().method())
                .path(exchange.path())
                .attempt(exchange.state().attempts())
                .elapsed(elapsed);
        status.ifPresent(event::status);
        return event.build();
    }
}
