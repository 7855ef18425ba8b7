package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.InvalidInputException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the requests documented on the vendor's page "Time Entries". */
final class Requests {
    private static final String LIST = "time_entries.xml";
    private static final String ITEM = "time_entries/{id}.xml";
    private static final int MAX_GROUPINGS = 2;
    private static final int SECONDS_PER_MINUTE = 60;

    private Requests() {}

    static ApiRequest get(long id, Set<Include> include) {
        return include(ApiRequest.get("getTimeEntry", ITEM, Ids.text("id", id)), include);
    }

    static ApiRequest list(LiveTimerFilter filter, Set<Include> include, long start, long end) {
        return include(filter(ApiRequest.get("listTimeEntries", LIST), filter), include)
                .query("start", start)
                .query("end", end);
    }

    static ApiRequest summary(LiveTimerFilter filter, Set<Grouping> groupings) {
        if (groupings.size() > MAX_GROUPINGS) {
            throw new InvalidInputException("groupBy", "more than two groupings", "specify at most two");
        }
        if (groupings.stream().filter(Grouping::isHierarchical).count() > 1) {
            throw new InvalidInputException(
                    "groupBy",
                    "more than one of clients, projects and tasks",
                    "use only the lowest one, which " + "implies the others");
        }
        return list(
                filter(ApiRequest.get("summarizeTimeEntries", "time_entries/summary.xml"), filter),
                "group_by",
                groupings,
                Grouping::wire);
    }

    static ApiRequest create(NewLiveTimerEntry entry) {
        return EntryBody.of(entry).on(ApiRequest.post("createTimeEntry", LIST));
    }

    static ApiRequest update(long id, LiveTimerEntryUpdate update) {
        if (update.isEmpty()) {
            throw new InvalidInputException("update", "no change", "set or clear at least one field");
        }
        return EntryBody.of(update).on(update(id));
    }

    static ApiRequest update(long id) {
        return ApiRequest.put("updateTimeEntry", ITEM, Ids.text("id", id));
    }

    static ApiRequest delete(long id) {
        return ApiRequest.delete("deleteTimeEntry", ITEM, Ids.text("id", id));
    }

    private static ApiRequest include(ApiRequest request, Set<Include> include) {
        return list(request, "include", include, Include::wire);
    }

    private static ApiRequest filter(ApiRequest request, LiveTimerFilter filter) {
        ApiRequest filtered = list(request, "users", filter.users(), UserTerm::wire);
        filtered = list(filtered, "clients", filter.clients(), ItemTerm::wire);
        filtered = list(filtered, "projects", filter.projects(), AssignableTerm::wire);
        filtered = list(filtered, "tasks", filter.tasks(), ItemTerm::wire);
        filtered = list(filtered, "activities", filter.activities(), AssignableTerm::wire);
        if (filter.startDate().isPresent()) {
            filtered = filtered.query(
                    "start_date", WireText.queryDate(filter.startDate().get()));
        }
        if (filter.endDate().isPresent()) {
            filtered = filtered.query(
                    "end_date", WireText.queryDate(filter.endDate().get()));
        }
        if (filter.utcOffset().isPresent()) {
            filtered = filtered.query("utc_offset", filter.utcOffset().get().getTotalSeconds() / SECONDS_PER_MINUTE);
        }
        return filtered;
    }

    private static <T> ApiRequest list(
            ApiRequest request, String name, Collection<T> values, Function<T, String> wire) {
        return values.isEmpty()
                ? request
                : request.query(name, values.stream().map(wire).collect(Collectors.joining(",")));
    }
}
