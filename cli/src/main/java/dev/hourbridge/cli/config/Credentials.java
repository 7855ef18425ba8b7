package dev.hourbridge.cli.config;

import dev.hourbridge.http.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The credentials for one service, by key. Never prints their values. Immutable.
 *
 * <p>No message contains a secret or a part of one. Each secret is registered with the redactor of its client before
 * the first request.
 */
public final class Credentials {
    private static final Set<String> NO_SECRETS = Set.of("account", "username", "refreshTokenFile");

    private final Map<String, Value> values;

    private Credentials(Map<String, Value> values) {
        this.values = Map.copyOf(values);
    }

    private record Value(SourceLocation location, Secret text, boolean literal) {}

    /**
     * Reads the keys of a service.
     *
     * @param keys the names that the service accepts; other names are errors
     */
    static Credentials read(YamlMap section, List<String> keys) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String key : keys) {
            YamlText text = section.get(key);
            Secret secret = text.parsed(
                    Secret::of, "contains a control character; remove the line break or tab around the value");
            values.put(key, new Value(text.location(), secret, text.literal()));
        }
        return new Credentials(values);
    }

    /** Returns whether the key is configured. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns the value of the key, if it is configured. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> value.text().reveal());
    }

    /** Returns the value of a key that is known to be configured. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key + " was not checked for existence"));
    }

    /** Returns the value of the key as a path, if it is configured. */
    public Optional<Path> findPath(String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> new YamlText(value.location(), value.text().reveal(), value.literal())
                        .parsed(Path::of, "is not a path"));
    }

    /** Returns the location of a configured key. */
    public SourceLocation location(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::location).orElseThrow();
    }

    /** Returns all values that must not be printed. */
    Stream<Secret> secrets() {
        return ofSecrets().map(Value::text);
    }

    /** Returns whether the file contains a secret itself, and not only the name of a variable. */
    boolean areInFile() {
        return ofSecrets().anyMatch(Value::literal);
    }

    private Stream<Value> ofSecrets() {
        return values.entrySet().stream()
                .filter(value -> !NO_SECRETS.contains(value.getKey()))
                .map(Map.Entry::getValue);
    }

    /** Returns the names of the configured keys, without values. */
    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
