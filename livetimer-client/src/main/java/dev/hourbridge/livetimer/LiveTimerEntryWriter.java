package dev.hourbridge.livetimer;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WorkTime.DatedDuration;
import dev.hourbridge.model.WorkTime.Interval;
import dev.hourbridge.model.spi.AccountReferences;
import java.util.Optional;

/**
 * Converts new entries and updates of the common model to LiveTimer's form, and rejects what LiveTimer cannot store.
 */
final class LiveTimerEntryWriter {
    private static final String NOT_TAKEN = "a field that LiveTimer does not have";
    private static final String LEAVE_OUT = "omit it";

    private final AccountReferences references;
    private final Optional<PersonRef> owner;

    LiveTimerEntryWriter(AccountReferences references, Optional<PersonRef> owner) {
        this.references = references;
        this.owner = owner;
    }

    NewLiveTimerEntry create(NewTimeEntry entry) {
        if (entry.billable() != Billable.UNSPECIFIED) {
            throw new InvalidInputException("billable", NOT_TAKEN, LEAVE_OUT);
        }
        if (!entry.tags().isEmpty()) {
            throw new InvalidInputException("tags", NOT_TAKEN, LEAVE_OUT);
        }
        entry.person().ifPresent(this::checkOwner);
        NewLiveTimerEntry.Builder built = NewLiveTimerEntry.of(entry.workTime()).note(entry.note());
        entry.project().ifPresent(ref -> {
            long id = references.number("project", ref.account(), ref.id());
            // The service takes either, and a task implies its project.
            if (entry.task().isEmpty()) {
                built.projectId(id);
            }
        });
        entry.task().ifPresent(ref -> built.taskId(references.number("task", ref.account(), ref.id())));
        entry.activity().ifPresent(ref -> built.activityId(references.number("activity", ref.account(), ref.id())));
        return built.build();
    }

    /** Rejects a person other than the owner of the credentials, on whom the service books each entry. */
    private void checkOwner(PersonRef person) {
        references.number("person", person.account(), person.id());
        if (owner.isEmpty()) {
            throw new InvalidInputException(
                    "person",
                    "a person, but the owner of the credentials is unknown",
                    "pass the owner's id to user(id) of the builder, or omit the person");
        }
        if (!owner.get().equals(person)) {
            throw new InvalidInputException(
                    "person", "a person other than the owner of the credentials", "use that person's credentials");
        }
    }

    LiveTimerEntryUpdate update(TimeEntryUpdate update) {
        if (!update.billable().isLeave()) {
            throw new InvalidInputException("billable", NOT_TAKEN, LEAVE_OUT);
        }
        if (!update.tags().isLeave()) {
            throw new InvalidInputException("tags", NOT_TAKEN, LEAVE_OUT);
        }
        if (!update.person().isLeave() && !update.person().value().equals(owner)) {
            throw new InvalidInputException(
                    "person", "a change of person", "omit it, because LiveTimer cannot reassign an entry");
        }
        LiveTimerEntryUpdate.Builder built = LiveTimerEntryUpdate.builder();
        update.workTime().value().ifPresent(workTime -> workTime(workTime, built));
        place(update, built);
        Change<Long> activity = update.activity()
                .value()
                .map(ref -> Change.set(references.number("activity", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.activity()));
        return built.activityId(activity).note(update.note()).build();
    }

    /** Sets the work time, which converts an entry of the other kind. */
    private static void workTime(WorkTime workTime, LiveTimerEntryUpdate.Builder built) {
        if (workTime instanceof Interval interval) {
            built.startEnd(interval.start(), interval.end());
        } else if (workTime instanceof DatedDuration dated) {
            built.durationOnly(dated.date(), WireText.minutes("workTime", dated.duration()));
        }
    }

    private void place(TimeEntryUpdate update, LiveTimerEntryUpdate.Builder built) {
        Change<Long> project = update.project()
                .value()
                .map(ref -> Change.set(references.number("project", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.project()));
        Change<Long> task = update.task()
                .value()
                .map(ref -> Change.set(references.number("task", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.task()));
        boolean both = project.value().isPresent() && task.value().isPresent();
        // Cleared as well: a task would keep the entry in its project.
        boolean out = project.isClear() && task.isLeave();
        built.projectId(both ? Change.leave() : project).taskId(out ? Change.clear() : task);
    }

    private static <T> Change<T> unset(Change<?> change) {
        return change.isClear() ? Change.clear() : Change.leave();
    }
}
