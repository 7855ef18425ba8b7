package dev.hourbridge.teamwork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the id of a new entry in the response to a create. The vendor's documentation states only the {@code Location}
 * header. Existing programs also read the id from five names in the body, as text or number; from a body that is a JSON
 * string with such a body or only the id; and from an {@code id} header.
 *
 * <p>If the id of a created entry cannot be found, the response is reported as malformed with the outcome in doubt. The
 * id is never guessed from a list.
 */
final class CreatedId {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");
    private static final Pattern AFTER_PATH = Pattern.compile("[?#].*$");
    /** The resources that a create is sent to: a location that ends in one of them is not the entry. */
    private static final Pattern PARENT =
            Pattern.compile("(?:^|/)(?:projects|tasklists|tasks|todo_items)/[^/]*/?$", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST_SEGMENT = Pattern.compile("(?:^|/)([1-9][0-9]{0,17})(?:\\.[A-Za-z]+)?/?$");

    private CreatedId() {}

    /**
     * Returns the id.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if no known place contains an id
     */
    static long of(ApiResponse response) {
        Optional<JsonNode> body = Json.tree(response).map(CreatedId::unwrapped);
        body.ifPresent(node -> Status.check(response, node));
        return body.flatMap(CreatedId::inBody)
                .or(() -> response.header("id").map(String::strip).filter(CreatedId::isNumber))
                .or(() -> response.header("Location").flatMap(CreatedId::inLocation))
                .map(Long::valueOf)
                .orElseThrow(() -> response.malformed("does not contain the id of the new entry"));
    }

    private static JsonNode unwrapped(JsonNode body) {
        return body.isTextual()
                ? Json.tree(body.asText()).filter(JsonNode::isObject).orElse(body)
                : body;
    }

    private static Optional<String> inBody(JsonNode body) {
        return Stream.of(
                        body.path("timeLogId"),
                        body.path("id"),
                        body.path("timeLogEntryId"),
                        body.path("time-entry").path("timeLogId"),
                        body.path("time-entry").path("id"),
                        // As text only: a bare number that is cut off would be another number.
                        body.isTextual() ? body : MissingNode.getInstance())
                .filter(node -> node.isTextual() || node.isIntegralNumber())
                .map(node -> node.asText().strip())
                .filter(CreatedId::isNumber)
                .findFirst();
    }

    private static Optional<String> inLocation(String location) {
        String path = AFTER_PATH
                .matcher(ORIGIN.matcher(location.strip()).replaceFirst(""))
                .replaceFirst("");
        Matcher last = LAST_SEGMENT.matcher(path);
        return last.find() && !PARENT.matcher(path).find() ? Optional.of(last.group(1)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
