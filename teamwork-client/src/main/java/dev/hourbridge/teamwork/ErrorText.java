package dev.hourbridge.teamwork;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the service's messages from the body of an error response, in every known form.
 *
 * <p>The forms are {@code MESSAGE} for an invalid value, {@code error} for invalid credentials, {@code message} for a
 * throttle or from the gateway, and {@code content.errors} or {@code errors} for a failure. The texts are used only in
 * exception messages and have no other effect.
 */
final class ErrorText {
    private ErrorText() {}

    /** Returns the messages, each once; empty if there are none. */
    static List<String> of(JsonNode body) {
        List<String> messages = new ArrayList<>();
        add(messages, body.path("MESSAGE"));
        add(messages, body.path("error"));
        addAll(messages, body.path("content").path("errors"));
        add(messages, body.path("message"));
        addAll(messages, body.path("errors"));
        return messages.stream().distinct().toList();
    }

    private static void addAll(List<String> messages, JsonNode list) {
        add(messages, list);
        for (JsonNode item : list) {
            add(messages, item);
            add(messages, item.path("detail"));
        }
    }

    private static void add(List<String> messages, JsonNode node) {
        if (node.isTextual() && !node.asText().isBlank()) {
            messages.add(node.asText());
        }
    }
}
