package dev.hourbridge.teamwork;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the {@code STATUS} of a response. It may be missing; any value except OK is a failure. */
final class Status {
    private Status() {}

    /** Checks the status of a response that was already read. */
    static void check(ApiResponse response, @Nullable String status) {
        if (status != null && !status.equalsIgnoreCase("OK")) {
            throw response.rejected(Json.tree(response).map(ErrorText::of).orElseGet(List::of));
        }
    }

    /** Checks the status of a response whose body has no fixed form. */
    static void check(ApiResponse response, JsonNode body) {
        JsonNode status = body.path("STATUS");
        check(response, status.isTextual() ? status.asText() : null);
    }
}
