package dev.hourbridge.model.spi;

import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lists the entries in a range of days. An implementer of {@link TimeTracker} passes it to {@link Pagers#byDateRange}
 * if the service does not return long lists in one response, or should not be asked for them. Implementations must be
 * thread-safe and stateless.
 */
public interface DaySource {

    /**
     * Returns all entries of these days, and no entry of any other day. If there are more rows than the service
     * returns, reading the list throws {@link ListTooLongException}, and the pager requests it again in shorter ranges.
     *
     * @param part the query for this range, with a first and a last day, only one of them, or neither
     */
    Pager<TimeEntry> list(TimeEntryQuery part);

    /**
     * Returns whether the service returns the list of a range in one response. If so, {@link Pager#prefetch} prefetches
     * ranges instead of pages. Default: false.
     */
    default boolean isStreamed() {
        return false;
    }

    /** Returns a key that distinguishes an entry from every other entry in the list. Numbers need the least memory. */
    default String key(TimeEntry entry) {
        return entry.id().id();
    }

    /**
     * Returns the maximum total number of rows in all ranges. A longer list throws {@link ListTooLongException}.
     * Default: no limit.
     */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /**
     * Returns the approximate day of the first entry, for a query without a first day. Called only if the list is too
     * long.
     */
    Optional<LocalDate> earliest();

    /** Returns the number of days in the first range; {@link Integer#MAX_VALUE} for all days. */
    int daysAtFirst();

    /**
     * Returns the number of rows that a range should have. The pager adjusts the length of the next range accordingly.
     * It keeps no more than this number of rows in memory for a range that is requested in advance.
     */
    int rowsAimedAt();
}
