package dev.hourbridge.cli.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the configuration file, with the reader for its value and its description for the JSON schema. One table of
 * keys serves both. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Key<T> {
    /** The types of a string, which needs no quotation marks if it is a number. */
    private static final List<String> TEXT_TYPES = List.of("string", "integer");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    private final String name;
    private final Map<String, Object> schema;
    private final Reader<T> reader;
    private final Optional<String> demand;

    /**
     * Creates a key.
     *
     * @param schema the JSON schema of its value
     * @param demand what to write if the key is missing; empty if it is optional
     */
    private Key(String name, Map<String, Object> schema, Reader<T> reader, Optional<String> demand) {
        this.name = name;
        this.schema = schema;
        this.reader = reader;
        this.demand = demand;
    }

    /** Reads the value of a key in a section. */
    @FunctionalInterface
    private interface Reader<T> {
        /**
         * Reads the value of the key.
         *
         * @throws ConfigurationException if it is missing or invalid
         */
        T read(YamlMap section, String name);
    }

    /** Returns a key with a string value. A number or id without quotation marks is also a string. */
    public static Key<String> text(String name, String description) {
        return parsed(name, description, text -> text, "");
    }

    /**
     * Returns a key whose value is read by a parser.
     *
     * @param remedy the expected value, for the error message if the parser throws
     */
    public static <T> Key<T> parsed(String name, String description, Function<String, T> parser, String remedy) {
        return new Key<>(
                name,
                schema(description, "type", TEXT_TYPES),
                (section, key) -> section.get(key).parsed(parser, remedy),
                Optional.empty());
    }

    /** Returns a key whose value is the name of a constant in lower case. */
    public static <E extends Enum<E>> Key<E> oneOf(String name, String description, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return new Key<>(
                name,
                schema(description, "enum", words),
                (section, key) -> section.get(key).oneOf(type),
                Optional.empty());
    }

    /** Returns a key with a list of strings: at least one, and none of them blank. */
    public static Key<List<String>> texts(String name, String description) {
        Map<String, Object> schema = schema(description, "type", "array");
        schema.put("items", Map.of("type", TEXT_TYPES));
        schema.put("minItems", 1);
        return new Key<>(name, schema, Key::texts, Optional.empty());
    }

    /**
     * Returns the strings in a list.
     *
     * @throws ConfigurationException if the list is empty or a string is blank
     */
    private static List<String> texts(YamlMap section, String name) {
        List<String> texts = section.texts(name);
        if (texts.isEmpty() || texts.stream().anyMatch(String::isBlank)) {
            throw section.location(name).error("specify at least one id and no blank ids, or omit the key");
        }
        return List.copyOf(texts);
    }

    /** Returns a key whose value is true or false. */
    static Key<Boolean> flag(String name, String description) {
        return new Key<>(
                name,
                schema(description, "type", "boolean"),
                (section, key) -> section.get(key).flag(),
                Optional.empty());
    }

    /** Returns a key whose value is a whole number within bounds, inclusive. */
    static Key<Integer> integer(String name, String description, int min, int max) {
        Map<String, Object> schema = schema(description, "type", "integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
        String remedy = "specify " + min + " to " + max;
        Reader<Integer> reader = (section, key) -> {
            int value = section.get(key).parsed(Integer::parseInt, remedy);
            if (value < min || value > max) {
                throw section.location(key).error(remedy);
            }
            return value;
        };
        return new Key<>(name, schema, reader, Optional.empty());
    }

    /** Returns a key whose value is a duration with a unit, such as {@code 90s}. */
    static Key<Duration> duration(String name, String description) {
        return parsed(name, description, Key::duration, "use a number with a unit, such as 90s, 2m or 500ms")
                .with("pattern", "^" + DURATION.pattern() + "$")
                .with("type", "string");
    }

    /** Returns a duration such as {@code 500ms}, {@code 90s}, {@code 2m} or {@code 1h}. */
    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** Returns a key whose value is a section with these keys. */
    static Key<YamlMap> section(String name, String description, List<Key<?>> keys) {
        Map<String, Object> schema = schema(description, "type", "object");
        schema.putAll(members(keys));
        return new Key<>(name, schema, YamlMap::map, Optional.empty());
    }

    /** Returns a key with a mapping that the caller interprets. */
    static Key<YamlMap> mapping(String name, Map<String, Object> schema) {
        return new Key<>(name, schema, YamlMap::map, Optional.empty());
    }

    /** Returns a schema with a description and one more member. */
    private static Map<String, Object> schema(String description, String word, Object value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", description);
        schema.put(word, value);
        return schema;
    }

    /** Returns this key with an additional keyword in its schema. */
    Key<T> with(String word, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(word, value);
        return new Key<>(name, more, reader, demand);
    }

    /**
     * Returns this key as a required key.
     *
     * @param remedy the expected value, for the error message if the key is missing
     */
    public Key<T> required(String remedy) {
        return new Key<>(name, schema, reader, Optional.of(remedy));
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the value in a section, if it is configured. */
    Optional<T> find(YamlMap section) {
        if (section.has(name)) {
            return Optional.of(reader.read(section, name));
        }
        demand.ifPresent(remedy -> {
            throw section.location(name).error(name + " is missing" + (remedy.isEmpty() ? "" : "; " + remedy));
        });
        return Optional.empty();
    }

    /** Returns the names of keys. */
    static String[] names(List<Key<?>> keys) {
        return keys.stream().map(Key::name).toArray(String[]::new);
    }

    /** Returns the JSON schema keywords of an object that has only these keys. */
    static Map<String, Object> members(List<Key<?>> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name, key.demand.isPresent() ? key.schema : orNull(key.schema)));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("properties", properties);
        List<String> required = keys.stream()
                .filter(key -> key.demand.isPresent())
                .map(Key::name)
                .toList();
        if (!required.isEmpty()) {
            members.put("required", required);
        }
        members.put("additionalProperties", false);
        return members;
    }

    /** Returns the schema extended to permit null. A key without a value counts as not configured. */
    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }
}
