package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.spi.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list. The next page begins after the rows received, and only an empty page ends the list, because the
 * service may return fewer rows than requested and its page limit is not documented.
 */
final class ODataPages<T> implements PageSource<T> {
    private static final int PAGE_SIZE = 100;

    /** The most rows that a token can name. */
    private static final int MAX_RECEIVED = 999_999_999;

    private final ODataList<T> list;
    private final ApiRequest request;
    private final ODataQuery query;

    ODataPages(ODataList<T> list, ApiRequest request, ODataQuery query) {
        this.list = list;
        this.request = request;
        this.query = query;
    }

    @Override
    public Page<T> fetch(@Nullable PageToken token) {
        int received = received(token);
        int left = query.top().isPresent() ? query.top().getAsInt() - received : PAGE_SIZE;
        if (left <= 0) {
            throw foreignToken();
        }
        if (query.skip().orElse(0) > Integer.MAX_VALUE - received) {
            throw new InvalidInputException(
                    "skip", "a number too large for this list", "use a smaller number, or a range of days");
        }
        int skip = query.skip().orElse(0) + received;
        ODataPage<T> page = list.fetch(request, query, OptionalInt.of(Math.min(left, PAGE_SIZE)), skip);
        List<T> rows = page.results();
        if (query.top().isPresent() && rows.size() >= left) {
            return Page.of(rows.subList(0, left), null);
        }
        PageToken next = rows.isEmpty() ? null : PageToken.parse(Integer.toString(received + rows.size()));
        return isOfTheWholeList(page, skip)
                ? Page.of(rows, next, page.totalResults().getAsLong())
                : Page.of(rows, next);
    }

    /**
     * Returns whether the announced total can only be that of the whole list, which then shows whether the list changes while
     * it is read. It never ends the list, because the total may as well be that of the page.
     */
    private boolean isOfTheWholeList(ODataPage<T> page, int skip) {
        if (query.top().isPresent()
                || query.skip().isPresent()
                || page.totalResults().isEmpty()) {
            return false;
        }
        long total = page.totalResults().getAsLong();
        long received = page.results().size();
        return total != received && total >= skip + received;
    }

    @Override
    public String key(T item) {
        return list.key(item);
    }

    @Override
    public long maxRows() {
        return list.maxListRows();
    }

    /**
     * Predicts pages of the same length as the page that was read. If the total is known, pages are predicted up to the
     * end of the list; otherwise, their number is unlimited. A page with fewer rows than requested is probably the last
     * one with rows, so only the page after it is predicted.
     */
    @Override
    public Optional<PageToken> predictNext(@Nullable PageToken token, Page<T> read) {
        int rows = read.items().size();
        long received = (long) received(token) + rows;
        if (rows == 0 || received >= query.top().orElse(MAX_RECEIVED)) {
            return Optional.empty();
        }
        PageToken next = PageToken.parse(Long.toString(received));
        boolean isExpected = read.total().isPresent()
                ? received <= read.total().getAsLong()
                : rows == PAGE_SIZE || read.next().filter(next::equals).isPresent();
        return isExpected ? Optional.of(next) : Optional.empty();
    }

    private static int received(@Nullable PageToken token) {
        if (token == null) {
            return 0;
        }
        if (!token.toString().matches("[1-9][0-9]{0,8}")) {
            throw foreignToken();
        }
        return Integer.parseInt(token.toString());
    }

    private static InvalidInputException foreignToken() {
        return new InvalidInputException("page token", "a token of another list", "use a token of this list");
    }
}
