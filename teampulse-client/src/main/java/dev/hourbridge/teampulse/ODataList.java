package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One of the service's lists: where it is, what its rows are, and what tells them apart.
 *
 * @param <T> the rows
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

    /** What tells a row from every other. */
    String key(T item) {
        return key.apply(item);
    }

    long maxListRows() {
        return api.maxListRows();
    }

    /** Every row, page by page; a filter that is too long for one list by a list for each of its parts. */
    Pager<T> pager(ApiRequest list, ODataQuery query) {
        List<ODataQuery> parts = parts(query);
        if (parts.size() == 1) {
            return Pager.of(new ODataPages<>(this, list, parts.get(0)));
        }
        if (query.top().isPresent() || query.skip().isPresent()) {
            throw new InvalidInputException(
                    "filter", "a list too long for one request together with top or skip", "leave out top and skip");
        }
        List<Pager<T>> pagers = new ArrayList<>();
        parts.forEach(part -> pagers.add(Pager.of(new ODataPages<>(this, list, part))));
        return Pager.ofStream(() -> new ConcatenatedIterator<>(pagers, key));
    }

    /** One request, with top and skip as they are in the query. */
    ODataPage<T> page(ApiRequest list, ODataQuery query) {
        if (parts(query).size() > 1) {
            throw new InvalidInputException(
                    "filter", "a list too long for one request", "list it page by page, or give fewer values");
        }
        return fetch(list, query, query.top(), query.skip().orElse(0));
    }

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
        Answer answer = api.read(request);
        ListJson<T> json = Json.read(answer, envelope);
        List<T> rows = json.results();
        if (rows == null) {
            throw answer.malformed("has no list of results");
        }
        return ODataPage.of(json, rows);
    }

    private static List<ODataQuery> parts(ODataQuery query) {
        Optional<ODataFilter> filter = query.filter();
        return filter.isEmpty()
                ? List.of(query)
                : FilterSplitter.of(filter.get()).stream()
                        .map(part -> query.toBuilder().filter(part).build())
                        .toList();
    }
}
