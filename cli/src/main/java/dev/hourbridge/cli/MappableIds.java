package dev.hourbridge.cli;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tasks and activities of the source that the mapping does not name, and the target could hold. */
final class MappableIds {
    private MappableIds() {}

    static List<Names.Seen> of(EntryField kind, Mapping mapping, Capabilities target, Names seen) {
        boolean mayBeLeftOut = kind == EntryField.TASK || kind == EntryField.ACTIVITY;
        if (!mayBeLeftOut || !target.writable().contains(kind)) {
            return List.of();
        }
        Set<String> named = named(kind, mapping);
        return seen.all(kind).stream()
                .filter(each -> !each.id().isEmpty() && !named.contains(each.id()))
                .toList();
    }

    private static Set<String> named(EntryField kind, Mapping mapping) {
        boolean tasks = kind == EntryField.TASK;
        Set<String> named = new HashSet<>((tasks ? mapping.tasks() : mapping.activities()).keySet());
        for (WorkRule rule : mapping.work()) {
            (tasks ? rule.fromTask() : rule.fromActivity()).ifPresent(named::add);
        }
        return named;
    }
}
