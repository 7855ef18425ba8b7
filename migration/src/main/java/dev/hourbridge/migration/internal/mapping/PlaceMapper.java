package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.migration.internal.mapping.Choice.Origin;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the project and the task on the target.
 *
 * <p>Services place an entry differently: on a project with a task, on either of them, or on a task alone. The project
 * of an entry may thus follow from its task, and a task must belong to the project that was chosen.
 */
final class PlaceMapper {
    private final Account target;
    private final Capabilities capabilities;
    private final Mapping mapping;

    /** Creates a mapper for one target. */
    PlaceMapper(Account target, Capabilities capabilities, Mapping mapping) {
        this.target = target;
        this.capabilities = capabilities;
        this.mapping = mapping;
    }

    /**
     * Chooses project and task, and records what is missing or lost.
     *
     * @param rule the work rule that applies, if any
     * @param trailer ids of the target that an earlier migration retained
     */
    void map(MappingResult result, Optional<WorkRule> rule, TrailerDecoder trailer) {
        Optional<String> sourceProject = result.source().project().map(ProjectRef::id);
        Optional<String> sourceTask = result.source().task().map(TaskRef::id);
        boolean isTaskCondition =
                rule.filter(one -> WorkRules.names(one, EntryField.TASK)).isPresent();
        boolean isProjectCondition = rule.flatMap(WorkRule::fromProject).isPresent();

        Choice project = Choice.of(EntryField.PROJECT)
                .orRuleThenMap(rule.flatMap(WorkRule::toProject), sourceProject.map(mapping.projects()::get));
        Choice task = explicitTask(rule, isTaskCondition, sourceTask.map(mapping.tasks()::get));
        if (isSamePlace(project, task, trailer)) {
            project = project.or(Origin.TRAILER, trailer.direct(Trailer.PROJECT));
            task = task.or(Origin.TRAILER, trailer.direct(Trailer.TASK));
        }
        task = task.or(Origin.PROJECT, sourceProject.map(mapping.projectTasks()::get));
        if (isTaskRequired() || !project.isPresent()) {
            task = task.or(Origin.DEFAULT, mapping.defaultTask());
        }
        boolean isPlacedByTask = task.isPresent() && capabilities.placement() != Placement.PROJECT_WITH_TASK;
        if (!isPlacedByTask) {
            project = project.or(Origin.DEFAULT, mapping.defaultProject());
        }
        askForMissing(result, project, task, isPlacedByTask);

        task.declareLoss(result, sourceTask.isPresent(), isTaskCondition);
        if (isPlacedByTask) {
            declareProjectLoss(result, project, task, isTaskCondition || isProjectCondition);
        } else if (project.isPresent()) {
            // A task belongs to one project, so a rule that names the task replaces no other project.
            project.declareLoss(result, sourceProject.isPresent(), isTaskCondition || isProjectCondition);
            project.id().ifPresent(id -> result.entry.project(ProjectRef.of(target, id)));
        }
        task.id().ifPresent(id -> result.entry.task(TaskRef.of(target, id)));
        result.group = project.id().or(task::id).orElse("");
    }

    /**
     * Returns whether the retained project and task still belong together. A mapping to another project or task
     * replaces both.
     */
    private static boolean isSamePlace(Choice project, Choice task, TrailerDecoder trailer) {
        Optional<String> retainedProject = trailer.direct(Trailer.PROJECT);
        return (!project.isPresent()
                        || retainedProject.isEmpty()
                        || project.id().equals(retainedProject))
                && (!task.isPresent() || task.id().equals(trailer.direct(Trailer.TASK)));
    }

    /**
     * Returns the explicit task. A mapping of the task itself takes precedence over a rule that does not name the task.
     */
    private static Choice explicitTask(Optional<WorkRule> rule, boolean isTaskCondition, Optional<String> mapped) {
        Optional<String> ruled = rule.flatMap(WorkRule::toTask);
        Choice task = Choice.of(EntryField.TASK);
        return isTaskCondition
                ? task.orRuleThenMap(ruled, mapped)
                : task.or(Origin.MAP, mapped).or(Origin.RULE, ruled);
    }

    /**
     * Declares the loss of the project. The target's task implies the source's project, unless neither that project nor
     * its task determined the target's task.
     */
    private static void declareProjectLoss(MappingResult result, Choice project, Choice task, boolean isCondition) {
        if (result.source().project().isEmpty()) {
            return;
        }
        if (task.origin() == Origin.DEFAULT || (task.origin() == Origin.RULE && !isCondition)) {
            result.lose(EntryField.PROJECT, LossKind.DROPPED);
        } else if (!project.isPresent()) {
            result.lose(EntryField.PROJECT, LossKind.MAPPED);
        }
    }

    /**
     * Reports the id that must be mapped: that of the task if the target requires tasks, and otherwise that of the
     * project.
     */
    private void askForMissing(MappingResult result, Choice project, Choice task, boolean isPlacedByTask) {
        TimeEntry source = result.source();
        Optional<String> sourceProject = source.project().map(ProjectRef::id);
        Optional<String> sourceTask = source.task().map(TaskRef::id);
        if (isTaskRequired() && !task.isPresent()) {
            if (sourceTask.isPresent() || sourceProject.isEmpty()) {
                result.need(EntryField.TASK, sourceTask, source.taskName());
            } else {
                result.need(EntryField.PROJECT, sourceProject, source.projectName());
            }
        } else if (!project.isPresent() && !isPlacedByTask && (sourceProject.isPresent() || isPlaceRequired(task))) {
            result.need(EntryField.PROJECT, sourceProject, source.projectName());
        }
    }

    private boolean isTaskRequired() {
        return capabilities.placement() == Placement.TASK
                || (capabilities.placement() == Placement.PROJECT_WITH_TASK
                        && capabilities.required().contains(EntryField.TASK));
    }

    /** Returns whether the target rejects an entry without a project or a task. */
    private boolean isPlaceRequired(Choice task) {
        Set<EntryField> required = capabilities.required();
        return switch (capabilities.placement()) {
            case PROJECT_OR_TASK ->
                !task.isPresent() && (required.contains(EntryField.PROJECT) || required.contains(EntryField.TASK));
            case PROJECT_WITH_TASK -> required.contains(EntryField.PROJECT);
            case TASK -> false;
        };
    }
}
