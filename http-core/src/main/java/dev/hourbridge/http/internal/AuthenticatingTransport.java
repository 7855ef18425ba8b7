package dev.hourbridge.http.internal;

import dev.hourbridge.http.RetryReason;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/** Adds the credentials, and renews them once after a challenge. */
final class AuthenticatingTransport implements Transport {
    private final Transport next;
    private final Authentication authentication;
    private final TokenEndpoint tokens;
    private final ListenerDispatcher listeners;

    AuthenticatingTransport(
            Transport next, Authentication authentication, TokenEndpoint tokens, ListenerDispatcher listeners) {
        this.next = next;
        this.authentication = authentication;
        this.tokens = tokens;
        this.listeners = listeners;
    }

    @Override
    public ApiResponse send(Exchange exchange) throws ExchangeException {
        Exchange signed = sign(exchange, WriteOutcome.NOT_SENT);
        ApiResponse response = next.send(signed);
        if (response.status() != 401) {
            return response;
        }
        Challenge challenge =
                new Challenge(signed.request().header("Authorization"), response.headers("WWW-Authenticate"));
        if (!renew(challenge) || exchange.kind() == CallKind.PREPARED_WRITE) {
            return response;
        }
        response.close();
        listeners.retry(exchange, RetryReason.CHALLENGE, Duration.ZERO, Optional.empty());
        return next.send(sign(exchange, WriteOutcome.REJECTED).withPermit(false));
    }

    private Exchange sign(Exchange exchange, WriteOutcome outcome) throws ExchangeException {
        try {
            Optional<String> header = authentication.authorization(tokens);
            Request.Builder request = exchange.request().newBuilder();
            if (header.isPresent()) {
                request.header("Authorization", checked(header.get()));
            }
            return exchange.with(request.build());
        } catch (ExchangeException e) {
            throw e.withOutcome(outcome);
        }
    }

    /** Checks a token from a server, because OkHttp's exception would print a token that is not valid in a header. */
    private static String checked(String header) throws ExchangeException {
        if (!header.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw ExchangeException.authentication("has a token with characters that are not valid in a header");
        }
        return header;
    }

    private boolean renew(Challenge challenge) throws ExchangeException {
        try {
            return authentication.renew(challenge, tokens);
        } catch (ExchangeException e) {
            throw e.withOutcome(WriteOutcome.REJECTED);
        }
    }
}
