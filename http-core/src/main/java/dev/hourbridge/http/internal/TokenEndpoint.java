package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import java.net.URI;
import java.util.Map;

/** Requests tokens. Thread-safe. */
public interface TokenEndpoint {

    /**
     * Posts a form once, without credentials except those in the form.
     *
     * @param location at the origin of the service, or at one that is permitted by {@link
     *     ApiClientBuilder#authenticateAt}
     * @param form the fields, not encoded, in their order
     * @return the response, of any status
     * @throws ExchangeException if there is no response, or the origin is not permitted
     */
    ApiResponse post(URI location, Map<String, String> form) throws ExchangeException;

    /**
     * Requests a page once, without credentials, usually to receive a challenge.
     *
     * @param location as for {@link #post}
     * @return the response, of any status
     * @throws ExchangeException if there is no response, or the origin is not permitted
     */
    ApiResponse get(URI location) throws ExchangeException;

    /** Hides a token in messages and logs. */
    void hide(Secret token);
}
