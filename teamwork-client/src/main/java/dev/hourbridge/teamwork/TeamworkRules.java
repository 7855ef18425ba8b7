package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import java.util.OptionalLong;

/** The rules of Teamwork: JSON only, and a throttle may have status 400. */
final class TeamworkRules implements ServiceRules {

    @Override
    public List<String> accepted() {
        return List.of("application/json");
    }

    /** Returns whether the response is a throttle: a 429, or a 400 whose headers, in either spelling, state that no request remains. */
    @Override
    public boolean isThrottle(ApiResponse answer) {
        return answer.status() == 429
                || (answer.status() == 400
                        && (isNone(answer, "X-RateLimit-Remaining") || isNone(answer, "X-Rate-Limit-Remaining")));
    }

    private static boolean isNone(ApiResponse answer, String header) {
        return answer.number(header).equals(OptionalLong.of(0));
    }

    @Override
    public List<String> errors(ApiResponse answer) {
        return Json.tree(answer).map(ErrorText::of).orElseGet(List::of);
    }
}
