package dev.hourbridge.teamwork;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WorkTime.DatedDuration;
import dev.hourbridge.model.WorkTime.Interval;
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.Inputs;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Converts new entries and updates of the common model to Teamwork's form, and rejects what Teamwork cannot store.
 *
 * <p>An entry needs a start to the minute, because Teamwork requires a time. The start is written in the user's local
 * time, and the service stores no offset.
 */
final class TeamworkEntryWriter {
    private final AccountReferences references;
    private final ZoneId zone;

    TeamworkEntryWriter(Account account, ZoneId zone) {
        this.references = new AccountReferences(account);
        this.zone = zone;
    }

    /** Returns the id of an entry of this account as a number. */
    long id(TimeEntryId id) {
        return references.number("id", id.account(), id.id());
    }

    /** Returns the id of a person in this account as a number. */
    long person(PersonRef person) {
        return references.number("person", person.account(), person.id());
    }

    /** Returns the id of a project in this account as a number. */
    long project(ProjectRef project) {
        return references.number("project", project.account(), project.id());
    }

    /** Returns the id of a task in this account as a number. */
    long task(TaskRef task) {
        return references.number("task", task.account(), task.id());
    }

    /**
     * Returns the values of a create.
     *
     * @throws InvalidInputException for a field that Teamwork cannot store unchanged
     */
    NewTeamworkEntry create(NewTimeEntry entry) {
        refuseActivity(entry.activity().isPresent());
        NewTeamworkEntry.Builder built =
                NewTeamworkEntry.builder().description(text(entry.note())).tags(entry.tags());
        entry.person().ifPresent(person -> built.personId(person(person)));
        Interval interval = interval(entry.workTime());
        LocalDateTime start = wallClock(interval);
        built.date(start.toLocalDate()).time(start.toLocalTime());
        built.minutesOf("workTime", interval.duration());
        if (entry.billable() != Billable.UNSPECIFIED) {
            built.billable(entry.billable() == Billable.YES);
        }
        return built.build();
    }

    /**
     * Returns the values of an update.
     *
     * @throws InvalidInputException for a field that Teamwork cannot change
     */
    TeamworkEntryUpdate update(TimeEntryUpdate update) {
        refuseActivity(!update.activity().isLeave());
        refuse(update.task(), "task", "a change of the task", "delete the entry and create it on the other task");
        if (update.project().isClear()) {
            throw new InvalidInputException(
                    "project", "no project", "set another project, because Teamwork requires " + "one");
        }
        TeamworkEntryUpdate.Builder built = TeamworkEntryUpdate.builder();
        update.person().value().ifPresent(person -> built.personId(person(person)));
        update.project().value().ifPresent(project -> built.projectId(project(project)));
        update.workTime().value().ifPresent(workTime -> {
            Interval interval = interval(workTime);
            LocalDateTime start = wallClock(interval);
            built.date(start.toLocalDate()).time(start.toLocalTime());
            built.minutesOf("workTime", interval.duration());
        });
        update.note().value().ifPresent(note -> built.description(text(note)));
        if (update.note().isClear()) {
            built.clearDescription();
        }
        update.billable().value().ifPresent(billable -> built.billable(billable == Billable.YES));
        update.tags().value().ifPresent(built::tags);
        if (update.tags().isClear()) {
            built.clearTags();
        }
        return built.build();
    }

    private static Interval interval(WorkTime workTime) {
        if (workTime instanceof DatedDuration) {
            throw new InvalidInputException(
                    "workTime", "a day without a start", "use a start and an end, because Teamwork requires a start");
        }
        return (Interval) workTime;
    }

    /** Returns the start in the account's zone, which is all that the service stores of it. */
    private LocalDateTime wallClock(Interval interval) {
        LocalDateTime start = interval.start().atZoneSameInstant(zone).toLocalDateTime();
        WireText.checkTime("workTime", start.toLocalTime());
        WireText.checkDate("workTime", start.toLocalDate());
        return start;
    }

    private static String text(String note) {
        return Inputs.wellFormed("note", note);
    }

    private static void refuseActivity(boolean given) {
        if (given) {
            throw new InvalidInputException(
                    "activity", "a kind of work", "omit it, because Teamwork has no kinds of " + "work");
        }
    }

    private static void refuse(Change<?> change, String field, String kind, String remedy) {
        if (!change.isLeave()) {
            throw new InvalidInputException(field, kind, remedy);
        }
    }
}
