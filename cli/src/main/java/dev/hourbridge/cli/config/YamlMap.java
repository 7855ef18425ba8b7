package dev.hourbridge.cli.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping in the file. A key without a value counts as not configured. */
final class YamlMap {
    private final SourceLocation location;
    private final Map<String, Node> values;
    private final Map<String, SourceLocation> locations;
    private final EnvironmentNames environment;

    /** Creates a mapping with the location of each key. */
    private YamlMap(
            SourceLocation location,
            Map<String, Node> values,
            Map<String, SourceLocation> locations,
            EnvironmentNames environment) {
        this.location = location;
        this.values = values;
        this.locations = locations;
        this.environment = environment;
    }

    /**
     * Returns a node as a mapping.
     *
     * @throws ConfigurationException if the node is not a mapping
     */
    static YamlMap of(Node node, SourceLocation location, EnvironmentNames environment) {
        if (!(node instanceof MappingNode mapping)) {
            throw location.error("expected keys and values here");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, SourceLocation> locations = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            SourceLocation keyLocation = location.line(line(tuple.getKeyNode()));
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw keyLocation.error("a key must be plain text");
            }
            if (locations.put(key.getValue(), keyLocation.key(key.getValue())) != null) {
                throw location.mayName(key.getValue())
                        ? keyLocation.key(key.getValue()).error("occurs twice")
                        : keyLocation.error("a key occurs twice");
            }
            if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
                values.put(key.getValue(), tuple.getValueNode());
            }
        }
        return new YamlMap(location, values, locations, environment);
    }

    /** Returns the line number of a node, starting at 1; 0 if it is unknown. */
    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Returns the location of the mapping. */
    SourceLocation location() {
        return location;
    }

    /** Returns the location of the key, or of the mapping if the key is absent. */
    SourceLocation location(String key) {
        return locations.getOrDefault(key, location);
    }

    /** Returns the location of the key, or its expected location if it is absent. */
    SourceLocation expectedLocation(String key) {
        return locations.getOrDefault(key, location.key(key));
    }

    /** Returns the keys in file order. */
    Collection<String> keys() {
        return values.keySet();
    }

    /** Returns whether the key is present, with or without a value. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns whether the value of the key is a scalar. */
    boolean isText(String key) {
        return values.get(key) instanceof ScalarNode;
    }

    /** Returns whether the key is present, even without a value. */
    boolean isNamed(String key) {
        return locations.containsKey(key);
    }

    /** Throws if the mapping has a key that is not in this list. The message suggests the most similar key. */
    YamlMap allowOnly(List<Key<?>> known) {
        return allowOnly(Key.names(known));
    }

    /** Throws if the mapping has a key that is not in this list. */
    YamlMap allowOnly(String... known) {
        return allowOnly("", known);
    }

    /**
     * Throws if the mapping has a key that is not in this list. The message includes the remedy, because the nearest
     * key alone may be misleading.
     */
    YamlMap allowOnly(String remedy, String[] known) {
        for (Map.Entry<String, SourceLocation> key : locations.entrySet()) {
            if (!List.of(known).contains(key.getKey())) {
                throw unknownKey(key.getKey(), key.getValue(), remedy, List.of(known));
            }
        }
        return this;
    }

    /**
     * Returns the error for an unknown key. If the blank after a colon is missing, a secret becomes part of the key, so
     * only a name in the form of a key is quoted.
     */
    private ConfigurationException unknownKey(
            String key, SourceLocation keyLocation, String remedy, List<String> known) {
        String nearest = NearestKey.to(key, known);
        boolean isNamed = location.mayName(key) && (location.isConfidential() || NearestKey.isNear(key, nearest));
        return isNamed
                ? keyLocation.error(
                        "unknown key; did you mean " + nearest + "?" + (remedy.isEmpty() ? "" : " Or " + remedy))
                : location.atLineOf(keyLocation)
                        .error("unknown key, not shown because it may be a secret; "
                                + (key.indexOf(':') < 0 ? "" : "put a space after the colon, and ")
                                + "specify one of " + String.join(", ", known));
    }

    /** Returns a scalar; empty if the key is absent or has no value. */
    Optional<YamlText> find(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> text(node, location(key)));
    }

    /** Returns the value of a key; empty if it is absent or has no value. */
    <T> Optional<T> find(Key<T> key) {
        return key.find(this);
    }

    /** Returns the value of a required key. */
    <T> T get(Key<T> key) {
        return key.find(this).orElseThrow();
    }

    /**
     * Returns a scalar.
     *
     * @throws ConfigurationException if it is missing or has no value
     */
    YamlText get(String key) {
        return find(key).orElseThrow(() -> location(key).error(has(key) ? "is empty" : key + " is missing"));
    }

    /** Returns a mapping within this one; empty if the key is absent or has no value. */
    Optional<YamlMap> findMap(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> of(node, location(key), environment));
    }

    /** Returns the mapping of the key; an empty mapping if it is absent. */
    YamlMap map(String key) {
        return findMap(key).orElseGet(() -> new YamlMap(location(key), Map.of(), Map.of(), environment));
    }

    /** Returns the elements of the key's list as mappings; empty if it is absent. */
    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node each : elements(key)) {
            maps.add(of(each, location(key).line(line(each)), environment));
        }
        return maps;
    }

    /** Returns the elements of the key's list as strings; empty if it is absent. */
    List<String> texts(String key) {
        return elements(key).stream()
                .map(each -> text(each, location(key).line(line(each))).text())
                .collect(Collectors.toList());
    }

    /** Returns the elements of a list; empty if the key is absent. */
    private List<Node> elements(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw location(key).error("expected a list here: [a, b]");
        }
        return sequence.getValue();
    }

    /** Returns a scalar with its variables replaced. */
    private YamlText text(Node node, SourceLocation valueLocation) {
        if (!(node instanceof ScalarNode scalar)) {
            throw valueLocation.error("expected a single value here");
        }
        String text = environment.replaceIn(scalar.getValue(), valueLocation);
        return new YamlText(valueLocation, text, text.equals(scalar.getValue()));
    }
}
