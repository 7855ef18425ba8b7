package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tasks and activities of the source that the mapping does not name and that the target could hold. */
public final class MappableIds {
    private final Mapping mapping;
    private final Capabilities target;
    private final Names seen;

    /** Creates the ids from those that were seen on entries of the source. */
    public MappableIds(Mapping mapping, Capabilities target, Names seen) {
        this.mapping = mapping;
        this.target = target;
        this.seen = seen;
    }

    /** Returns the ids of a kind. */
    List<Names.Seen> of(EntryField kind) {
        boolean mayBeLeftOut = kind == EntryField.TASK || kind == EntryField.ACTIVITY;
        if (!mayBeLeftOut || !target.writable().contains(kind)) {
            return List.of();
        }
        Set<String> named = named(kind, mapping);
        return seen.all(kind).stream()
                .filter(each -> !each.id().isEmpty() && !named.contains(each.id()))
                .toList();
    }

    /** Returns whether entries without a project are on the task, which could give them the target's. */
    boolean givesProject(String task) {
        return target.placement() == Placement.PROJECT_OR_TASK && seen.isPlace(task);
    }

    /** Returns whether there is such a task. */
    boolean giveProjects() {
        return of(EntryField.TASK).stream().anyMatch(task -> givesProject(task.id()));
    }

    /** Returns whether an entry of the target is on a task and on no project of its own. */
    boolean takesTasksOnly() {
        return target.placement() == Placement.TASK;
    }

    /** Returns what helps entries that are on a project of the source that has no place on the target. */
    public String placeRemedy() {
        return takesTasksOnly()
                ? "not mapped to a task, which the target wants; give a rule under map.work, or defaults.task for all"
                : "not mapped";
    }

    /** Returns what helps entries that have no project at the source. */
    public String projectRemedy() {
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
        named.addAll(mapping.skipped().getOrDefault(kind, Set.of()));
        for (WorkRule rule : mapping.work()) {
            (tasks ? rule.fromTask() : rule.fromActivity()).ifPresent(named::add);
        }
        return named;
    }
}
