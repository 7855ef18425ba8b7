package dev.hourbridge.cli;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Entries by day, those without a start first, then by start and id. Only so many are held: a longer list
 * stays in the service's own order, so that memory stays flat.
 */
final class SortedEntries {
    static final int MOST_SORTED = 20_000;

    private static final Comparator<TimeEntry> BY_TIME = Comparator.comparing(
                    (TimeEntry entry) -> entry.workTime().localDate())
            .thenComparing(SortedEntries::start)
            .thenComparing(entry -> entry.id().id().length())
            .thenComparing(entry -> entry.id().id());

    private SortedEntries() {}

    private static Instant start(TimeEntry entry) {
        return entry.workTime() instanceof WorkTime.Interval interval
                ? interval.start().toInstant()
                : Instant.MIN;
    }

    /**
     * Passes the entries on, after as many were read as can be sorted.
     *
     * @param begin runs before the first entry is passed on, or at the end of an empty list
     * @return whether they were sorted
     */
    static boolean forEach(CloseableIterator<TimeEntry> entries, Begin begin, EntryUse use) throws Exception {
        List<TimeEntry> held = new ArrayList<>();
        while (entries.hasNext() && held.size() < MOST_SORTED) {
            held.add(entries.next());
        }
        boolean isAll = !entries.hasNext();
        if (isAll) {
            held.sort(BY_TIME);
        }
        begin.run();
        for (TimeEntry entry : held) {
            use.of(entry);
        }
        held.clear();
        while (entries.hasNext()) {
            use.of(entries.next());
        }
        return isAll;
    }

    @FunctionalInterface
    interface Begin {
        void run() throws Exception;
    }

    @FunctionalInterface
    interface EntryUse {
        void of(TimeEntry entry) throws Exception;
    }
}
