package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the project and the task on the target. */
final class PlaceMapper {
    private final Account target;
    private final Capabilities capabilities;
    private final Mapping mapping;

    PlaceMapper(Account target, Capabilities capabilities, Mapping mapping) {
        this.target = target;
        this.capabilities = capabilities;
        this.mapping = mapping;
    }

    void map(MappingResult result, @Nullable WorkRule rule, TrailerDecoder restored) {
        TimeEntry source = result.source();
        String sourceProject = source.project().map(ProjectRef::id).orElse(null);
        String sourceTask = source.task().map(TaskRef::id).orElse(null);
        boolean ruled =
                rule != null && (rule.toProject().isPresent() || rule.toTask().isPresent());

        Optional<String> task = restored.direct(Trailer.TASK)
                .or(() -> rule == null ? Optional.empty() : rule.toTask())
                .or(() -> mapped(mapping.tasks(), sourceTask));
        Optional<String> project = restored.direct(Trailer.PROJECT)
                .or(() -> rule == null ? Optional.empty() : rule.toProject())
                .or(() -> mapped(mapping.projects(), sourceProject));
        if (task.isEmpty()
                && (isTaskRequired() || project.isEmpty())
                && mapping.defaultTask().isPresent()) {
            task = mapping.defaultTask();
            result.lose(EntryField.TASK, LossKind.DEFAULTED);
        }
        boolean isPlacedByTask = task.isPresent() && capabilities.placement() != Placement.PROJECT_WITH_TASK;
        if (project.isEmpty() && !isPlacedByTask && mapping.defaultProject().isPresent()) {
            project = mapping.defaultProject();
            result.lose(EntryField.PROJECT, LossKind.DEFAULTED);
        }
        askForMissing(result, project, task, isPlacedByTask);
        if (sourceTask != null && task.isEmpty()) {
            result.lose(EntryField.TASK, ruled ? LossKind.MAPPED : LossKind.DROPPED);
        }
        if (sourceProject != null && project.isEmpty() && isPlacedByTask) {
            result.lose(EntryField.PROJECT, LossKind.MAPPED);
        }
        if (capabilities.placement() != Placement.TASK && !isPlacedByTask) {
            project.ifPresent(id -> result.entry.project(ProjectRef.of(target, id)));
        }
        task.ifPresent(id -> result.entry.task(TaskRef.of(target, id)));
        result.group = project.orElse(task.orElse(""));
    }

    private static Optional<String> mapped(Map<String, String> ids, @Nullable String source) {
        return Optional.ofNullable(source == null ? null : ids.get(source));
    }

    private void askForMissing(
            MappingResult result, Optional<String> project, Optional<String> task, boolean isPlacedByTask) {
        Optional<ProjectRef> sourceProject = result.source().project();
        Optional<TaskRef> sourceTask = result.source().task();
        if (isTaskRequired() && task.isEmpty()) {
            if (sourceTask.isPresent() || sourceProject.isEmpty()) {
                result.need(
                        EntryField.TASK,
                        sourceTask.map(TaskRef::id).orElse(null),
                        result.source().taskName());
            } else {
                result.need(
                        EntryField.PROJECT,
                        sourceProject.get().id(),
                        result.source().projectName());
            }
        } else if (project.isEmpty() && !isPlacedByTask && (sourceProject.isPresent() || isPlaceRequired(task))) {
            result.need(
                    EntryField.PROJECT,
                    sourceProject.map(ProjectRef::id).orElse(null),
                    result.source().projectName());
        }
    }

    private boolean isTaskRequired() {
        return capabilities.placement() == Placement.TASK
                || (capabilities.placement() == Placement.PROJECT_WITH_TASK
                        && capabilities.required().contains(EntryField.TASK));
    }

    private boolean isPlaceRequired(Optional<String> task) {
        Set<EntryField> required = capabilities.required();
        return switch (capabilities.placement()) {
            case PROJECT_OR_TASK ->
                task.isEmpty() && (required.contains(EntryField.PROJECT) || required.contains(EntryField.TASK));
            case PROJECT_WITH_TASK -> required.contains(EntryField.PROJECT);
            case TASK -> false;
        };
    }
}
