package dev.hourbridge.codebase;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import java.time.LocalDate;

/**
 * A number within a project, as the common model's ids spell it: {@code permalink/number}.
 *
 * @param project the permalink
 * @param number of the session or the ticket
 */
record Ids(String project, long number) {
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    static long check(String field, long id) {
        if (id < 1) {
            throw new InvalidInputException(field, "a number below 1", "give the number as Codebase shows it");
        }
        return id;
    }

    /** A day with the four digits of a year that the wire has room for. */
    static LocalDate checkDay(String field, LocalDate day) {
        if (!isDay(day)) {
            throw new InvalidInputException(field, "a year that is not of one to four digits", "give years 1 to 9999");
        }
        return day;
    }

    static boolean isDay(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    static LocalDate nearestDay(LocalDate day) {
        LocalDate notBefore = day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
        return notBefore.isAfter(LAST_DAY) ? LAST_DAY : notBefore;
    }

    static Ids ofEntry(Account account, TimeEntryId id) {
        return parse("time entry id", own(account, "time entry id", id.account(), id.id()));
    }

    static Ids ofTask(Account account, TaskRef task) {
        return parse("task", own(account, "task", task.account(), task.id()));
    }

    static long ofPerson(Account account, PersonRef person) {
        return number("person", own(account, "person", person.account(), person.id()));
    }

    /** The id, if the reference is of our account. */
    static String own(Account account, String field, Account of, String id) {
        if (!of.equals(account)) {
            throw new InvalidInputException(
                    field, "a reference of the account " + of, "give one of " + account + "; map it first");
        }
        return id;
    }

    private static Ids parse(String field, String id) {
        int slash = id.indexOf('/');
        if (slash < 1) {
            throw new InvalidInputException(field, "an id without a project", "write it as permalink/number");
        }
        return new Ids(id.substring(0, slash), number(field, id.substring(slash + 1)));
    }

    private static long number(String field, String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidInputException(
                    field, "an id that is not a whole number from 1", "give the number as Codebase shows it");
        }
        return Long.parseLong(text);
    }
}
