package dev.hourbridge.http.internal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Tells the listener, and keeps what it throws from the call. */
final class Listening {
    private static final Logger LOGGER = System.getLogger("dev.hourbridge.http");

    private final RequestListener listener;
    private final Clock clock;

    Listening(RequestListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    void attempt(Exchange exchange) {
        tell(to -> to.attempt(event(exchange, OptionalInt.empty(), Duration.ZERO)));
    }

    void retry(Exchange exchange, RetryReason reason, Duration wait) {
        tell(to -> to.retry(event(exchange, OptionalInt.empty(), elapsed(exchange)), reason, wait));
    }

    void end(Exchange exchange, OptionalInt status) {
        tell(to -> to.end(event(exchange, status, elapsed(exchange))));
    }

    private Duration elapsed(Exchange exchange) {
        Duration elapsed = Duration.between(exchange.state().start(), clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    private void tell(Consumer<RequestListener> what) {
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
