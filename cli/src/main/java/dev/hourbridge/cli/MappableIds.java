package dev.hourbridge.cli;

import dev.hourbridge.cli.report.MappingTemplate;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tasks and activities of the source that the mapping does not name, and the target could hold. */
final class MappableIds implements MappingTemplate.Optionals {
    private final Mapping mapping;
    private final Capabilities target;
    private final Names seen;

    MappableIds(Mapping mapping, Capabilities target, Names seen) {
        this.mapping = mapping;
        this.target = target;
        this.seen = seen;
    }

    @Override
    public List<Names.Seen> of(EntryField kind) {
        boolean mayBeLeftOut = kind == EntryField.TASK || kind == EntryField.ACTIVITY;
        if (!mayBeLeftOut || !target.writable().contains(kind)) {
            return List.of();
        }
        Set<String> named = named(kind, mapping);
        return seen.all(kind).stream()
                .filter(each -> !each.id().isEmpty() && !named.contains(each.id()))
                .toList();
    }

    @Override
    public boolean givesProject(String task) {
        return target.placement() == Placement.PROJECT_OR_TASK && seen.isPlace(task);
    }

    @Override
    public boolean giveProjects() {
        return of(EntryField.TASK).stream().anyMatch(task -> givesProject(task.id()));
    }

    /** What helps entries that have no project at the source. */
    String projectRemedy() {
        if (giveProjects()) {
            return "map their tasks under map.tasks, each of which is in a project of the target, or give a default with"
                    + " defaults.project";
        }
        boolean areOnTasks = of(EntryField.TASK).stream().anyMatch(task -> seen.isPlace(task.id()));
        return areOnTasks
                ? "give a default with defaults.project, or a project for each task with rules under map.work"
                : "give a default with defaults.project";
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
