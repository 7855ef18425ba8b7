package dev.hourbridge.teampulse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the messages of an error response: TeamPulse's map of fields to messages, the ASP.NET formats and the HTML
 * pages of IIS.
 */
final class ErrorText {
    private static final Pattern HEADING = Pattern.compile(
            "<(title|h1|h2|h3)\\b[^<>]{0,200}+>(.{1,400}?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Fields that repeat another field, or that are of use to the service's developers only. */
    private static final Set<String> IGNORED = Set.of("StackTrace", "ExceptionType", "code", "lang");
    /** Names that do not name a field. */
    private static final Set<String> GENERIC_NAMES =
            Set.of("Message", "MessageDetail", "ExceptionMessage", "message", "value", "error", "odata.error");

    private static final Set<String> WRAPPERS =
            Set.of("ModelState", "InnerException", "innererror", "error", "odata.error", "message");
    private static final int MAX_DEPTH = 5;
    private static final int MAX_MESSAGES = 50;
    /** A page states its title and headings at its top. */
    private static final int TOP_OF_PAGE = 1 << 16;

    private ErrorText() {}

    /**
     * Returns the messages of an error: the texts of JSON in any of the service's forms, or the headings of a web
     * server page.
     */
    static List<String> of(ApiResponse response) {
        boolean html =
                response.contentType().filter(type -> type.endsWith("html")).isPresent();
        List<String> messages = new ArrayList<>();
        if (html) {
            Matcher heading = HEADING.matcher(top(response.text()));
            while (heading.find()) {
                add(messages, plain(heading.group(2)));
            }
        } else {
            Json.tree(response).ifPresent(tree -> collect(tree, "", messages, 0));
        }
        return messages;
    }

    /**
     * Collects the texts of a value, each with the field that it belongs to. The depth is limited, as a service could
     * nest a value any number of times.
     */
    private static void collect(JsonNode node, String field, List<String> messages, int depth) {
        if (node.isTextual()) {
            add(messages, field.isEmpty() || node.asText().isBlank() ? node.asText() : field + ": " + node.asText());
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, field, messages, depth));
        } else if (node.isObject() && depth < MAX_DEPTH) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                String name = property.getKey();
                if (IGNORED.contains(name) || (property.getValue().isObject() && !WRAPPERS.contains(name))) {
                    continue;
                }
                collect(property.getValue(), GENERIC_NAMES.contains(name) ? "" : name, messages, depth + 1);
            }
        }
    }

    private static String top(String page) {
        return page.substring(0, Math.min(page.length(), TOP_OF_PAGE));
    }

    /** Returns the text of a part of a page, without its elements. */
    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static void add(List<String> messages, String message) {
        if (messages.size() < MAX_MESSAGES && !message.isBlank() && !messages.contains(message)) {
            messages.add(message);
        }
    }
}
