package dev.hourbridge.teamwork;

import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.DaySource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lists by ranges of days, for lists of more rows than Teamwork returns for one query.
 *
 * <p>Teamwork returns the first 50,000 rows of a query and announces no more. A range that reaches this number is
 * therefore split by days and read again in parts.
 */
final class CappedLists implements DaySource {
    private static final int ROWS_AIMED_AT = 30_000;

    private final TeamworkAdapter entries;
    private final TimeEntryQuery query;

    /** Creates lists for a query of the common model. */
    CappedLists(TeamworkAdapter entries, TimeEntryQuery query) {
        this.entries = entries;
        this.query = query;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery part) {
        return entries.exactly(part);
    }

    @Override
    public Optional<LocalDate> earliest() {
        return entries.earliest(query);
    }

    /** Returns no limit: most lists fit, and the first page shows whether one does. */
    @Override
    public int daysAtFirst() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int rowsAimedAt() {
        return ROWS_AIMED_AT;
    }
}
