package dev.hourbridge.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of a JSON schema as a table in Markdown, in the order of the schema. */
final class KeyTable {
    /** A key under one value and meaning; the services and paths that have it are collected. */
    private record Row(String key, String values, String meaning) {}

    /** Where a row applies. */
    private record Places(Set<String> paths, Set<String> services) {}

    private final Map<Row, Places> rows = new LinkedHashMap<>();

    static String of(JsonNode schema) {
        KeyTable table = new KeyTable();
        schema.path("properties").properties().forEach(key -> table.add("", key.getKey(), false, "", key.getValue()));
        return table.text();
    }

    private void add(String parent, String key, boolean isRequired, String service, JsonNode nullable) {
        JsonNode schema = notNull(nullable);
        String path = parent.isEmpty() ? key : parent + "." + key;
        if (key.equals("service")) {
            Row row = new Row(relative(path), "text, required", "Which service it is.");
            place(row, path, "");
            return;
        }
        if (schema.has("description")) {
            String values = values(schema) + (isRequired ? ", required" : "");
            place(new Row(relative(path), values, schema.path("description").asText()), path, service);
        }
        children(path, service, schema);
    }

    private void place(Row row, String path, String service) {
        Places places = rows.computeIfAbsent(row, any -> new Places(new LinkedHashSet<>(), new LinkedHashSet<>()));
        places.paths().add(path);
        if (!service.isEmpty()) {
            places.services().add(service);
        }
    }

    private void children(String path, String service, JsonNode schema) {
        for (JsonNode alternative : schema.path("anyOf")) {
            children(path, alternative.path("title").asText(service), alternative);
        }
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        schema.path("properties")
                .properties()
                .forEach(key -> add(path, key.getKey(), required.contains(key.getKey()), service, key.getValue()));
        if (schema.path("items").has("properties")) {
            children(path + "[]", service, schema.path("items"));
        }
    }

    /** The schema of a key whose value may be missing. */
    private static JsonNode notNull(JsonNode schema) {
        JsonNode alternatives = schema.path("anyOf");
        return alternatives.size() == 2
                        && alternatives.get(1).path("type").asText().equals("null")
                ? alternatives.get(0)
                : schema;
    }

    /** The same key of both sides is one row. */
    private static String relative(String path) {
        return path.replaceFirst("^(source|target)\\.", "SIDE.");
    }

    private static String values(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return String.join(", ", words);
        }
        if (schema.has("minimum")) {
            return "%,d to %,d"
                    .formatted(
                            schema.path("minimum").asInt(),
                            schema.path("maximum").asInt());
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? "string" : type.asText("object")) {
            case "boolean" -> "`true`, `false`";
            case "array" -> "list";
            case "object" -> "keys";
            default -> "text";
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder("| key | values | services | meaning |\n|---|---|---|---|\n");
        rows.forEach((row, places) -> text.append("| `")
                .append(places.paths().size() == 1 ? places.paths().iterator().next() : row.key())
                .append("` | ")
                .append(row.values())
                .append(" | ")
                .append(String.join(", ", places.services()))
                .append(" | ")
                .append(row.meaning().replace("|", "\\|"))
                .append(" |\n"));
        return text.toString();
    }
}
