package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.spi.Pagers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One of the service's lists, with its envelope and the key of its rows.
 *
 * @param <T> the type of the rows
 */
final class ODataList<T> {
    private final ApiClient api;
    private final boolean strictDates;
    private final Class<? extends ListJson<T>> envelope;
    private final ODataField<?> keyField;
    private final Function<T, String> key;

    ODataList(
            ApiClient api,
            boolean strictDates,
            Class<? extends ListJson<T>> envelope,
            ODataField<?> keyField,
            Function<T, String> key) {
        this.api = api;
        this.strictDates = strictDates;
        this.envelope = envelope;
        this.keyField = keyField;
        this.key = key;
    }

    /** Returns the key of a row, which is unique in the list. */
    String key(T item) {
        return key.apply(item);
    }

    long maxListRows() {
        return api.maxListRows();
    }

    /**
     * Returns a pager over all rows. A filter that is too long for one list is split, and each part has its own list.
     */
    Pager<T> pager(ApiRequest list, ODataQuery query) {
        List<ODataQuery> parts = parts(query);
        if (parts.size() == 1) {
            return Pagers.scoped(
                    Pagers.paged(new ODataPages<>(this, list, parts.get(0))), api.scope(list) + " " + query);
        }
        if (query.top().isPresent() || query.skip().isPresent()) {
            throw new InvalidInputException(
                    "filter",
                    "a filter that is too long for one request, combined with top or skip",
                    "omit top and " + "skip");
        }
        List<Pager<T>> pagers = parts.stream()
                .map(part -> Pagers.paged(new ODataPages<>(this, list, part)))
                .toList();
        return Pagers.concatenated(pagers, key);
    }

    /** Reads one page with one request, with top and skip as set in the query. */
    ODataPage<T> page(ApiRequest list, ODataQuery query) {
        if (parts(query).size() > 1) {
            throw new InvalidInputException(
                    "filter", "a filter that is too long for one request", "use list, or " + "fewer values");
        }
        return fetch(list, query, query.top(), query.skip().orElse(0));
    }

    /**
     * Requests a page in a total order. Without one, the service may return one row on two pages and another row on
     * none.
     *
     * @param top the number of rows to request; empty for the service's default
     * @param skip the number of rows to skip
     */
    ODataPage<T> fetch(ApiRequest list, ODataQuery query, OptionalInt top, int skip) {
        ODataOrder order =
                query.orderBy().map(given -> given.madeTotalBy(keyField.name())).orElseGet(keyField::asc);
        ApiRequest request = list;
        if (query.filter().isPresent()) {
            request = request.query("$filter", query.filter().get().text(strictDates));
        }
        request = request.query("$orderby", order.toString());
        if (top.isPresent()) {
            request = request.query("$top", top.getAsInt());
        }
        if (skip > 0) {
            request = request.query("$skip", skip);
        }
        ApiResponse response = api.read(request);
        ListJson<T> json = Json.read(response, envelope);
        List<T> rows = json.results();
        if (rows == null) {
            throw response.malformed("has no list of results");
        }
        return ODataPage.of(json, rows);
    }

    /** Returns the queries that the service accepts, one for each part of a long filter. */
    private static List<ODataQuery> parts(ODataQuery query) {
        Optional<ODataFilter> filter = query.filter();
        return filter.isEmpty()
                ? List.of(query)
                : FilterSplitter.of(filter.get()).stream()
                        .map(part -> query.toBuilder().filter(part).build())
                        .toList();
    }
}
