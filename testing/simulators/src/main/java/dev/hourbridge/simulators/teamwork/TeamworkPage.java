package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Reply;
import java.util.List;

/**
 * A page of a list, with its headers.
 *
 * <p>Page numbers start at 1. A page after the last one is empty, which some clients interpret as the end of the list.
 *
 * @param items the rows of this page
 * @param number the number of this page
 * @param pages the number of pages; 1 for an empty list
 * @param records the number of rows on all pages
 */
record TeamworkPage<T>(List<T> items, int number, int pages, int records) {
    private static final int DEFAULT_SIZE = 100;
    static final int MAX_SIZE = 500;

    /** Returns the requested page of at most {@code maxSize} rows; a list is silently truncated to {@code maxRows}. */
    static <T> TeamworkPage<T> of(List<T> found, TeamworkQuery query, int maxSize, int maxRows) {
        List<T> all = found.size() > maxRows ? found.subList(0, maxRows) : found;
        int size = Math.min(query.positive("pageSize", DEFAULT_SIZE), maxSize);
        int number = query.positive("page", 1);
        long from = Math.min((number - 1L) * size, all.size());
        long to = Math.min(from + size, all.size());
        int pages = Math.max(1, (all.size() + size - 1) / size);
        return new TeamworkPage<>(all.subList((int) from, (int) to), number, pages, all.size());
    }

    /** Returns the reply with the headers that announce the pages. */
    Reply mark(Reply reply) {
        return reply.with("X-Page", Integer.toString(number))
                .with("X-Pages", Integer.toString(pages))
                .with("X-Records", Integer.toString(records));
    }
}
