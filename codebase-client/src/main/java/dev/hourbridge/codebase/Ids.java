package dev.hourbridge.codebase;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.spi.AccountReferences;
import java.time.LocalDate;

/**
 * Converts ids and references of the common model. Immutable.
 *
 * @param references the references of the client's account
 */
record Ids(AccountReferences references) {

    static long check(String field, long id) {
        return AccountReferences.checkId(field, id);
    }

    /** Checks that the year of a day has at most four digits, as the service writes it, and returns the day. */
    static LocalDate checkDay(String field, LocalDate day) {
        if (!isDay(day)) {
            throw new InvalidInputException(
                    field, "a year that does not have one to four digits", "specify years 1 to " + "9999");
        }
        return day;
    }

    static boolean isDay(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    SessionId entry(TimeEntryId id) {
        return SessionId.parse("time entry id", references.text("time entry id", id.account(), id.id()));
    }

    SessionId task(TaskRef task) {
        return SessionId.parse("task", references.text("task", task.account(), task.id()));
    }

    long person(PersonRef person) {
        return references.number("person", person.account(), person.id());
    }

    String project(ProjectRef project) {
        return references.text("project", project.account(), project.id());
    }
}
