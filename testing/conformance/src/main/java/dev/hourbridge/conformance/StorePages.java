package dev.hourbridge.conformance;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.PageSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matching entries of a store, in pages by position. */
record StorePages(EntryStore store, TimeEntryQuery query, int pageSize, boolean announcesCount)
        implements PageSource<TimeEntry> {
    @Override
    public Page<TimeEntry> fetch(@Nullable PageToken token) {
        int position = token == null ? 0 : position(token);
        store.countRequest();
        List<TimeEntry> found = store.all().stream().filter(query::matches).toList();
        int from = Math.min(position, found.size());
        int to = Math.min(from + pageSize, found.size());
        PageToken next = to < found.size() ? PageToken.parse(Integer.toString(to)) : null;
        List<TimeEntry> page = found.subList(from, to);
        return announcesCount ? Page.of(page, next, found.size()) : Page.of(page, next);
    }

    /** Returns the position of a token. */
    private static int position(PageToken token) {
        try {
            return Math.max(0, Integer.parseInt(token.toString()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException("page token", "a token of another list", "use a token of this list");
        }
    }

    @Override
    public String key(TimeEntry entry) {
        return entry.id().id();
    }
}
