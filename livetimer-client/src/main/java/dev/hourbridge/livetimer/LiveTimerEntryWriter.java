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
import java.util.Optional;

/** Turns what the common model wants written into what LiveTimer takes, and refuses the rest. */
final class LiveTimerEntryWriter {
    private static final String NOT_TAKEN = "a field that LiveTimer does not have";
    private static final String LEAVE_OUT = "leave it out";

    private final References references;
    private final Optional<PersonRef> owner;

    LiveTimerEntryWriter(References references, Optional<PersonRef> owner) {
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
            long id = references.id("project", ref.account(), ref.id());
            // The service takes one of the two, and a task implies its project.
            if (entry.task().isEmpty()) {
                built.projectId(id);
            }
        });
        entry.task().ifPresent(ref -> built.taskId(references.id("task", ref.account(), ref.id())));
        entry.activity().ifPresent(ref -> built.activityId(references.id("activity", ref.account(), ref.id())));
        return built.build();
    }

    /** The service takes no person: it books the entry on the owner of the credentials, whoever that is. */
    private void checkOwner(PersonRef person) {
        references.id("person", person.account(), person.id());
        if (owner.isEmpty()) {
            throw new InvalidInputException(
                    "person",
                    "a person, where the owner of the credentials is not known",
                    "give the owner's id to the builder by user(id), or leave the person out");
        }
        if (!owner.get().equals(person)) {
            throw new InvalidInputException(
                    "person", "another person than the owner of the credentials", "use that person's credentials");
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
                    "person", "a change of person", "leave it, LiveTimer gives an entry to nobody else");
        }
        LiveTimerEntryUpdate.Builder built = LiveTimerEntryUpdate.builder();
        update.workTime().value().ifPresent(workTime -> workTime(workTime, built));
        place(update, built);
        Change<Long> activity = update.activity()
                .value()
                .map(ref -> Change.set(references.id("activity", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.activity()));
        return built.activityId(activity).note(update.note()).build();
    }

    /** Also turns an entry of the other kind into one of this. */
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
                .map(ref -> Change.set(references.id("project", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.project()));
        Change<Long> task = update.task()
                .value()
                .map(ref -> Change.set(references.id("task", ref.account(), ref.id())))
                .orElseGet(() -> unset(update.task()));
        boolean both = project.value().isPresent() && task.value().isPresent();
        // Off a task too, which would keep the entry in the task's project.
        boolean out = project.isClear() && task.isLeave();
        built.projectId(both ? Change.leave() : project).taskId(out ? Change.clear() : task);
    }

    private static <T> Change<T> unset(Change<?> change) {
        return change.isClear() ? Change.clear() : Change.leave();
    }
}
