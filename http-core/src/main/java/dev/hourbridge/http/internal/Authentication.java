package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where the {@code Authorization} header comes from. Implementations are safe for use by several threads. */
public interface Authentication {
    /** A shorter password is a filler beside an API key. */
    int MIN_PASSWORD_LENGTH = 4;

    /**
     * The header for the next attempt; empty to send none and be challenged.
     *
     * @param tokens for asking for a token; its requests carry no credentials of their own
     * @throws ExchangeException if there is none to be had; the request is not sent then
     */
    Optional<String> authorization(TokenEndpoint tokens) throws ExchangeException;

    /**
     * Answers a 401. If true, the request is sent once more, with a header asked for anew.
     *
     * @throws ExchangeException if a new token should be there and is not
     */
    default boolean renew(Challenge challenge, TokenEndpoint tokens) throws ExchangeException {
        return false;
    }

    /** The secrets that the service must not be quoted with. Those that come later are {@linkplain TokenEndpoint#hide hidden}. */
    default List<Secret> secrets() {
        return List.of();
    }

    /**
     * Basic, in UTF-8, sent unasked.
     *
     * @throws InvalidInputException if the user has a colon, which would end it
     */
    static Authentication basic(Secret user, Secret password) {
        if (user.reveal().indexOf(':') >= 0) {
            throw new InvalidInputException("user", "a name with a colon", "give the part before it");
        }
        String pair = user.reveal() + ":" + password.reveal();
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        // Where the password is a filler, the user name is the key.
        Secret secret = password.reveal().length() < MIN_PASSWORD_LENGTH ? user : password;
        return new FixedAuthentication(header, List.of(secret, Secret.of(pair)));
    }

    /**
     * A bearer token that does not change.
     *
     * @throws InvalidInputException if the token has characters other than visible ASCII
     */
    static Authentication bearer(Secret token) {
        if (!token.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new InvalidInputException("token", "a text with blanks or accents", "give it as it was issued");
        }
        return new FixedAuthentication("Bearer " + token.reveal(), List.of(token));
    }

    /** None at all. */
    static Authentication none() {
        return tokens -> Optional.empty();
    }
}
