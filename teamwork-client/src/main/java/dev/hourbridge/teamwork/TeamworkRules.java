package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import java.util.OptionalLong;

/** The rules of Teamwork: JSON only, and a throttled response may have status 400. */
final class TeamworkRules implements ServiceRules {

    @Override
    public List<String> accepted() {
        return List.of("application/json");
    }

    /**
     * Returns whether the request was throttled: status 429, or status 400 with headers, in either spelling, that
     * state that no requests remain.
     */
    @Override
    public boolean isThrottle(ApiResponse response) {
        return response.status() == 429
                || (response.status() == 400
                        && (isNone(response, "X-RateLimit-Remaining") || isNone(response, "X-Rate-Limit-Remaining")));
    }

    private static boolean isNone(ApiResponse response, String header) {
        return response.number(header).equals(OptionalLong.of(0));
    }

    @Override
    public List<String> errors(ApiResponse response) {
        return Json.tree(response).map(ErrorText::of).orElseGet(List::of);
    }
}
