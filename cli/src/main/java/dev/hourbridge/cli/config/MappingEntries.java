package dev.hourbridge.cli.config;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the mapping from the configuration and from the file that {@code mapping} names.
 *
 * <p>Both files may contain the same id, but not with different targets. Two targets for one id are an error that names
 * both lines.
 */
final class MappingEntries {
    private final Map<EntryField, Map<String, Located<MappingValue>>> ids = new LinkedHashMap<>();
    private final Map<String, Located<String>> defaults = new LinkedHashMap<>();
    private final List<Located<WorkRule>> rules = new ArrayList<>();

    private record Located<T>(T value, SourceLocation location) {}

    /** Adds the value of a source id. Adding the same value again is permitted. */
    void add(EntryField kind, String id, MappingValue value, SourceLocation location) {
        put(ids.computeIfAbsent(kind, key -> new LinkedHashMap<>()), id, value, location);
    }

    /** Adds a default. Adding the same value again is permitted. */
    void addDefault(String key, String value, SourceLocation location) {
        put(defaults, key, value, location);
    }

    /** Appends a work rule. */
    void addRule(WorkRule rule, SourceLocation location) {
        rules.add(new Located<>(rule, location));
    }

    /**
     * Puts a value, unless the map contains a different one.
     *
     * @throws ConfigurationException if it does; the message names both locations
     */
    private static <T> void put(Map<String, Located<T>> map, String key, T value, SourceLocation location) {
        Located<T> before = map.putIfAbsent(key, new Located<>(value, location));
        if (before != null && !before.value().equals(value)) {
            throw location.error("gives " + value + ", but " + before.location() + " gives " + before.value()
                    + "; remove one of the two");
        }
    }

    /** Returns the mapping from all collected entries. */
    Mapping toMapping() {
        Mapping.Builder mapping = Mapping.builder()
                .people(targets(EntryField.PERSON))
                .projects(targets(EntryField.PROJECT))
                .tasks(targets(EntryField.TASK))
                .activities(targets(EntryField.ACTIVITY))
                .projectTasks(projectTasks())
                .work(rules.stream().map(Located::value).toList());
        ids.keySet().forEach(kind -> mapping.skip(kind, skipped(kind)));
        byDefault("person").ifPresent(mapping::defaultPerson);
        byDefault("project").ifPresent(mapping::defaultProject);
        byDefault("task").ifPresent(mapping::defaultTask);
        byDefault("activity").ifPresent(mapping::defaultActivity);
        byDefault("note").ifPresent(mapping::defaultNote);
        byDefault("billable").map(Billable::valueOf).ifPresent(mapping::defaultBillable);
        return mapping.build();
    }

    private Map<String, Located<MappingValue>> of(EntryField kind) {
        return ids.getOrDefault(kind, Map.of());
    }

    private Map<String, String> targets(EntryField kind) {
        Map<String, String> targets = new LinkedHashMap<>();
        of(kind).forEach((id, located) -> located.value().target().ifPresent(target -> targets.put(id, target)));
        return targets;
    }

    private Map<String, String> projectTasks() {
        Map<String, String> tasks = new LinkedHashMap<>();
        of(EntryField.PROJECT).forEach((id, located) -> located.value().task().ifPresent(task -> tasks.put(id, task)));
        return tasks;
    }

    /** Returns the ids of a kind whose value is {@code skip}. */
    private Set<String> skipped(EntryField kind) {
        Set<String> skipped = new TreeSet<>();
        of(kind).forEach((id, located) -> {
            if (located.value().isSkip()) {
                skipped.add(id);
            }
        });
        return skipped;
    }

    private Optional<String> byDefault(String key) {
        return Optional.ofNullable(defaults.get(key)).map(Located::value);
    }

    /** Returns the location at which each person of the target is first named. */
    Map<String, SourceLocation> peopleLocations() {
        Map<String, SourceLocation> locations = new LinkedHashMap<>();
        of(EntryField.PERSON)
                .values()
                .forEach(located ->
                        located.value().target().ifPresent(id -> locations.putIfAbsent(id, located.location())));
        Optional.ofNullable(defaults.get("person"))
                .ifPresent(located -> locations.putIfAbsent(located.value(), located.location()));
        rules.forEach(
                located -> located.value().toPerson().ifPresent(id -> locations.putIfAbsent(id, located.location())));
        return locations;
    }
}
