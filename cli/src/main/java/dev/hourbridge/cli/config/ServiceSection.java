package dev.hourbridge.cli.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code source} and {@code target}. */
final class ServiceSection {
    private static final Pattern PERSON = Pattern.compile("[1-9]\\d{0,17}");
    static final Key<Boolean> ALLOW_INSECURE_HTTP =
            Key.flag("allowInsecureHttp", "Whether plain HTTP to another host is permitted.");

    private final YamlMap section;
    private final ServiceBinding service;

    private ServiceSection(YamlMap section, ServiceBinding service) {
        this.section = section;
        this.service = service;
    }

    /**
     * Reads one side.
     *
     * @param services the services that the command supports
     * @throws ConfigurationException if the service is unknown, or a key of the side is missing or invalid
     */
    static ServiceConfiguration read(YamlMap section, List<ServiceBinding> services) {
        YamlText word = section.get("service");
        ServiceBinding service = services.stream()
                .filter(each -> each.word().equals(word.text()))
                .findFirst()
                .orElseThrow(() -> word.location()
                        .error("not one of "
                                + services.stream().map(ServiceBinding::word).collect(Collectors.joining(", "))));
        ServiceSection reader = new ServiceSection(section, service);
        services.forEach(reader::rejectKeysOf);
        return reader.read();
    }

    /** Rejects the keys of another service. Suggesting the nearest key would be misleading for them. */
    private void rejectKeysOf(ServiceBinding other) {
        List<String> own = names(service);
        for (String key : names(other)) {
            if (section.isNamed(key) && !own.contains(key)) {
                throw section.location(key)
                        .error(service.word() + " does not accept " + key + ", which is for " + other.word()
                                + "; omit it");
            }
        }
    }

    /** Reads the side: its keys, its credentials and the credentials of people. */
    private ServiceConfiguration read() {
        section.allowOnly(names(service).toArray(String[]::new));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Key<?> key : service.keys()) {
            key.find(section).ifPresent(value -> values.put(key.name(), value));
        }
        YamlMap credentials = section.map("credentials");
        if (!service.credentialSets().isEmpty() && !section.has("credentials")) {
            throw section.location().error("credentials is missing");
        }
        return ServiceConfiguration.builder()
                .location(section.location())
                .urlLocation(section.location("url"))
                .credentialsLocation(credentials.location())
                .service(service)
                .values(values)
                .credentials(credentials(credentials))
                .allowInsecureHttp(section.find(ALLOW_INSECURE_HTTP).orElse(false))
                .people(people(credentials))
                .peopleLocations(peopleLocations(credentials))
                .build();
    }

    /** Returns the keys that are valid for a side with this service. */
    static List<String> names(ServiceBinding service) {
        List<String> names = new ArrayList<>(List.of("service"));
        service.keys().forEach(key -> names.add(key.name()));
        if (!service.credentialSets().isEmpty()) {
            names.add("credentials");
        }
        if (names.contains(ServiceBinding.URL.name())) {
            names.add(ALLOW_INSECURE_HTTP.name());
        }
        if (service.takesCredentialsOfPeople()) {
            names.add("people");
        }
        return names;
    }

    /** Reads the credentials, which must be exactly one of the complete sets. */
    private Credentials credentials(YamlMap given) {
        List<List<String>> sets = service.credentialSets();
        String choice = (sets.size() == 1 ? "specify " : "use one of: ")
                + sets.stream().map(set -> String.join(" and ", set)).collect(Collectors.joining("; "));
        List<String> known = new ArrayList<>(sets.stream().flatMap(List::stream).toList());
        if (service.takesCredentialsOfPeople()) {
            known.add("people");
        }
        given.allowOnly(choice, known.toArray(String[]::new));
        List<List<String>> chosen = sets.stream()
                .filter(set -> given.keys().stream().anyMatch(set::contains))
                .toList();
        if (chosen.size() != 1 && !sets.isEmpty()) {
            throw given.location().error(choice);
        }
        return Credentials.read(given, chosen.isEmpty() ? List.of() : chosen.get(0));
    }

    /** Reads the credentials of people, from a key next to the credentials or inside them. */
    private Map<String, Credentials> people(YamlMap credentials) {
        Map<String, Credentials> people = new LinkedHashMap<>();
        for (YamlMap each : List.of(section.map("people"), credentials.map("people"))) {
            for (String person : each.keys()) {
                if (!PERSON.matcher(person).matches()) {
                    throw each.location(person)
                            .error("specify the credentials of each person under the person's numeric id");
                }
                List<String> set = service.credentialSets().get(0);
                people.put(person, Credentials.read(each.map(person).allowOnly(set.toArray(String[]::new)), set));
            }
        }
        return people;
    }

    /** Returns the location of each person's credentials, in either of the two forms. */
    private Map<String, SourceLocation> peopleLocations(YamlMap credentials) {
        Map<String, SourceLocation> locations = new LinkedHashMap<>();
        for (YamlMap people : List.of(section.map("people"), credentials.map("people"))) {
            people.keys().forEach(person -> locations.put(person, people.location(person)));
        }
        return locations;
    }
}
