package dev.hourbridge.cli;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds ids in the mapping that the source does not have, because they are mistyped or in the wrong section.
 *
 * <p>An id without entries is not an error, because a person may have no entries in the range. It is reported because a
 * typing error looks the same.
 */
final class UnusedKeys {
    private UnusedKeys() {}

    /** Returns the keys, such as {@code map.tasks "41"}; empty if no entry of the source has been read. */
    static List<String> of(Mapping mapping, Names source) {
        List<String> unused = new ArrayList<>();
        if (!source.all(EntryField.PERSON).isEmpty()) {
            add(unused, source, EntryField.PERSON, "people", mapping, mapping.people());
            Map<String, String> projects = new HashMap<>(mapping.projectTasks());
            projects.putAll(mapping.projects());
            add(unused, source, EntryField.PROJECT, "projects", mapping, projects);
            add(unused, source, EntryField.TASK, "tasks", mapping, mapping.tasks());
            add(unused, source, EntryField.ACTIVITY, "activities", mapping, mapping.activities());
        }
        return unused;
    }

    /** Adds the keys of a section that no entry uses, if all names of that kind are known. */
    private static void add(
            List<String> unused,
            Names source,
            EntryField kind,
            String section,
            Mapping mapping,
            Map<String, String> map) {
        if (source.isWhole(kind)) {
            Stream.concat(map.keySet().stream(), mapping.skipped().getOrDefault(kind, Set.of()).stream())
                    .filter(id -> !source.isKnown(kind, id))
                    .sorted()
                    .forEach(id -> unused.add("map." + section + " \"" + id + "\""));
        }
    }
}
