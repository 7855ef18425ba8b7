package dev.hourbridge.teampulse;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.AccountReferences;

/**
 * Converts new entries and updates of the common model to TeamPulse's form, and rejects what TeamPulse cannot store.
 */
final class TeamPulseEntryWriter {
    static final int MAX_NOTE_LENGTH = 128;

    private final AccountReferences references;

    TeamPulseEntryWriter(Account account) {
        references = new AccountReferences(account);
    }

    /**
     * Returns the values of a create.
     *
     * @throws InvalidInputException for a field that TeamPulse cannot store unchanged
     */
    NewTeamPulseEntry create(NewTimeEntry entry) {
        refuse("project", entry.project().isPresent(), "use only the task, which implies its project");
        refuse("billable", entry.billable() != Billable.UNSPECIFIED, "use the work type instead");
        refuse("tags", !entry.tags().isEmpty(), "omit them");
        WorkTime.DatedDuration worked = dated(entry.workTime());
        NewTeamPulseEntry.Builder built = NewTeamPulseEntry.builder()
                .date(worked.date())
                .duration(worked.duration())
                .userId(person(entry.person()
                        .orElseThrow(() ->
                                missing("person", "set the person who worked, because TeamPulse has no " + "default"))))
                .taskId(task(entry.task()
                        .orElseThrow(() -> missing("task", "set a task, because TeamPulse requires " + "one"))))
                .type(type(entry.activity()
                        .orElseThrow(() -> missing("activity", "use the name of one of the project's work types"))));
        if (!entry.note().isEmpty()) {
            built.note(note(entry.note()));
        }
        return built.build();
    }

    /**
     * Returns the values of an update.
     *
     * @throws InvalidInputException for a field that TeamPulse cannot change
     */
    TeamPulseEntryUpdate update(TimeEntryUpdate update) {
        refuse("person", !update.person().isLeave(), "delete the entry and create another one");
        refuse("project", !update.project().isLeave(), "delete the entry and create another one one on the other task");
        refuse("task", !update.task().isLeave(), "delete the entry and create another one");
        refuse("billable", !update.billable().isLeave(), "use the work type instead");
        refuse("tags", !update.tags().isLeave(), "omit them");
        refuse("activity", update.activity().isClear(), "set another work type, because TeamPulse requires one");
        TeamPulseEntryUpdate.Builder built = TeamPulseEntryUpdate.builder();
        update.workTime()
                .value()
                .map(TeamPulseEntryWriter::dated)
                .ifPresent(worked -> built.date(worked.date()).duration(worked.duration()));
        update.activity().value().ifPresent(activity -> built.type(type(activity)));
        Change<String> note = update.note();
        note.value().ifPresent(text -> built.note(note(text)));
        return (note.isClear() ? built.clearNote() : built).build();
    }

    long id(TimeEntryId id) {
        return references.number("id", id.account(), id.id());
    }

    long person(PersonRef person) {
        return references.number("person", person.account(), person.id());
    }

    long task(TaskRef task) {
        return references.number("task", task.account(), task.id());
    }

    private String type(ActivityRef activity) {
        return references.text("activity", activity.account(), activity.id());
    }

    /** Returns a day with a duration, the only form that the service stores. */
    private static WorkTime.DatedDuration dated(WorkTime worked) {
        if (worked instanceof WorkTime.DatedDuration dated) {
            return dated;
        }
        throw new InvalidInputException(
                "workTime", "a start and an end", "use a day and a duration, because TeamPulse stores no start");
    }

    /** Returns the note, which has a maximum length. */
    private static String note(String note) {
        if (note.length() > MAX_NOTE_LENGTH) {
            throw new InvalidInputException(
                    "note",
                    "text longer than " + MAX_NOTE_LENGTH + " characters",
                    "shorten it to " + MAX_NOTE_LENGTH + " UTF-16 code units, because TeamPulse stores no more");
        }
        return note;
    }

    private static void refuse(String field, boolean given, String remedy) {
        if (given) {
            throw new InvalidInputException(field, "a value that TeamPulse cannot store or change", remedy);
        }
    }

    private static InvalidInputException missing(String field, String remedy) {
        return new InvalidInputException(field, "no value", remedy);
    }
}
