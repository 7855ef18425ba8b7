package dev.hourbridge.http.internal;

import java.util.List;

/** What differs from service to service on the way of a response. Implementations are immutable. */
public interface ServiceRules {

    /** The content types that a response may have. The first, and no other, is sent as {@code Accept}. */
    List<String> accepted();

    /** Whether the response is a throttle. Default: a 429. */
    default boolean isThrottle(ApiResponse response) {
        return response.status() == 429;
    }

    /**
     * The service's messages in the body of a refusal, each led by its field where it names one. What it
     * throws is taken as none.
     *
     * @param response a response with a status of 400 or more; its body may be anything
     */
    default List<String> errors(ApiResponse response) {
        return List.of();
    }
}
