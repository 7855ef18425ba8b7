package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks and activities of the source that the mapping does not contain and that the target could store.
 *
 * <p>They are optional: entries are sent without them. The mapping file lists them so that their loss is a decision.
 */
public final class MappableIds {
    private final Mapping mapping;
    private final Capabilities target;
    private final Names seen;

    /** Creates the ids from those that occur in entries of the source. */
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

    /** Returns what the source showed about an id, or about entries without an id if it is empty. */
    Optional<Names.Seen> seen(EntryField kind, String id) {
        return seen.find(kind, id);
    }

    /** Returns whether the task occurs in entries without a project, so that it can determine the target project. */
    boolean givesProject(String task) {
        return target.placement() == Placement.PROJECT_OR_TASK && seen.isPlace(task);
    }

    /** Returns whether such a task exists. */
    boolean giveProjects() {
        return of(EntryField.TASK).stream().anyMatch(task -> givesProject(task.id()));
    }

    /** Returns whether entries of the target have a task and no project of their own. */
    boolean takesTasksOnly() {
        return target.placement() == Placement.TASK;
    }

    /** Returns the remedy for entries on a source project that has no place on the target. */
    public String placeRemedy() {
        return takesTasksOnly()
                ? "not mapped to a task, which the target requires; add a rule under map.work, or set defaults.task "
                        + "for all"
                : "not mapped";
    }

    /** Returns the remedy for entries that have no project at the source. */
    public String projectRemedy() {
        if (giveProjects()) {
            return "map their tasks under map.tasks, where each target task is in a project, or set a default with "
                    + "defaults.project";
        }
        boolean areOnTasks = of(EntryField.TASK).stream().anyMatch(task -> seen.isPlace(task.id()));
        return areOnTasks
                ? "set a default with defaults.project, or a project for each task with rules under map.work"
                : "set a default with defaults.project";
    }

    /**
     * Returns the ids of a kind that the target can store and that the mapping does not contain; an empty id for
     * entries without one.
     */
    List<Names.Seen> unnamed(EntryField kind) {
        boolean isHeld = target.writable().contains(kind) || (kind == EntryField.PROJECT && takesTasksOnly());
        Set<String> named = named(kind, mapping);
        return isHeld
                ? seen.all(kind).stream()
                        .filter(each -> !named.contains(each.id()))
                        .toList()
                : List.of();
    }

    /** Returns whether entries cannot be sent without a target id of this kind. */
    boolean isRequired(EntryField kind) {
        boolean isPlace = kind == EntryField.PERSON || kind == EntryField.PROJECT;
        return (isPlace || target.required().contains(kind)) && defaultOf(kind).isEmpty();
    }

    /** Returns the target id for entries for which the mapping has no id of a kind. */
    Optional<String> defaultOf(EntryField kind) {
        return switch (kind) {
            case PERSON -> mapping.defaultPerson();
            case PROJECT -> takesTasksOnly() ? mapping.defaultTask() : mapping.defaultProject();
            case TASK -> mapping.defaultTask();
            default -> mapping.defaultActivity();
        };
    }

    /** Returns the target ids of projects, by source id. */
    Map<String, String> projects() {
        return mapping.projects();
    }

    /** Returns the ids of a kind that the mapping covers: mapped, skipped, or in a condition of a rule. */
    private static Set<String> named(EntryField kind, Mapping mapping) {
        Map<String, String> ids = switch (kind) {
            case PERSON -> mapping.people();
            case PROJECT -> mapping.projects();
            case TASK -> mapping.tasks();
            default -> mapping.activities();
        };
        Set<String> named = new HashSet<>(ids.keySet());
        named.addAll(mapping.skipped().getOrDefault(kind, Set.of()));
        for (WorkRule rule : mapping.work()) {
            if (kind == EntryField.TASK) {
                rule.fromTask().ifPresent(named::add);
            } else if (kind == EntryField.ACTIVITY) {
                rule.fromActivity().ifPresent(named::add);
            }
        }
        return named;
    }
}
