package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A fixed header.
 *
 * @param header the header, sent with each request
 * @param secrets the secrets in the header
 */
record FixedAuthentication(String header, List<Secret> secrets) implements Authentication {

    @Override
    public Optional<String> authorization(TokenEndpoint tokens) {
        return Optional.of(header);
    }

    /** Returns the name of the class, without the secret. */
    @Override
    public String toString() {
        return "FixedAuthentication";
    }
}
