package dev.hourbridge.http.internal;

/** Sends a request and returns its response, with any status. Thread-safe. */
@FunctionalInterface
interface Transport {

    /**
     * Sends the request.
     *
     * @throws ExchangeException if there is no response
     */
    ApiResponse send(Exchange exchange) throws ExchangeException;
}
