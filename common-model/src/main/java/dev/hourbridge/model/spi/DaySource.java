package dev.hourbridge.model.spi;

import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lists the entries of a range of days: what an implementer of {@link TimeTracker} passes to {@link Pagers#byDateRange} if
 * the service does not return long lists at once, or should not be asked for them. Must be safe for use by several threads,
 * and have no position of its own.
 */
public interface DaySource {

    /**
     * Returns the entries of exactly these days: none of another day, and every one of these. A list that has more rows
     * than the service gives throws {@link ListTooLongException}, and is asked for again in shorter ranges.
     *
     * @param part the query with two days, or one, or none, of its own
     */
    Pager<TimeEntry> list(TimeEntryQuery part);

    /**
     * Returns whether the list of a range comes in one response: {@link Pager#prefetch} then requests ranges ahead instead of
     * pages. Default: no.
     */
    default boolean isStreamed() {
        return false;
    }

    /** Returns what distinguishes an entry from every other of the list. Numbers take the least memory. */
    default String key(TimeEntry entry) {
        return entry.id().id();
    }

    /**
     * Returns the maximum number of rows in all ranges together. A longer list ends with {@link ListTooLongException}.
     * Default: no limit.
     */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /**
     * Returns a day about which the list begins, for one that has no first day: asked for only if the list is too long.
     */
    Optional<LocalDate> earliest();

    /** Returns how many days to ask for at first; {@link Integer#MAX_VALUE} for all of them. */
    int daysAtFirst();

    /**
     * Returns how many rows a range should have; the next one is made longer or shorter to fit. Of a range that is
     * requested ahead, no more rows are held.
     */
    int rowsAimedAt();
}
