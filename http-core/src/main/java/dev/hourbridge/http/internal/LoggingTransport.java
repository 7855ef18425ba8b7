package dev.hourbridge.http.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Logs each attempt and its response: the path without its query, and only the headers that are listed here. */
final class LoggingTransport implements Transport {
    private static final Logger LOGGER = System.getLogger("dev.hourbridge.http");
    private static final List<String> HEADERS = List.of(
            "Content-Type",
            "Content-Length",
            "Retry-After",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "X-Rate-Limit-Limit",
            "X-Rate-Limit-Remaining",
            "X-Rate-Limit-Reset",
            "X-Page",
            "X-Pages",
            "X-Records");

    private final Transport next;
    private final ListenerDispatcher listeners;

    LoggingTransport(Transport next, ListenerDispatcher listeners) {
        this.next = next;
        this.listeners = listeners;
    }

    @Override
    public ApiResponse send(Exchange exchange) throws ExchangeException {
        exchange.state().countAttempt();
        listeners.attemptStart(exchange);
        long start = System.nanoTime();
        try {
            ApiResponse response = next.send(exchange);
            end(exchange, OptionalInt.of(response.status()), start, headers(response));
            return response;
        } catch (ExchangeException e) {
            end(exchange, OptionalInt.empty(), start, e.kind().toString());
            throw e;
        }
    }

    private void end(Exchange exchange, OptionalInt status, long start, String more) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        listeners.attemptEnd(exchange, status, duration);
        if (LOGGER.isLoggable(Level.DEBUG)) {
            String result = status.isPresent() ? Integer.toString(status.getAsInt()) : "no response";
            LOGGER.log(
                    Level.DEBUG,
                    "{0}: {1} in {2} ms, attempt {3} {4}",
                    exchange,
                    result,
                    Long.toString(duration.toMillis()),
                    exchange.state().attempts(),
                    more);
        }
    }

    private static String headers(ApiResponse response) {
        return HEADERS.stream()
                .flatMap(name ->
                        response
                                .header(name)
                                .map(value -> name + ": " + ServiceText.clean(response.exchange(), value))
                                .stream())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
