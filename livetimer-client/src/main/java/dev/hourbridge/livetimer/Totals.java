package dev.hourbridge.livetimer;

import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Computes the service's total for a query. It relies only on the documented properties of summaries.
 *
 * <p>Whether {@code end_date} is inclusive is not documented. The total is therefore the difference of two summaries
 * without an end date: one that starts on the first day, minus one that starts on the day after the last day. Whether
 * the filter by project includes entries on tasks is not documented either, so this class groups by task, where "the
 * report will automatically be grouped by its parents as well".
 */
final class Totals {
    private final LiveTimerTimeEntries entries;
    private final QueryMapping queries;

    Totals(LiveTimerTimeEntries entries, QueryMapping queries) {
        this.entries = entries;
        this.queries = queries;
    }

    Duration of(TimeEntryQuery query) {
        OptionalLong project = queries.projectId(query);
        LiveTimerFilter fromFirst = from(query);
        Optional<LiveTimerFilter> afterLast = after(query);
        return Duration.ofMinutes(minutes(fromFirst, project)
                - afterLast.map(filter -> minutes(filter, project)).orElse(0L));
    }

    /** Returns the number of entries; empty for a query with a project, and if the service states no number. */
    OptionalLong count(TimeEntryQuery query) {
        if (queries.projectId(query).isPresent()) {
            return OptionalLong.empty();
        }
        LiveTimerFilter from = from(query);
        Optional<LiveTimerFilter> after = after(query);
        OptionalLong fromFirst = entries.count(from);
        if (fromFirst.isEmpty() || after.isEmpty()) {
            return fromFirst;
        }
        OptionalLong afterLast = entries.count(after.get());
        return afterLast.isEmpty() ? afterLast : OptionalLong.of(fromFirst.getAsLong() - afterLast.getAsLong());
    }

    private LiveTimerFilter from(TimeEntryQuery query) {
        return query.firstDay().map(day -> queries.from(query, day)).orElseGet(() -> queries.ofAllDays(query));
    }

    private Optional<LiveTimerFilter> after(TimeEntryQuery query) {
        return query.lastDay().map(day -> queries.after(query, day));
    }

    private long minutes(LiveTimerFilter filter, OptionalLong project) {
        if (project.isEmpty()) {
            return entries.summary(filter).minutes();
        }
        return entries.summary(filter, Grouping.TASKS)
                .walk()
                .filter(group -> group.kind() == Kind.PROJECT && group.id().equals(project))
                .mapToLong(TimeSummary::minutes)
                .sum();
    }
}
