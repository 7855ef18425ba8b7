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

/** From the common model's entries to TeamPulse's: what it does not take is refused, never dropped. */
final class TeamPulseEntryWriter {
    static final int LONGEST_NOTE = 128;

    private final Account account;

    TeamPulseEntryWriter(Account account) {
        this.account = account;
    }

    NewTeamPulseEntry create(NewTimeEntry entry) {
        refuse("project", entry.project().isPresent(), "give the task alone: it is of one project");
        refuse("billable", entry.billable() != Billable.UNSPECIFIED, "say it by the work type");
        refuse("tags", !entry.tags().isEmpty(), "leave them out");
        WorkTime.DatedDuration worked = dated(entry.workTime());
        NewTeamPulseEntry.Builder built = NewTeamPulseEntry.builder()
                .date(worked.date())
                .duration(worked.duration())
                .userId(person(entry.person()
                        .orElseThrow(() -> missing("person", "give the user who worked; TeamPulse assumes none"))))
                .taskId(task(entry.task().orElseThrow(() -> missing("task", "give one, since every entry is on one"))))
                .type(type(entry.activity()
                        .orElseThrow(() -> missing("activity", "give one of the project's work types, by its name"))));
        if (!entry.note().isEmpty()) {
            built.note(note(entry.note()));
        }
        return built.build();
    }

    TeamPulseEntryUpdate update(TimeEntryUpdate update) {
        refuse("person", !update.person().isLeave(), "delete the entry and create another");
        refuse("project", !update.project().isLeave(), "delete the entry and create another on its task");
        refuse("task", !update.task().isLeave(), "delete the entry and create another");
        refuse("billable", !update.billable().isLeave(), "say it by the work type");
        refuse("tags", !update.tags().isLeave(), "leave them out");
        refuse("activity", update.activity().isClear(), "give another work type: every entry has one");
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
        return Ids.number("id", account, id.account(), id.id());
    }

    long person(PersonRef person) {
        return Ids.number("person", account, person.account(), person.id());
    }

    long task(TaskRef task) {
        return Ids.number("task", account, task.account(), task.id());
    }

    private String type(ActivityRef activity) {
        return Ids.own("activity", account, activity.account(), activity.id());
    }

    private static WorkTime.DatedDuration dated(WorkTime worked) {
        if (worked instanceof WorkTime.DatedDuration dated) {
            return dated;
        }
        throw new InvalidInputException(
                "workTime", "a start and an end", "give the day and the duration, which is all that TeamPulse holds");
    }

    private static String note(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidInputException(
                    "note",
                    "a text of more than " + LONGEST_NOTE + " characters",
                    "shorten it to " + LONGEST_NOTE + " UTF-16 units, which is all that TeamPulse holds");
        }
        return note;
    }

    private static void refuse(String field, boolean given, String remedy) {
        if (given) {
            throw new InvalidInputException(field, "a value that TeamPulse does not take here", remedy);
        }
    }

    private static InvalidInputException missing(String field, String remedy) {
        return new InvalidInputException(field, "nothing, where TeamPulse demands it", remedy);
    }
}
