package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import java.util.List;
import java.util.Optional;

/**
 * One header, whatever the service says.
 *
 * @param header sent with each request
 * @param secrets what the header holds
 */
record FixedAuthentication(String header, List<Secret> secrets) implements Authentication {

    @Override
    public Optional<String> authorization(TokenEndpoint tokens) {
        return Optional.of(header);
    }

    /** No secret. */
    @Override
    public String toString() {
        return "FixedAuthentication";
    }
}
