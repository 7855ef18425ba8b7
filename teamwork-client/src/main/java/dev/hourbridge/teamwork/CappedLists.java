package dev.hourbridge.teamwork;

import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.DaySource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads lists in ranges of days if they have more rows than Teamwork returns for one query.
 *
 * <p>Teamwork returns only the first 50,000 rows of a query and states no higher total. A range that reaches this
 * number is therefore divided into shorter ranges and read again.
 */
final class CappedLists implements DaySource {
    private static final int ROWS_AIMED_AT = 30_000;

    private final TeamworkAdapter entries;
    private final TimeEntryQuery query;

    /** Creates the source for a query of the common model. */
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

    /** Returns no limit, because most lists fit and the first page shows whether a list does. */
    @Override
    public int daysAtFirst() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int rowsAimedAt() {
        return ROWS_AIMED_AT;
    }
}
