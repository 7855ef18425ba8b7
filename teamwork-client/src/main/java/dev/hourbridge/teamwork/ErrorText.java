package dev.hourbridge.teamwork;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the service's messages from the body of an error response, in every known form.
 *
 * <p>The forms are {@code MESSAGE} of a wrong value, {@code error} of wrong credentials, {@code message} of a throttle
 * or the gateway, and {@code content.errors} or {@code errors} of a failure. Texts are for messages of exceptions only
 * and decide nothing.
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
