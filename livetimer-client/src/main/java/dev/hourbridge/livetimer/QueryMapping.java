package dev.hourbridge.livetimer;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * From queries of the common model to filters. What a filter cannot say exactly is asked for wider, and
 * cut by the caller.
 */
final class QueryMapping {
    private final References references;

    QueryMapping(References references) {
        this.references = references;
    }

    /**
     * A filter that lets through all that the query matches, and more.
     *
     * <p>The service cuts days at one offset, an entry has its own: so a day more on each side. Whether
     * {@code end_date} is inclusive is not documented: so another at the end.
     *
     * <p>Nor is it documented whether an entry on a task counts as one of the task's project, or of none:
     * so entries on no project are asked for too.
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

    /** A filter for the entries from a day on, by the UTC date of their start; the project is not in it. */
    LiveTimerFilter from(TimeEntryQuery query, LocalDate day) {
        return people(query)
                .startDate(day("firstDay", day))
                .utcOffset(ZoneOffset.UTC)
                .build();
    }

    /** As {@link #from}, from the day after on. */
    LiveTimerFilter after(TimeEntryQuery query, LocalDate day) {
        return from(query, day("lastDay", day).plusDays(1));
    }

    /** A filter for the entries of all days; the project is not in it. */
    LiveTimerFilter ofAllDays(TimeEntryQuery query) {
        return people(query).build();
    }

    OptionalLong projectId(TimeEntryQuery query) {
        return query.project()
                .map(ref -> OptionalLong.of(references.id("project", ref.account(), ref.id())))
                .orElse(OptionalLong.empty());
    }

    private LiveTimerFilter.Builder people(TimeEntryQuery query) {
        LiveTimerFilter.Builder filter = LiveTimerFilter.builder();
        query.person().ifPresent(ref -> filter.users(UserTerm.id(references.id("person", ref.account(), ref.id()))));
        query.task().ifPresent(ref -> filter.tasks(ItemTerm.id(references.id("task", ref.account(), ref.id()))));
        return filter;
    }

    /** A day that can be widened and still has four digits of a year. */
    private static LocalDate day(String field, LocalDate day) {
        if (day.getYear() < 2 || day.getYear() > 9998) {
            throw new InvalidInputException(field, "a year out of bounds", "give 2 to 9998, or leave it out");
        }
        return day;
    }
}
