package dev.hourbridge.cli.mapping;

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

/** What the user has filled in in a mapping template, which a new template takes over. */
final class FilledTemplate {
    private static final String VALUE = "( +(\"([^\"\\\\]|\\\\.)*\"|'[^']*'|[^#\"'\\s]+))?";

    /** Every line that a template has, with or without a value. */
    private static final Pattern GENERATED = Pattern.compile("# Fill in the target's ids.*"
            + "|map:|defaults:|  (people|projects|tasks|activities|work):"
            + "|(    (# )?\"([^\"\\\\]|\\\\.)*\":" + VALUE
            + "|  [a-z]+:" + VALUE
            + "|    - \\{ from: \\{[^#]*\\}, to: \\{[^#]*\\} \\})"
            + " +# (.*\\d+ entr(y|ies).*|not asked for any more)");

    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final Map<Map<String, String>, Map<String, String>> rules = new LinkedHashMap<>();
    private boolean isUnderstood = true;

    private FilledTemplate() {}

    /** Returns a template with nothing filled in. */
    static FilledTemplate none() {
        return new FilledTemplate();
    }

    /** Reads a file; there need not be one. A link, which another user may have put there, is not followed. */
    static FilledTemplate read(Path file) throws IOException {
        FilledTemplate filled = new FilledTemplate();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                filled.take(Files.readString(file));
            } catch (CharacterCodingException | YamlEngineException unreadable) {
                filled.isUnderstood = false;
            }
        }
        return filled;
    }

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
                case "defaults" -> values.put("defaults", texts(node));
                default -> isUnderstood = false;
            }
        });
    }

    private void section(String name, Node node) {
        if (!name.equals("work")) {
            values.put(name, texts(node));
        } else if (node instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                Map<String, Node> rule = members(each);
                Map<String, String> to = rule.containsKey("to") ? texts(rule.get("to")) : Map.of();
                if (!to.isEmpty() && rule.containsKey("from")) {
                    rules.put(texts(rule.get("from")), to);
                }
            }
        }
    }

    /** The keys with a value; of another node than a mapping, none. */
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

    /** Returns whether a template with {@link #values} says all that the file says. */
    boolean isUnderstood() {
        return isUnderstood;
    }

    /** Returns whether nothing was filled in. */
    boolean isEmpty() {
        return values.values().stream().allMatch(Map::isEmpty) && rules.isEmpty();
    }

    /** Returns the value of a key in {@code people}, {@code projects}, {@code tasks}, {@code activities} or {@code defaults}. */
    Optional<String> value(String section, String key) {
        return Optional.ofNullable(values.getOrDefault(section, Map.of()).get(key));
    }

    /** Returns the keys that have a value in a section. */
    List<String> keys(String section) {
        return new ArrayList<>(values.getOrDefault(section, Map.of()).keySet());
    }

    /** Returns the conditions and results of the rules that have a result. */
    Map<Map<String, String>, Map<String, String>> rules() {
        return rules;
    }
}
