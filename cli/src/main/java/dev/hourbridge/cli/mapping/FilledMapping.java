package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.config.MappingReader;
import dev.hourbridge.cli.file.CsvTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The values that a user entered in a mapping file, in YAML or CSV. A new file includes these values.
 *
 * <p>Only values are copied. If a file contains anything else that was not generated, such as a user's comment, a copy
 * of it is retained under another name.
 */
final class FilledMapping {
    private static final String VALUE = "( +(\"([^\"\\\\]|\\\\.)*\"|'[^']*'|[^#\"'{\\s]+|\\{[^#]*\\}))?";

    /** Matches every line that a template contains, with or without a value. */
    private static final Pattern GENERATED = Pattern.compile("# Fill in the target's ids.*"
            + "|    # On the target: .*|map:|defaults:|  (people|projects|tasks|activities|work):"
            + "|(    (# )?\"([^\"\\\\]|\\\\.)*\":" + VALUE
            + "|  [a-z]+:" + VALUE
            + "|    - \\{ from: \\{[^#]*\\}, to: (skip|\\{[^#]*\\}) \\})"
            + " +# (.*\\d+ entr(y|ies).*|no longer needed)");

    private final Map<String, Map<String, Value>> values = new LinkedHashMap<>();
    private final Map<Map<String, String>, String> rules = new LinkedHashMap<>();
    private boolean isUnderstood = true;

    private FilledMapping() {}

    /**
     * A value.
     *
     * @param text the id or {@code skip}; YAML if the value has keys
     * @param hasKeys whether the value has keys, such as a project with a task
     */
    record Value(String text, boolean hasKeys) {
        /** Returns the value as YAML. */
        String yaml() {
            return hasKeys || text.equals("skip") ? text : MappingTemplate.quoted(text);
        }
    }

    /** Returns an empty template. */
    static FilledMapping none() {
        return new FilledMapping();
    }

    /**
     * Reads a file, which need not exist. A symbolic link is not followed, because another user may have created it.
     */
    static FilledMapping read(Path file) throws IOException {
        FilledMapping filled = new FilledMapping();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                String text = Files.readString(file);
                if (MappingReader.isCsv(file)) {
                    filled.takeCsv(text);
                } else {
                    filled.take(text);
                }
            } catch (CharacterCodingException | YamlEngineException | CsvTable.FormatException unreadable) {
                filled.isUnderstood = false;
            }
        }
        return filled;
    }

    /** Copies the values from CSV with the known columns. */
    private void takeCsv(String text) throws CsvTable.FormatException {
        isUnderstood = MappingReader.COLUMNS.equals(CsvTable.columns(text));
        for (CsvTable.Row row : CsvTable.rows(text)) {
            String target = row.cells().getOrDefault("target_id", "");
            String section = MappingTemplate.section(row.cells().getOrDefault("kind", ""));
            if (!target.isEmpty()) {
                values.computeIfAbsent(section, key -> new LinkedHashMap<>())
                        .put(row.cells().getOrDefault("source_id", ""), new Value(target, false));
            }
        }
    }

    /**
     * Copies the values from YAML. A line that {@link MappingTemplate} does not write means that the file is not
     * understood.
     */
    private void take(String text) {
        isUnderstood = text.lines()
                .allMatch(line -> line.isBlank()
                        || GENERATED.matcher(line.stripTrailing()).matches());
        Optional<Node> root = new Compose(
                        LoadSettings.builder().setBufferSize(text.length() + 2).build())
                .composeString(text);
        root.map(this::members).orElse(Map.of()).forEach((part, node) -> {
            switch (part) {
                case "map" -> members(node).forEach(this::section);
                case "defaults" -> values.put("defaults", values(node));
                default -> isUnderstood = false;
            }
        });
    }

    /** Copies a section of ids, or the rules of {@code work}. */
    private void section(String name, Node node) {
        if (!name.equals("work")) {
            values.put(name, values(node));
        } else if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                Map<String, Node> rule = members(each);
                Node to = rule.get("to");
                Node from = rule.get("from");
                if (from != null && to != null) {
                    Optional<String> result = to instanceof ScalarNode scalar
                            ? Optional.of(scalar.getValue())
                            : Optional.of(texts(to))
                                    .filter(fields -> !fields.isEmpty())
                                    .map(MappingTemplate::flow);
                    result.ifPresent(value -> rules.put(texts(from), value));
                }
            }
        }
    }

    /** Returns the keys that have a value; empty if the node is not a mapping. */
    private Map<String, Node> members(Node node) {
        Map<String, Node> members = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && !isNull(tuple.getValueNode())) {
                    members.put(key.getValue(), tuple.getValueNode());
                }
            }
        } else if (!isNull(node)) {
            isUnderstood = false;
        }
        return members;
    }

    /** Returns the values of ids: each is a string, or an object with keys. */
    private Map<String, Value> values(Node node) {
        Map<String, Value> found = new LinkedHashMap<>();
        members(node).forEach((key, value) -> {
            if (value instanceof ScalarNode scalar) {
                found.put(key, new Value(scalar.getValue(), false));
            } else {
                Map<String, String> fields = texts(value);
                if (!fields.isEmpty()) {
                    found.put(key, new Value(MappingTemplate.flow(fields), true));
                }
            }
        });
        return found;
    }

    /** Returns the members whose values are strings. */
    private Map<String, String> texts(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(node).forEach((key, value) -> {
            if (value instanceof ScalarNode scalar) {
                texts.put(key, scalar.getValue());
            } else {
                isUnderstood = false;
            }
        });
        return texts;
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** Returns whether these values and rules are the complete content of the file. */
    boolean isUnderstood() {
        return isUnderstood;
    }

    /** Returns whether the file contains no values. */
    boolean isEmpty() {
        return values.values().stream().allMatch(Map::isEmpty) && rules.isEmpty();
    }

    /**
     * Returns the value of a key in {@code people}, {@code projects}, {@code tasks}, {@code activities} or {@code
     * defaults}.
     */
    Optional<Value> value(String section, String key) {
        return Optional.ofNullable(values.getOrDefault(section, Map.of()).get(key));
    }

    /** Returns the keys that have a value in a section. */
    List<String> keys(String section) {
        return new ArrayList<>(values.getOrDefault(section, Map.of()).keySet());
    }

    /** Returns the rules that have a result: their conditions, and the result as YAML. */
    Map<Map<String, String>, String> rules() {
        return rules;
    }
}
