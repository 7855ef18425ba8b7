package dev.hourbridge.livetimer;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.AccountReferences;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Converts queries of the common model to filters. If a filter cannot express a query exactly, it matches more entries,
 * and the caller filters the result.
 */
final class QueryMapping {
    private final AccountReferences references;

    QueryMapping(AccountReferences references) {
        this.references = references;
    }

    /**
     * Returns a filter that matches everything that the query matches, and possibly more.
     *
     * <p>The service divides time into days at one offset, but each entry has its own offset, so the filter includes
     * one more day on each side. Whether {@code end_date} is inclusive is not documented, so the filter includes
     * another day at the end.
     *
     * <p>Whether an entry on a task matches by the task's project is not documented either, so the filter includes
     * entries without a project.
     */
    LiveTimerFilter wide(TimeEntryQuery query) {
        LiveTimerFilter.Builder filter = people(query);
        projectId(query).ifPresent(id -> filter.projects(AssignableTerm.id(id), AssignableTerm.NONE));
        query.firstDay().ifPresent(day -> filter.startDate(day("firstDay", day).minusDays(1)));
        query.lastDay().ifPresent(day -> filter.endDate(day("lastDay", day).plusDays(2)));
        if (query.firstDay().isPresent() || query.lastDay().isPresent()) {
            filter.utcOffset(ZoneOffset.UTC);
        }
        return filter.build();
    }

    /** Returns a filter for the entries on or after a day, by the UTC date of their start, without the project. */
    LiveTimerFilter from(TimeEntryQuery query, LocalDate day) {
        return people(query)
                .startDate(day("firstDay", day))
                .utcOffset(ZoneOffset.UTC)
                .build();
    }

    /** Returns the same filter as {@link #from}, starting one day later. */
    LiveTimerFilter after(TimeEntryQuery query, LocalDate day) {
        return from(query, day("lastDay", day).plusDays(1));
    }

    /** Returns a filter for the entries of all days, without the project. */
    LiveTimerFilter ofAllDays(TimeEntryQuery query) {
        return people(query).build();
    }

    OptionalLong projectId(TimeEntryQuery query) {
        return query.project()
                .map(ref -> OptionalLong.of(references.number("project", ref.account(), ref.id())))
                .orElse(OptionalLong.empty());
    }

    private LiveTimerFilter.Builder people(TimeEntryQuery query) {
        LiveTimerFilter.Builder filter = LiveTimerFilter.builder();
        query.person()
                .ifPresent(ref -> filter.users(UserTerm.id(references.number("person", ref.account(), ref.id()))));
        query.task().ifPresent(ref -> filter.tasks(ItemTerm.id(references.number("task", ref.account(), ref.id()))));
        return filter;
    }

    /** Returns the day if its year still has four digits after the range is widened. */
    private static LocalDate day(String field, LocalDate day) {
        if (day.getYear() < 2 || day.getYear() > 9998) {
            throw new InvalidInputException(
                    field, "a year out of bounds", "use a year from 2 to 9998, or omit the day");
        }
        return day;
    }
}
