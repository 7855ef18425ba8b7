package dev.hourbridge.http.internal;

/** A create that has its permit. To be sent once, from one thread. */
@FunctionalInterface
public interface PreparedRequest {

    /**
     * Sends the POST once, and again only after a challenge that a new token may satisfy.
     *
     * @throws dev.hourbridge.model.HourbridgeException as {@link ApiClient#create}, and for a throttle
     */
    ApiResponse send();
}
