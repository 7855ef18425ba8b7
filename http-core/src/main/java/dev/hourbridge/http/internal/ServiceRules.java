package dev.hourbridge.http.internal;

import java.util.List;

/** The differences between the responses of one service and those of others. Implementations are immutable. */
public interface ServiceRules {

    /** Returns the accepted content types of responses. Only the first is sent as {@code Accept}. */
    List<String> accepted();

    /** Returns whether the request was throttled. Default: status 429. */
    default boolean isThrottle(ApiResponse response) {
        return response.status() == 429;
    }

    /**
     * Returns the messages in the body of an error, each preceded by its field, if any. An exception counts as no
     * messages.
     *
     * @param response a response with a status of 400 or more; its body may be anything
     */
    default List<String> errors(ApiResponse response) {
        return List.of();
    }
}
