package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Converts values to the form in which an in-memory service stores them. Immutable.
 *
 * <p>To be a useful test double, the in-memory service changes values as a real service does: it drops seconds, offsets
 * and names that its capabilities exclude.
 */
record StoredForm(Account account, Capabilities capabilities, UnaryOperator<String> projectOfTask) {

    /** Returns an entry without an id and timestamps. */
    TimeEntry.Builder of(NewTimeEntry entry, String owner) {
        TimeEntry.Builder stored = TimeEntry.builder()
                .workTime(workTime(entry.workTime()))
                .person(entry.person().orElseGet(() -> PersonRef.of(account, owner)))
                .note(entry.note())
                .billable(entry.billable())
                .tags(entry.tags());
        entry.activity().ifPresent(stored::activity);
        place(stored, entry.project(), entry.task());
        return stored;
    }

    /** Sets project and task. Where a task implies its project, the project is that of the task. */
    private void place(TimeEntry.Builder stored, Optional<ProjectRef> project, Optional<TaskRef> task) {
        task.ifPresent(stored::task);
        if (capabilities.placement() == Placement.PROJECT_OR_TASK && task.isPresent()) {
            projectOf(task.get()).ifPresent(stored::project);
        } else {
            project.ifPresent(stored::project);
        }
    }

    private Optional<ProjectRef> projectOf(TaskRef task) {
        return Optional.of(projectOfTask.apply(task.id()))
                .filter(id -> !id.isEmpty())
                .map(id -> ProjectRef.of(account, id));
    }

    /** Returns the time as the service stores it: without its offset, or without its start. */
    private WorkTime workTime(WorkTime time) {
        if (time instanceof WorkTime.Interval interval && capabilities.startForm() == StartForm.WALL_CLOCK) {
            // A wall clock does not say which of two equal hours it shows: the first one is taken.
            ZoneId zone = capabilities.zone().orElse(ZoneOffset.UTC);
            return WorkTime.from(
                    interval.start()
                            .atZoneSameInstant(zone)
                            .toLocalDateTime()
                            .atZone(zone)
                            .toOffsetDateTime(),
                    interval.duration());
        }
        return time;
    }

    /**
     * Returns the entry with the changes.
     *
     * @throws InvalidInputException if the entry would have no required project or task
     */
    TimeEntry.Builder updated(TimeEntry entry, TimeEntryUpdate update) {
        TimeEntry.Builder changed = TimeEntry.builder()
                .id(entry.id())
                .workTime(update.workTime().value().map(this::workTime).orElseGet(entry::workTime))
                .note(
                        update.note().isLeave()
                                ? entry.note()
                                : update.note().value().orElse(""))
                .billable(update.billable().value().orElse(entry.billable()))
                .tags(
                        update.tags().isLeave()
                                ? entry.tags()
                                : update.tags().value().orElse(List.of()))
                .audit(entry.audit())
                .extras(entry.extras());
        if (update.person().isLeave()) {
            entry.person().ifPresent(changed::person);
            entry.personName().ifPresent(changed::personName);
        }
        update.person().value().ifPresent(changed::person);
        if (update.workTime().isLeave()) {
            entry.reportedDuration().ifPresent(changed::reportedDuration);
        }
        if (update.activity().isLeave()) {
            entry.activity().ifPresent(changed::activity);
            entry.activityName().ifPresent(changed::activityName);
        }
        update.activity().value().ifPresent(changed::activity);
        entry.client().ifPresent(changed::client);
        entry.clientName().ifPresent(changed::clientName);
        entry.invoice().ifPresent(changed::invoice);
        if (update.project().isLeave() && update.task().isLeave()) {
            entry.projectName().ifPresent(changed::projectName);
            entry.taskName().ifPresent(changed::taskName);
        }
        movePlace(changed, entry, update);
        return changed;
    }

    /** Moves an entry to another project or task, and keeps the two consistent as the service does. */
    private void movePlace(TimeEntry.Builder changed, TimeEntry entry, TimeEntryUpdate update) {
        boolean leavesProject = update.project().isLeave();
        // A task belongs to one project, so that it does not follow to another one.
        Optional<TaskRef> task =
                !update.task().isLeave() ? update.task().value() : leavesProject ? entry.task() : Optional.empty();
        Optional<ProjectRef> project =
                leavesProject ? entry.project() : update.project().value();
        if (capabilities.required().contains(EntryField.PROJECT) && project.isEmpty() && task.isEmpty()) {
            throw new InvalidInputException("project", "neither a project nor a task", "specify one");
        }
        place(changed, project, task);
    }

    /** Returns the entry with the day to which the service's total assigns it. */
    TimeEntry summed(TimeEntry entry) {
        if (capabilities.total() != TotalKind.BY_FIXED_OFFSET
                || !(entry.workTime() instanceof WorkTime.Interval interval)) {
            return entry;
        }
        Duration duration = interval.duration();
        return entry.toBuilder()
                .workTime(WorkTime.from(interval.start().withOffsetSameInstant(ZoneOffset.UTC), duration))
                .build();
    }
}
