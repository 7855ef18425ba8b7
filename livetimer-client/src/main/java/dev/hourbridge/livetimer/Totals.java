package dev.hourbridge.livetimer;

import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Computes the service's sum for a query from the documented properties of summaries only.
 *
 * <p>Whether {@code end_date} is inclusive is not documented: so this subtracts the sum from the day after the last day on
 * from the sum from the first day on. Whether the filter by project includes entries on tasks is not documented either:
 * so this groups by task, where "the report will automatically be grouped by its parents as well".
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

    /** Returns the number of entries; empty for a project, and where the service announces none. */
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
