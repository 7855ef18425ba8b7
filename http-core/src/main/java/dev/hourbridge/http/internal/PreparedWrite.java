package dev.hourbridge.http.internal;

/** A PUT or DELETE that has its permit. It must be sent only once, from one thread. */
@FunctionalInterface
public interface PreparedWrite {

    /**
     * Sends the request once. After a challenge, a new token is obtained if possible, but the request is not sent
     * again.
     *
     * @param request the complete request
     * @throws dev.hourbridge.model.HourbridgeException as {@link ApiClient#write}, and for throttling or a challenge
     */
    ApiResponse send(ApiRequest request);
}
