package dev.hourbridge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.service.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the schema and the reader against each other. */
final class ConfigurationSchemaTest {
    private static final JsonNode SCHEMA = new JsonMapper().valueToTree(ConfigurationSchema.of(Services.ALL));

    /** A value of each key whose form a pattern or a parser checks, and one that neither takes. */
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("policy.settle", List.of("2m", "90")),
            Map.entry("policy.requestTimeout", List.of("10s", "10 s")),
            Map.entry("policy.rounding", List.of("step:15", "step:0")),
            Map.entry("policy.startPolicy", List.of("\"09:00\"", "noon")),
            Map.entry("filter.people", List.of("[a]", "[]")),
            Map.entry("filter.projects", List.of("[1, 2]", "1")),
            Map.entry("filter.billable", List.of("yes", "maybe")),
            Map.entry("filter.invoiced", List.of("false", "2")));

    @TempDir
    Path directory;

    static List<String> files() throws IOException {
        return ConfigurationGuideTest.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFilesOfTheGuideAreValid(String yaml) {
        assertThat(problems(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polcy: {}",
                "policy: { settel: 90s }",
                "policy: { existing: ignore }",
                "policy: { parallel: 65 }",
                "range: { from: 2007-12-31 }",
                "map: { people: [a] }",
                "map: { persons: {} }",
                "map: { people: { a: { project: b } } }",
                "map: { work: [ { from: {}, to: { task: x } } ] }",
                "map: { work: [ { from: { project: a }, to: drop } ] }",
                "defaults: { billable: maybe }",
                "source: { service: jira }",
                "source: { service: teampulse, url: x, zone: UTC, credentials: { token: x } }",
                "source: { service: codebase, credentials: { account: a, username: b, apiKey: c } }",
                "source: { service: livetimer, url: x, credentials: { username: a } }",
                "source: { service: teampulse, url: x, credentials: { username: a, token: b } }",
                "target: { service: archive, file: x }"
            })
    void whatTheReaderRejectsIsInvalid(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
        assertThat(isRead(yaml)).isFalse();
    }

    @Test
    void everyKeyOfTheTableIsReadWithEachValueOfTheSchema() {
        List<String> tried = new ArrayList<>();
        for (String section : List.of("policy", "filter", "defaults")) {
            JsonNode keys = node(SCHEMA.path("properties").path(section)).path("properties");
            keys.properties().forEach(key -> {
                String path = section + "." + key.getKey();
                JsonNode schema = node(key.getValue());
                assertThat(schema.path("description").asText()).as(path).isNotBlank();
                for (String value : valid(path, schema)) {
                    String yaml = section + ": { " + key.getKey() + ": " + value + " }";
                    assertThat(problems(yaml)).as(yaml).isEmpty();
                    assertThat(isRead(yaml)).as(yaml).isTrue();
                    tried.add(path);
                }
                for (String value : invalid(path, schema)) {
                    String yaml = section + ": { " + key.getKey() + ": " + value + " }";
                    assertThat(problems(yaml)).as(yaml).isNotEmpty();
                    assertThat(isRead(yaml)).as(yaml).isFalse();
                }
            });
        }
        assertThat(tried).hasSizeGreaterThan(20).containsAll(SAMPLES.keySet());
    }

    private static List<String> valid(String path, JsonNode schema) {
        if (SAMPLES.containsKey(path)) {
            return SAMPLES.get(path).subList(0, 1);
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            return words;
        }
        if (schema.has("minimum")) {
            return schema.has("maximum")
                    ? List.of(
                            schema.path("minimum").asText(),
                            schema.path("maximum").asText())
                    : List.of(schema.path("minimum").asText());
        }
        return schema.has("pattern") ? fail("no sample for " + path) : List.of("a", "7");
    }

    private static List<String> invalid(String path, JsonNode schema) {
        if (SAMPLES.containsKey(path)) {
            return SAMPLES.get(path).subList(1, 2);
        }
        if (schema.has("enum")) {
            return List.of("never");
        }
        return schema.has("minimum")
                ? List.of(Integer.toString(schema.path("minimum").asInt() - 1), "many")
                : List.of("[a]");
    }

    /** The schema of a key that may also have no value. */
    private static JsonNode node(JsonNode schema) {
        return schema.path("anyOf").isArray()
                        && schema.path("anyOf").size() == 2
                        && schema.path("anyOf").get(1).path("type").asText().equals("null")
                ? schema.path("anyOf").get(0)
                : schema;
    }

    private boolean isRead(String yaml) {
        try {
            Path file = Files.writeString(directory.resolve("file.yaml"), yaml);
            Configuration read = ConfigurationFile.read(file, Services.ALL, name -> "value");
            return read != null;
        } catch (ConfigurationException invalid) {
            return false;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static List<String> problems(String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        List<String> problems = new ArrayList<>();
        check(new JsonMapper().valueToTree(value), SCHEMA, "", problems);
        return problems;
    }

    /** The words of JSON Schema that the schema uses; a word that is not known fails the test. */
    private static void check(JsonNode value, JsonNode schema, String path, List<String> problems) {
        schema.properties().forEach(word -> {
            JsonNode rule = word.getValue();
            boolean isValid = switch (word.getKey()) {
                case "$schema", "title", "description", "format" -> true;
                case "type" -> isOfType(value, rule);
                case "enum" ->
                    Stream.iterate(0, i -> i < rule.size(), i -> i + 1)
                            .anyMatch(i -> rule.get(i).equals(value));
                case "const" -> rule.equals(value);
                case "pattern" -> !value.isTextual() || value.asText().matches(rule.asText());
                case "minimum" -> !value.isNumber() || value.asLong() >= rule.asLong();
                case "maximum" -> !value.isNumber() || value.asLong() <= rule.asLong();
                case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
                case "minProperties" -> !value.isObject() || value.size() >= rule.asInt();
                case "required" ->
                    !value.isObject()
                            || Stream.iterate(0, i -> i < rule.size(), i -> i + 1)
                                    .allMatch(i -> value.has(rule.get(i).asText()));
                case "anyOf" ->
                    Stream.iterate(0, i -> i < rule.size(), i -> i + 1).anyMatch(i -> {
                        List<String> own = new ArrayList<>();
                        check(value, rule.get(i), path, own);
                        return own.isEmpty();
                    });
                case "items" -> {
                    if (value.isArray()) {
                        value.forEach(each -> check(each, rule, path + "[]", problems));
                    }
                    yield true;
                }
                case "properties" -> {
                    rule.properties().forEach(key -> {
                        if (value.has(key.getKey())) {
                            check(value.get(key.getKey()), key.getValue(), path + "." + key.getKey(), problems);
                        }
                    });
                    yield true;
                }
                case "additionalProperties" -> {
                    value.fieldNames().forEachRemaining(name -> {
                        if (!schema.path("properties").has(name)) {
                            if (rule.isObject()) {
                                check(value.get(name), rule, path + "." + name, problems);
                            } else if (!rule.asBoolean()) {
                                problems.add(path + "." + name + ": unknown");
                            }
                        }
                    });
                    yield true;
                }
                default -> fail("the schema uses " + word.getKey());
            };
            if (!isValid) {
                problems.add(path + ": " + word);
            }
        });
    }

    private static boolean isOfType(JsonNode value, JsonNode types) {
        List<String> names = types.isArray()
                ? Stream.iterate(0, i -> i < types.size(), i -> i + 1)
                        .map(i -> types.get(i).asText())
                        .toList()
                : Arrays.asList(types.asText());
        return names.stream().anyMatch(name -> switch (name) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> fail("the schema uses the type " + name);
        });
    }
}
