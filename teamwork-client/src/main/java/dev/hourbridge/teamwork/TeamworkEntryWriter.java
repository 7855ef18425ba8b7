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
 * Turns what the common model wants written into what Teamwork takes, and refuses the rest.
 *
 * <p>An entry needs a start to the minute, because Teamwork requires a time. The start is written on the wall clock of the user, and the service
 * stores no offset.
 */
final class TeamworkEntryWriter {
    private final AccountReferences references;
    private final ZoneId zone;

    TeamworkEntryWriter(Account account, ZoneId zone) {
        this.references = new AccountReferences(account);
        this.zone = zone;
    }

    /** Returns the number of an entry of this account. */
    long id(TimeEntryId id) {
        return references.number("id", id.account(), id.id());
    }

    /** Returns the number of a person of this account. */
    long person(PersonRef person) {
        return references.number("person", person.account(), person.id());
    }

    /** Returns the number of a project of this account. */
    long project(ProjectRef project) {
        return references.number("project", project.account(), project.id());
    }

    /** Returns the number of a task of this account. */
    long task(TaskRef task) {
        return references.number("task", task.account(), task.id());
    }

    /**
     * Returns the values of a create.
     *
     * @throws InvalidInputException for a field that Teamwork cannot store as it is
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
            throw new InvalidInputException("project", "no project", "set another project: Teamwork requires one");
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
                    "workTime", "a day without a start", "give a start and an end: Teamwork requires a start");
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
            throw new InvalidInputException("activity", "a kind of work", "leave it out: Teamwork has none");
        }
    }

    private static void refuse(Change<?> change, String field, String kind, String remedy) {
        if (!change.isLeave()) {
            throw new InvalidInputException(field, kind, remedy);
        }
    }
}
