package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.xml.Xml;
import dev.hourbridge.http.internal.xml.XmlList;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.spi.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in windows of 50 entries, the service's default. Entries are numbered from 1, and both ends of a window
 * are inclusive. A token is the number of the first entry of a page. The {@code end} in the response is the number of
 * the last entry of the window, which may be lower than requested.
 */
final class EntryPages implements PageSource<LiveTimerEntry> {
    static final int WINDOW = 50;

    /** Rails names the root of an empty list {@code nil-classes}. */
    private static final Set<String> ROOTS = Set.of("time-entries", "nil-classes");

    private final ApiClient api;
    private final LiveTimerFilter filter;
    private final Set<Include> include;

    EntryPages(ApiClient api, LiveTimerFilter filter, Set<Include> include) {
        this.api = api;
        this.filter = filter;
        this.include = include;
    }

    @Override
    public Page<LiveTimerEntry> fetch(@Nullable PageToken token) {
        long start = token == null ? 1 : start(token);
        return read(start, start + WINDOW - 1);
    }

    /** Returns a text that distinguishes the list from every other list. */
    String scope() {
        return api.baseUrl() + " " + filter + " " + include;
    }

    /** Reads a window. */
    Page<LiveTimerEntry> read(long start, long end) {
        ApiResponse response = api.read(Requests.list(filter, include, start, end));
        XmlList<LiveTimerEntry> list =
                Xml.readList(response, ROOTS, "time-entry", EntryXml.class, xml -> xml.toEntry(response));
        List<LiveTimerEntry> items = list.items();
        OptionalLong total = announced(response, list, "total");
        if (total.isEmpty()) {
            // The service's successor announces no total, and a window may be shorter than requested.
            return Page.of(items, items.isEmpty() ? null : token(start + items.size()));
        }
        long reached = announced(response, list, "end").orElse(start + items.size() - 1);
        checkCount(response, list, Math.min(reached, total.getAsLong()), items.size());
        boolean last = items.isEmpty() || reached >= total.getAsLong();
        return Page.of(items, last ? null : token(reached + 1), total.getAsLong());
    }

    /** Returns a number that the root announces. Text that is not a number must not be taken for a missing number. */
    private static OptionalLong announced(ApiResponse response, XmlList<LiveTimerEntry> list, String attribute) {
        OptionalLong number = list.number(attribute);
        if (number.isEmpty() && list.attributes().containsKey(attribute)) {
            throw response.malformed("has a " + attribute + " that is not a number");
        }
        return number;
    }

    private static void checkCount(ApiResponse response, XmlList<LiveTimerEntry> list, long reached, int count) {
        OptionalLong first = announced(response, list, "start");
        if (count > 0 && first.isPresent() && reached - first.getAsLong() + 1 != count) {
            throw response.malformed("has a different number of entries than its start and end state");
        }
    }

    @Override
    public String key(LiveTimerEntry item) {
        return Long.toString(item.id());
    }

    @Override
    public Optional<PageToken> predictNext(@Nullable PageToken token, Page<LiveTimerEntry> read) {
        long next = (token == null ? 1 : start(token)) + read.items().size();
        boolean more = read.next().isPresent()
                && read.total().isPresent()
                && next <= read.total().getAsLong();
        return more ? Optional.of(token(next)) : Optional.empty();
    }

    private static PageToken token(long start) {
        return PageToken.parse(Long.toString(start));
    }

    private static long start(PageToken token) {
        String text = token.toString();
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new InvalidInputException("page token", "a token of another list", "use a token of this list");
        }
        return Long.parseLong(text);
    }
}
