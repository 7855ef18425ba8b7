package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Supplies the {@code Authorization} header. Implementations are thread-safe. */
public interface Authentication {
    /** A shorter password is a placeholder next to an API key. */
    int MIN_PASSWORD_LENGTH = 4;

    /**
     * Returns the header for the next attempt; empty to send none and receive a challenge.
     *
     * @param tokens requests tokens; adds no credentials of its own
     * @throws ExchangeException if no token is available; the request is then not sent
     */
    Optional<String> authorization(TokenEndpoint tokens) throws ExchangeException;

    /**
     * Handles a 401. If the result is true, the request is sent again with a new header.
     *
     * @throws ExchangeException if a new token is required but not available
     */
    default boolean renew(Challenge challenge, TokenEndpoint tokens) throws ExchangeException {
        return false;
    }

    /**
     * Returns the secrets to remove from messages. Later tokens are {@linkplain TokenEndpoint#hide registered} when
     * they arrive.
     */
    default List<Secret> secrets() {
        return List.of();
    }

    /**
     * Returns Basic authentication in UTF-8, which is sent without a challenge.
     *
     * @throws InvalidInputException if the user name contains a colon, which would end the name
     */
    static Authentication basic(Secret user, Secret password) {
        if (user.reveal().indexOf(':') >= 0) {
            throw new InvalidInputException("user", "a name with a colon", "use the part before the colon");
        }
        String pair = user.reveal() + ":" + password.reveal();
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        // With a placeholder as password, the user name is the key.
        Secret secret = password.reveal().length() < MIN_PASSWORD_LENGTH ? user : password;
        return new FixedAuthentication(header, List.of(secret, Secret.of(pair)));
    }

    /**
     * Returns authentication with a fixed bearer token.
     *
     * @throws InvalidInputException if the token contains characters other than visible ASCII
     */
    static Authentication bearer(Secret token) {
        if (!token.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new InvalidInputException("token", "text with spaces or accents", "use it exactly as it was issued");
        }
        return new FixedAuthentication("Bearer " + token.reveal(), List.of(token));
    }

    /** Returns no authentication. */
    static Authentication none() {
        return tokens -> Optional.empty();
    }
}
