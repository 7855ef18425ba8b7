package dev.hourbridge.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON schema of the configuration file, generated from the keys that the reader accepts.
 *
 * <p>An editor that knows the schema completes keys, shows their descriptions and marks values that are out of bounds.
 */
public final class ConfigurationSchema {
    private ConfigurationSchema() {}

    /** Returns the schema as JSON Schema 2020-12, represented by maps, lists, strings, numbers and booleans. */
    public static Map<String, Object> of(List<ServiceBinding> services) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Configuration file of the hourbridge command");
        schema.put("type", "object");
        schema.putAll(Key.members(keys(services)));
        return schema;
    }

    /** Returns the keys of the file. */
    static List<Key<?>> keys(List<ServiceBinding> services) {
        List<ServiceBinding> targets =
                services.stream().filter(each -> !each.isSourceOnly()).toList();
        return List.of(
                Key.mapping("source", side("The service from which entries are read.", services)),
                Key.mapping("target", side("The service to which entries are written.", targets)),
                Key.section("range", "The range of days.", DateRange.KEYS),
                Key.section("filter", "Which entries in the range to include; default: all.", FilterSection.KEYS),
                Key.section("map", "The mapping of source ids to target ids.", MappingSection.MAP_KEYS),
                Key.text(
                        "mapping",
                        "A file with more map and defaults entries: YAML, or CSV if its name ends with " + ".csv."),
                Key.section(
                        "defaults",
                        "Target values for entries whose source value is missing or not mapped.",
                        MappingSection.DEFAULT_KEYS),
                Key.section("policy", "The policy for decisions.", PolicySection.KEYS),
                Key.text("ledger", "The ledger file; default: migration.db."),
                Key.text("report", "The report files, without file name extensions; default: report."));
    }

    /** Returns the schema of a side: any one of the services' schemas. */
    private static Map<String, Object> side(String description, List<ServiceBinding> services) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", description);
        schema.put("anyOf", services.stream().map(ConfigurationSchema::service).toList());
        return schema;
    }

    /** Returns the schema of a side that uses this service, with the service's own keys. */
    private static Map<String, Object> service(ServiceBinding service) {
        List<Key<?>> keys = new ArrayList<>();
        keys.add(Key.mapping("service", Map.of("const", service.word())).required(""));
        keys.addAll(service.keys());
        for (String name : ServiceSection.names(service)) {
            switch (name) {
                case "credentials" ->
                    keys.add(Key.mapping(name, credentials(service)).required(""));
                case "people" -> keys.add(Key.mapping(name, people(service)));
                case "allowInsecureHttp" -> keys.add(ServiceSection.ALLOW_INSECURE_HTTP);
                default -> {
                    // One of the keys of the service.
                }
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", service.displayName());
        schema.put("type", "object");
        schema.putAll(Key.members(keys));
        return schema;
    }

    /** Returns the schema of the credentials: any one of the sets that the service accepts. */
    private static Map<String, Object> credentials(ServiceBinding service) {
        List<Map<String, Object>> sets = new ArrayList<>();
        for (List<String> set : service.credentialSets()) {
            List<Key<?>> keys = new ArrayList<>(secrets(set));
            if (service.takesCredentialsOfPeople()) {
                keys.add(Key.mapping("people", people(service)));
            }
            sets.add(object(keys));
        }
        return Map.of("anyOf", sets);
    }

    /** Returns the schema of people's credentials, by the person's id on the target. */
    private static Map<String, Object> people(ServiceBinding service) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", "For the target: the credentials of people, by person id.");
        schema.put("type", "object");
        schema.put(
                "additionalProperties", object(secrets(service.credentialSets().get(0))));
        return schema;
    }

    /** Returns keys whose description recommends an environment variable for the value. */
    private static List<Key<?>> secrets(List<String> names) {
        return names.stream()
                .<Key<?>>map(name -> Key.text(name, "Preferably from an environment variable: ${NAME}.")
                        .required(""))
                .toList();
    }

    /** Returns the schema of an object with only these keys. */
    private static Map<String, Object> object(List<Key<?>> keys) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.putAll(Key.members(keys));
        return schema;
    }
}
