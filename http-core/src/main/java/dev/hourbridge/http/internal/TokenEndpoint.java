package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import java.net.URI;
import java.util.Map;

/** Requests tokens. Thread-safe. */
public interface TokenEndpoint {

    /**
     * Posts a form once, without credentials except those in the form.
     *
     * @param location a URL at the origin of the service, or at an origin permitted by {@link
     *     ApiClientBuilder#authenticateAt}
     * @param form the fields in order, not encoded
     * @return the response, with any status
     * @throws ExchangeException if there is no response, or the origin is not permitted
     */
    ApiResponse post(URI location, Map<String, String> form) throws ExchangeException;

    /**
     * Requests a page once, without credentials, usually to receive a challenge.
     *
     * @param location a URL as for {@link #post}
     * @return the response, with any status
     * @throws ExchangeException if there is no response, or the origin is not permitted
     */
    ApiResponse get(URI location) throws ExchangeException;

    /** Removes a token from all later messages and logs. */
    void hide(Secret token);
}
