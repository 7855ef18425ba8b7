package dev.hourbridge.http.internal;

import dev.hourbridge.http.Secret;
import java.net.URI;
import java.util.Map;

/** Asks for tokens. Safe for use by several threads. */
public interface TokenEndpoint {

    /**
     * Posts a form, once, without credentials but those in the form.
     *
     * @param location of the service's own origin, or of one that was allowed by {@link
     *     ApiClientBuilder#authenticateAt}
     * @param form the fields, raw, in their order
     * @return the response, whatever its status
     * @throws ExchangeException if there is no response, or the location is elsewhere
     */
    ApiResponse post(URI location, Map<String, String> form) throws ExchangeException;

    /**
     * Gets a page, once, without credentials: to be challenged, as a rule.
     *
     * @param location as for {@link #post}
     * @return the response, whatever its status
     * @throws ExchangeException if there is no response, or the location is elsewhere
     */
    ApiResponse get(URI location) throws ExchangeException;

    /** Keeps a token that has come out of messages and logs. */
    void hide(Secret token);
}
