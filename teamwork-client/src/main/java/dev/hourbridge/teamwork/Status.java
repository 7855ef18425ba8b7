package dev.hourbridge.teamwork;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code STATUS} beside an answer's content: anything but OK, or nothing, is a failure. */
final class Status {
    private Status() {}

    /** Checks the status of an answer that was read already. */
    static void check(Answer answer, @Nullable String status) {
        if (status != null && !status.equalsIgnoreCase("OK")) {
            throw answer.refused(Json.tree(answer).map(ErrorText::of).orElseGet(List::of));
        }
    }

    /** Checks the status of an answer whose body may be anything, or nothing. */
    static void check(Answer answer, JsonNode body) {
        JsonNode status = body.path("STATUS");
        check(answer, status.isTextual() ? status.asText() : null);
    }
}
