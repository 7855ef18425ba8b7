package dev.hourbridge.codebase;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.Inputs;
import java.util.Optional;

/** Converts new entries and updates of the common model to Codebase's form, and rejects what Codebase cannot store. */
final class CodebaseEntryWriter {
    private final Account account;
    private final Ids ids;

    CodebaseEntryWriter(Account account) {
        this.account = account;
        ids = new Ids(new AccountReferences(account));
    }

    /** Returns the permalink of the project of a new entry. */
    String project(NewTimeEntry entry) {
        ProjectRef project = entry.project()
                .orElseThrow(() -> new InvalidInputException(
                        "project", "nothing", "set a project, because Codebase records time by project"));
        return ids.project(project);
    }

    /**
     * Returns the values of a create.
     *
     * @throws InvalidInputException for a field that Codebase cannot store unchanged
     */
    NewTimeSession create(NewTimeEntry entry) {
        refuse("activity", entry.activity().isPresent());
        refuse("billable", entry.billable() != Billable.UNSPECIFIED);
        refuse("tags", !entry.tags().isEmpty());
        if (entry.note().isBlank()) {
            throw new InvalidInputException(
                    "note", "blank text", "describe the work, because Codebase requires a " + "description");
        }
        NewTimeSession.Builder session = NewTimeSession.builder()
                .summary(entry.note())
                .minutes(minutes(entry.workTime()))
                .sessionDate(entry.workTime().localDate());
        entry.person().ifPresent(person -> session.userId(ids.person(person)));
        entry.task().ifPresent(task -> session.ticketId(ticket(project(entry), task)));
        return session.build();
    }

    /**
     * Returns the values of an update.
     *
     * @throws InvalidInputException for a field that Codebase cannot change
     */
    TimeSessionUpdate update(String project, TimeEntryUpdate update) {
        if (update.isEmpty()) {
            throw new InvalidInputException("update", "no change", "set or clear a field");
        }
        refuse("activity", !update.activity().isLeave());
        refuse("billable", !update.billable().isLeave());
        refuse("tags", !update.tags().isLeave());
        if (update.project().isClear()
                || update.project()
                        .value()
                        .filter(to -> !to.id().equals(project) || !to.account().equals(account))
                        .isPresent()) {
            throw new InvalidInputException(
                    "project", "a change of the project", "create the entry in the other project and delete this one");
        }
        if (update.note().isClear()
                || update.note().value().filter(String::isBlank).isPresent()) {
            throw new InvalidInputException(
                    "note", "blank text", "describe the work, because Codebase requires a " + "description");
        }
        TimeSessionUpdate.Builder session = TimeSessionUpdate.builder();
        update.note().value().ifPresent(session::summary);
        update.workTime()
                .value()
                .ifPresent(time -> session.minutes(minutes(time)).sessionDate(time.localDate()));
        update.person().value().ifPresent(person -> session.userId(ids.person(person)));
        update.task().value().ifPresent(task -> session.ticketId(ticket(project, task)));
        if (update.task().kind() == Change.Kind.CLEAR) {
            session.clearTicketId();
        }
        return session.build();
    }

    /** Returns the complete session: the fields that the update sets, and the entry's values for all others. */
    NewTimeSession replacement(String project, TimeEntry current, TimeEntryUpdate update) {
        TimeSessionUpdate changes = update(project, update);
        NewTimeSession.Builder session = NewTimeSession.builder()
                .summary(changes.summary().value().orElse(current.note()))
                .minutes(changes.minutes().value().orElseGet(() -> minutes(current.workTime())))
                .sessionDate(
                        changes.sessionDate().value().orElse(current.workTime().localDate()));
        changes.userId().value().or(() -> current.person().map(ids::person)).ifPresent(session::userId);
        Optional<TaskRef> ticket = changes.ticketId().isLeave() ? current.task() : Optional.empty();
        ticket.map(task -> ticket(project, task))
                .or(() -> changes.ticketId().value())
                .ifPresent(session::ticketId);
        return session.build();
    }

    /** Returns the number of a ticket, which must be of the entry's project. */
    private long ticket(String project, TaskRef task) {
        SessionId ticket = ids.task(task);
        if (!ticket.project().equals(project)) {
            throw new InvalidInputException(
                    "task", "a ticket of another project", "specify a ticket of the entry's project");
        }
        return ticket.number();
    }

    /** Returns whole minutes of a day with a duration. */
    private static int minutes(WorkTime time) {
        if (time instanceof WorkTime.Interval) {
            throw new InvalidInputException(
                    "workTime", "a start and an end", "use a day and a duration, because Codebase stores no start");
        }
        return Inputs.wholeMinutes("workTime", time.duration());
    }

    private static void refuse(String field, boolean given) {
        if (given) {
            throw new InvalidInputException(field, "a value", "omit it, because Codebase does not store it");
        }
    }
}
