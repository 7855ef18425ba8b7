package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the project and the task on the target. */
final class PlaceMapper {
    private final Account target;
    private final Capabilities capabilities;
    private final Mapping mapping;

    PlaceMapper(Account target, Capabilities capabilities, Mapping mapping) {
        this.target = target;
        this.capabilities = capabilities;
        this.mapping = mapping;
    }

    void map(Draft draft, @Nullable WorkRule rule, Restored restored) {
        TimeEntry source = draft.source;
        String sourceProject = source.project().map(ProjectRef::id).orElse(null);
        String sourceTask = source.task().map(TaskRef::id).orElse(null);
        boolean ruled =
                rule != null && (rule.toProject().isPresent() || rule.toTask().isPresent());

        Optional<String> task = EntryMapper.first(
                restored.direct(Trailer.TASK),
                rule == null ? Optional.empty() : rule.toTask(),
                Optional.ofNullable(sourceTask == null ? null : mapping.tasks().get(sourceTask)));
        Optional<String> project = EntryMapper.first(
                restored.direct(Trailer.PROJECT),
                rule == null ? Optional.empty() : rule.toProject(),
                Optional.ofNullable(
                        sourceProject == null ? null : mapping.projects().get(sourceProject)));
        if (task.isEmpty()
                && (isTaskDemanded() || project.isEmpty())
                && mapping.defaultTask().isPresent()) {
            task = mapping.defaultTask();
            draft.lose(EntryField.TASK, LossKind.DEFAULTED);
        }
        boolean taskSaysAll = task.isPresent() && capabilities.placement() != Placement.PROJECT_WITH_TASK;
        if (project.isEmpty() && !taskSaysAll && mapping.defaultProject().isPresent()) {
            project = mapping.defaultProject();
            draft.lose(EntryField.PROJECT, LossKind.DEFAULTED);
        }
        askForMissing(draft, project, task, taskSaysAll);
        if (sourceTask != null && task.isEmpty()) {
            draft.lose(EntryField.TASK, ruled ? LossKind.MAPPED : LossKind.DROPPED);
        }
        if (sourceProject != null && project.isEmpty() && taskSaysAll) {
            draft.lose(EntryField.PROJECT, LossKind.MAPPED);
        }
        if (capabilities.placement() != Placement.TASK && !taskSaysAll) {
            project.ifPresent(id -> draft.entry.project(ProjectRef.of(target, id)));
        }
        task.ifPresent(id -> draft.entry.task(TaskRef.of(target, id)));
        draft.group = project.orElse(task.orElse(""));
    }

    private void askForMissing(Draft draft, Optional<String> project, Optional<String> task, boolean taskSaysAll) {
        Optional<ProjectRef> sourceProject = draft.source.project();
        Optional<TaskRef> sourceTask = draft.source.task();
        if (isTaskDemanded() && task.isEmpty()) {
            if (sourceTask.isPresent() || sourceProject.isEmpty()) {
                draft.need(EntryField.TASK, sourceTask.map(TaskRef::id).orElse(null), draft.source.taskName());
            } else {
                draft.need(EntryField.PROJECT, sourceProject.get().id(), draft.source.projectName());
            }
        } else if (project.isEmpty() && !taskSaysAll && (sourceProject.isPresent() || isPlaceDemanded(task))) {
            draft.need(EntryField.PROJECT, sourceProject.map(ProjectRef::id).orElse(null), draft.source.projectName());
        }
    }

    private boolean isTaskDemanded() {
        return capabilities.placement() == Placement.TASK
                || (capabilities.placement() == Placement.PROJECT_WITH_TASK
                        && capabilities.required().contains(EntryField.TASK));
    }

    private boolean isPlaceDemanded(Optional<String> task) {
        Set<EntryField> required = capabilities.required();
        return switch (capabilities.placement()) {
            case PROJECT_OR_TASK ->
                task.isEmpty() && (required.contains(EntryField.PROJECT) || required.contains(EntryField.TASK));
            case PROJECT_WITH_TASK -> required.contains(EntryField.PROJECT);
            case TASK -> false;
        };
    }
}
