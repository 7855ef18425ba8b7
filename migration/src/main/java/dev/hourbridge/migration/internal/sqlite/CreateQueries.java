package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.time.Duration;
import java.util.List;

/**
 * Finds the entries to be created. If rows are adopted, these are the entries to which no row is equal.
 *
 * <p>This is a preview of apply with the same conditions: apply sends exactly these entries if nothing changes on the
 * target in the meantime.
 */
public final class CreateQueries {
    private static final String PLANNED = "state " + Sql.is(EntryState.PLANNED);

    /** Among equal entries, the number that are not sent is the number of equal rows. */
    private static final String NOT_ADOPTING = PLANNED + " AND (SELECT count(*) FROM entry twin WHERE twin." + PLANNED
            + " AND twin.plain_fingerprint = entry.plain_fingerprint AND twin.seq <= entry.seq)"
            + " > (SELECT count(*) FROM existing_row r WHERE r.plain_fingerprint = entry.plain_fingerprint"
            + " AND r.of_another_ledger = 0"
            + " AND NOT EXISTS (SELECT 1 FROM entry holder WHERE holder.target_id = r.target_id))";

    private final Database database;
    private final EntryReader reader;
    private final boolean adoptsRows;
    private final String toCreate;

    CreateQueries(Database database, EntryReader reader, boolean adoptsRows) {
        this.database = database;
        this.reader = reader;
        this.adoptsRows = adoptsRows;
        this.toCreate = adoptsRows ? NOT_ADOPTING : PLANNED;
    }

    /** Returns the entries with a higher number, in order. */
    public List<PlannedEntry> page(long afterSeq) {
        return reader.where(toCreate + " AND seq > ? ORDER BY seq LIMIT " + EntryQueries.PAGE_SIZE, afterSeq);
    }

    /** Returns the number of entries to be created. */
    public long count() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE " + toCreate);
    }

    /** Returns the sum of their durations. */
    public Duration duration() {
        return Duration.ofSeconds(database.queryLong("SELECT sum(seconds) AS value FROM entry WHERE " + toCreate));
    }

    /**
     * Returns the rows with the person, day and minutes of an entry to be created, each with the first such entry;
     * empty unless rows are adopted.
     */
    public List<PossibleDuplicate> possibleDuplicates() {
        if (!adoptsRows) {
            return List.of();
        }
        return database.queryAll(
                // The entry with the lowest number: SQLite takes the other columns from the row with the minimum.
                "SELECT n.target_id AS target_id, e.source_id AS source_id, NULL AS twin_id, min(e.seq) AS first"
                        + " FROM near_equal_row n JOIN (SELECT * FROM entry WHERE " + toCreate
                        + ") e ON e.person = n.person AND e.day = n.day AND e.seconds / 60 = n.minutes"
                        + " WHERE NOT EXISTS (SELECT 1 FROM entry holder WHERE holder.target_id = n.target_id)"
                        + " GROUP BY n.target_id ORDER BY n.day, n.person, length(n.target_id), n.target_id",
                RowQueries::possibleDuplicate);
    }

    /** Returns whether possible duplicates stop the plan. */
    public boolean isStopped() {
        return !PlanSummary.acceptsPossibleDuplicates(new Meta(database))
                && !possibleDuplicates().isEmpty();
    }
}
