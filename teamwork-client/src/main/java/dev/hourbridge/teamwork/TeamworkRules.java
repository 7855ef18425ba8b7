package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ServiceRules;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import java.util.OptionalLong;

/** What Teamwork does its own way: JSON only, and a throttle that may come as a 400. */
final class TeamworkRules implements ServiceRules {

    @Override
    public List<String> accepted() {
        return List.of("application/json");
    }

    /** A 400 is a throttle if it says that no request is left; its headers come in two spellings. */
    @Override
    public boolean isThrottle(Answer answer) {
        return answer.status() == 429
                || (answer.status() == 400
                        && (isNone(answer, "X-RateLimit-Remaining") || isNone(answer, "X-Rate-Limit-Remaining")));
    }

    private static boolean isNone(Answer answer, String header) {
        return answer.number(header).equals(OptionalLong.of(0));
    }

    @Override
    public List<String> errors(Answer answer) {
        return Json.tree(answer).map(ErrorText::of).orElseGet(List::of);
    }
}
