package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiRequest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes queries as request parameters.
 *
 * <p>The documents for lists and totals spell parameters differently: {@code fromdate} for lists, {@code fromDate} for
 * totals. Each request uses the spelling of its document, although the service appears to accept both.
 */
final class QueryText {
    private QueryText() {}

    /** Returns a list request with these conditions. */
    static ApiRequest of(ApiRequest plain, TeamworkEntryQuery query) {
        ApiRequest request = plain;
        if (query.fromDate().isPresent()) {
            request = request.query("fromdate", WireText.date(query.fromDate().get()));
        }
        if (query.fromTime().isPresent()) {
            request = request.query("fromtime", WireText.time(query.fromTime().get()));
        }
        if (query.toDate().isPresent()) {
            request = request.query("todate", WireText.date(query.toDate().get()));
        }
        if (query.toTime().isPresent()) {
            request = request.query("totime", WireText.time(query.toTime().get()));
        }
        request = request.query("sortby", query.sortBy().wire())
                .query("sortorder", query.sortOrder().name());
        if (query.userId().isPresent()) {
            request = request.query("userId", query.userId().getAsLong());
        }
        if (query.billableType().isPresent()) {
            request = request.query("billableType", query.billableType().get().wire());
        }
        if (query.invoicedType().isPresent()) {
            request = request.query("invoicedType", query.invoicedType().get().wire());
        }
        if (query.showDeleted().isPresent()) {
            request = request.query("showDeleted", query.showDeleted().get().toString());
        }
        if (!query.tagIds().isEmpty()) {
            request = request.query("tagIds", csv(query.tagIds()));
        }
        if (!query.taskTagIds().isEmpty()) {
            request = request.query("taskTagIds", csv(query.taskTagIds()));
        }
        if (query.updatedAfterDate().isPresent()) {
            request = request.query(
                    "updatedAfterDate",
                    WireText.dateTime(query.updatedAfterDate().get()));
        }
        return request.query("pageSize", query.pageSize());
    }

    /** Returns a total request with these conditions. */
    static ApiRequest of(ApiRequest plain, TotalsQuery query) {
        ApiRequest request = plain;
        if (query.userId().isPresent()) {
            request = request.query("userId", query.userId().getAsLong());
        }
        if (query.fromDate().isPresent()) {
            request = request.query("fromDate", WireText.date(query.fromDate().get()));
        }
        if (query.fromTime().isPresent()) {
            request = request.query("fromTime", WireText.time(query.fromTime().get()));
        }
        if (query.toDate().isPresent()) {
            request = request.query("toDate", WireText.date(query.toDate().get()));
        }
        if (query.toTime().isPresent()) {
            request = request.query("toTime", WireText.time(query.toTime().get()));
        }
        if (query.projectType().isPresent()) {
            request = request.query("projectType", query.projectType().get().wire());
        }
        if (query.pageSize().isPresent()) {
            request = request.query("pageSize", query.pageSize().getAsInt());
        }
        return request;
    }

    private static String csv(List<Long> ids) {
        return ids.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","));
    }
}
