package dev.hourbridge.http.internal;

/** A create that has its permit. It must be sent only once, from one thread. */
@FunctionalInterface
public interface PreparedRequest {

    /**
     * Sends the POST once. Sends it again only after a challenge that a new token may satisfy.
     *
     * @throws dev.hourbridge.model.HourbridgeException as {@link ApiClient#create}, and for throttling
     */
    ApiResponse send();
}
