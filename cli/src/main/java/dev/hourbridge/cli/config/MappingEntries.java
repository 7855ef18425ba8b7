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

/** The mapping as it is collected from the configuration and the file that {@code mapping} names. */
final class MappingEntries {
    private final Map<EntryField, Map<String, Placed<MappingValue>>> ids = new LinkedHashMap<>();
    private final Map<String, Placed<String>> defaults = new LinkedHashMap<>();
    private final List<Placed<WorkRule>> rules = new ArrayList<>();

    private record Placed<T>(T value, Where where) {}

    /** Adds the value of a source id; the same value may be given again. */
    void add(EntryField kind, String id, MappingValue value, Where where) {
        put(ids.computeIfAbsent(kind, key -> new LinkedHashMap<>()), id, value, where);
    }

    /** Adds a default; the same value may be given again. */
    void addDefault(String key, String value, Where where) {
        put(defaults, key, value, where);
    }

    void addRule(WorkRule rule, Where where) {
        rules.add(new Placed<>(rule, where));
    }

    private static <T> void put(Map<String, Placed<T>> map, String key, T value, Where where) {
        Placed<T> before = map.putIfAbsent(key, new Placed<>(value, where));
        if (before != null && !before.value().equals(value)) {
            throw where.error("gives " + value + ", but " + before.where() + " gives " + before.value()
                    + "; leave one of the two out");
        }
    }

    Mapping toMapping() {
        Mapping.Builder mapping = Mapping.builder()
                .people(targets(EntryField.PERSON))
                .projects(targets(EntryField.PROJECT))
                .tasks(targets(EntryField.TASK))
                .activities(targets(EntryField.ACTIVITY))
                .projectTasks(projectTasks())
                .work(rules.stream().map(Placed::value).toList());
        ids.keySet().forEach(kind -> mapping.skip(kind, skipped(kind)));
        byDefault("person").ifPresent(mapping::defaultPerson);
        byDefault("project").ifPresent(mapping::defaultProject);
        byDefault("task").ifPresent(mapping::defaultTask);
        byDefault("activity").ifPresent(mapping::defaultActivity);
        byDefault("note").ifPresent(mapping::defaultNote);
        byDefault("billable").map(Billable::valueOf).ifPresent(mapping::defaultBillable);
        return mapping.build();
    }

    private Map<String, Placed<MappingValue>> of(EntryField kind) {
        return ids.getOrDefault(kind, Map.of());
    }

    private Map<String, String> targets(EntryField kind) {
        Map<String, String> targets = new LinkedHashMap<>();
        of(kind).forEach((id, placed) -> placed.value().target().ifPresent(target -> targets.put(id, target)));
        return targets;
    }

    private Map<String, String> projectTasks() {
        Map<String, String> tasks = new LinkedHashMap<>();
        of(EntryField.PROJECT).forEach((id, placed) -> placed.value().task().ifPresent(task -> tasks.put(id, task)));
        return tasks;
    }

    private Set<String> skipped(EntryField kind) {
        Set<String> skipped = new TreeSet<>();
        of(kind).forEach((id, placed) -> {
            if (placed.value().isSkip()) {
                skipped.add(id);
            }
        });
        return skipped;
    }

    private Optional<String> byDefault(String key) {
        return Optional.ofNullable(defaults.get(key)).map(Placed::value);
    }

    /** Returns where each person of the target is named first. */
    Map<String, Where> peoplePlaces() {
        Map<String, Where> places = new LinkedHashMap<>();
        of(EntryField.PERSON)
                .values()
                .forEach(placed -> placed.value().target().ifPresent(id -> places.putIfAbsent(id, placed.where())));
        Optional.ofNullable(defaults.get("person"))
                .ifPresent(placed -> places.putIfAbsent(placed.value(), placed.where()));
        rules.forEach(placed -> placed.value().toPerson().ifPresent(id -> places.putIfAbsent(id, placed.where())));
        return places;
    }
}
