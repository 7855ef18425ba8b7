package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Reply;
import java.util.List;

/** A page of a whole that is known, and the headers that say so. */
record TeamworkPage<T>(List<T> items, int number, int pages, int records) {
    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 500;

    /** A size over 500 is cut to it, silently, and a list to the most rows that a query gives. */
    static <T> TeamworkPage<T> of(List<T> found, TeamworkQuery query, int mostRows) {
        List<T> all = found.size() > mostRows ? found.subList(0, mostRows) : found;
        int size = Math.min(query.positive("pageSize", DEFAULT_SIZE), LARGEST_SIZE);
        int number = query.positive("page", 1);
        long from = Math.min((number - 1L) * size, all.size());
        long to = Math.min(from + size, all.size());
        int pages = Math.max(1, (all.size() + size - 1) / size);
        return new TeamworkPage<>(all.subList((int) from, (int) to), number, pages, all.size());
    }

    Reply mark(Reply reply) {
        return reply.with("X-Page", Integer.toString(number))
                .with("X-Pages", Integer.toString(pages))
                .with("X-Records", Integer.toString(records));
    }
}
