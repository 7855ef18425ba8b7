package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Turns a value of no known type into text. */
final class NodeText {
    /** What Rails writes beside an element's text; in JSON no object has a field without a name. */
    private static final Set<String> XML_ATTRIBUTES = Set.of("type", "nil", "");

    private NodeText() {}

    static String of(JsonNode node) {
        if (node.isValueNode()) {
            return node.isNull() ? "" : node.asText();
        }
        if (isXmlText(node)) {
            return node.path("").asText();
        }
        return node.toString();
    }

    private static boolean isXmlText(JsonNode node) {
        if (!node.isObject() || (!node.has("") && !node.has("nil") && !node.has("type"))) {
            return false;
        }
        boolean only = node.properties().stream().allMatch(field -> XML_ATTRIBUTES.contains(field.getKey()));
        return only && (node.has("") || node.path("nil").asText().equals("true"));
    }
}
