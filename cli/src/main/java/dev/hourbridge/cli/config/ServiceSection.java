package dev.hourbridge.cli.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code source} and {@code target}. */
final class ServiceSection {
    private static final Pattern PERSON = Pattern.compile("[1-9]\\d{0,17}");

    private ServiceSection() {}

    static ServiceConfiguration read(YamlMap section) {
        ServiceKind kind = section.get("service").oneOf(ServiceKind.class);
        refuseOthersKeys(kind, section);
        section.allowOnly(keys(kind).toArray(String[]::new));
        if (kind != ServiceKind.CODEBASE) {
            section.get("url");
        }
        if (kind == ServiceKind.TEAMWORK && !section.has("zone")) {
            throw section.location().error("zone is missing; give the account's zone, such as Europe/Dublin");
        }
        if (kind == ServiceKind.CODEBASE && section.texts("projects").isEmpty()) {
            throw section.location().error("projects is missing; list the permalinks, as in [website, app]");
        }
        YamlMap credentials = section.findMap("credentials")
                .orElseThrow(() -> section.location().error("credentials is missing"));
        return ServiceConfiguration.builder()
                .location(section.location())
                .urlLocation(section.location("url"))
                .credentialsLocation(credentials.location())
                .service(kind)
                .url(section.find("url").map(YamlText::text))
                .zone(section.find("zone")
                        .map(zone -> zone.parsed(ZoneId::of, "no such zone; give one such as Europe/Dublin")))
                .credentials(credentials(kind, credentials))
                .projects(List.copyOf(section.texts("projects")))
                .tokenForm(section.find("tokenForm").map(form -> form.oneOf(ServiceConfiguration.TokenForm.class)))
                .authenticateAt(section.find("authenticateAt")
                        .map(url -> url.parsed(URI::create, "is not a URL; give one such as https://acme.example.com")))
                .allowInsecureHttp(
                        section.find("allowInsecureHttp").map(YamlText::flag).orElse(false))
                .people(people(section, credentials))
                .peopleLocations(peopleLocations(section, credentials))
                .build();
    }

    /** The nearest key is no remedy for one that another service takes. */
    private static void refuseOthersKeys(ServiceKind kind, YamlMap section) {
        for (ServiceKind other : ServiceKind.values()) {
            for (String key : keys(other)) {
                if (section.isNamed(key) && !keys(kind).contains(key)) {
                    throw section.location(key)
                            .error(kind.word() + " takes no " + key + ", which is for " + other.word()
                                    + "; leave it out");
                }
            }
        }
    }

    private static List<String> keys(ServiceKind kind) {
        List<String> keys = new ArrayList<>(List.of("service", "url", "credentials", "allowInsecureHttp"));
        switch (kind) {
            case CODEBASE -> keys.add("projects");
            case TEAMPULSE -> keys.addAll(List.of("tokenForm", "authenticateAt"));
            case LIVETIMER -> keys.add("people");
            case TEAMWORK -> keys.add("zone");
        }
        return keys;
    }

    private static Credentials credentials(ServiceKind kind, YamlMap section) {
        return switch (kind) {
            case CODEBASE -> oneSetOf(section, new String[] {"account", "username", "apiKey"});
            case TEAMWORK -> oneSetOf(section, new String[] {"apiKey"}, new String[] {"token"});
            case TEAMPULSE ->
                oneSetOf(
                        section,
                        new String[] {"username", "password"},
                        new String[] {"refreshToken"},
                        new String[] {"refreshTokenFile"},
                        new String[] {"token"});
            case LIVETIMER -> {
                List<String> known = List.of("username", "password", "people");
                section.allowOnly("give username and password", known.toArray(String[]::new));
                yield Credentials.read(section, "username", "password");
            }
        };
    }

    /** Exactly one of the sets must be there, whole. */
    private static Credentials oneSetOf(YamlMap section, String[]... sets) {
        String choice = (sets.length == 1 ? "give " : "give one of: ")
                + Arrays.stream(sets).map(set -> String.join(" and ", set)).collect(Collectors.joining("; "));
        section.allowOnly(choice, Arrays.stream(sets).flatMap(Arrays::stream).toArray(String[]::new));
        List<String[]> given = Arrays.stream(sets)
                .filter(set -> section.keys().stream().anyMatch(Arrays.asList(set)::contains))
                .toList();
        if (given.size() != 1) {
            throw section.location().error(choice);
        }
        return Credentials.read(section, given.get(0));
    }

    /** Beside the credentials or among them: both read naturally. */
    private static Map<String, Credentials> people(YamlMap section, YamlMap credentials) {
        Map<String, Credentials> people = new LinkedHashMap<>();
        for (YamlMap each : List.of(section.map("people"), credentials.map("people"))) {
            for (String person : each.keys()) {
                if (!PERSON.matcher(person).matches()) {
                    throw each.location(person)
                            .error("give the credentials of each person by the person's id, a number");
                }
                people.put(
                        person,
                        Credentials.read(each.map(person).allowOnly("username", "password"), "username", "password"));
            }
        }
        return people;
    }

    private static Map<String, SourceLocation> peopleLocations(YamlMap section, YamlMap credentials) {
        Map<String, SourceLocation> locations = new LinkedHashMap<>();
        for (YamlMap people : List.of(section.map("people"), credentials.map("people"))) {
            people.keys().forEach(person -> locations.put(person, people.location(person)));
        }
        return locations;
    }
}
