package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds the requests that were sent for entries, with their times.
 *
 * <p>The times of attempts determine whether a row of the target can be an entry. A row that was created before the
 * first attempt, or long after the last one, belongs to another user.
 */
public final class AttemptQueries {
    private final Database database;

    AttemptQueries(Database database) {
        this.database = database;
    }

    /** Returns the creates of an entry that were sent or may have been sent, in order. */
    public List<Attempt> of(PlannedEntry entry) {
        return database.queryAll(
                "SELECT a.* FROM attempt a JOIN entry e USING (source_id, generation) WHERE e.seq = ? AND a.operation "
                        + Sql.is(Attempt.Operation.CREATE) + " AND a.outcome IS NOT ? ORDER BY a.id",
                AttemptQueries::attempt,
                entry.seq(),
                Attempt.Outcome.NOT_SENT.name());
    }

    /** Reads an attempt. */
    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.parsed("marker", Marker::valueOf),
                row.parsed("started_at", Instant::parse),
                row.optionalParsed("ended_at", Instant::parse),
                row.optionalParsed("target_time", Instant::parse));
    }

    /**
     * Returns the target's time when a create was sent, for the create whose response contained the row's id; empty if
     * unknown.
     */
    public Optional<Instant> createSent(String targetId) {
        return database.queryFirst(
                "SELECT a.target_time AS target_time FROM entry e JOIN attempt a USING (source_id, generation)"
                        + " WHERE e.target_id = ? AND a.target_time IS NOT NULL AND a.operation "
                        + Sql.is(Attempt.Operation.CREATE) + " AND a.outcome " + Sql.is(Attempt.Outcome.CREATED),
                row -> row.parsed("target_time", Instant::parse),
                targetId);
    }

    /** Returns the start of the first attempt after the list that preceded an entry's first create. */
    Optional<Instant> firstAttemptAfterList(PlannedEntry entry) {
        return database.queryFirst(
                "SELECT started_at FROM attempt WHERE listing = ? AND operation " + Sql.is(Attempt.Operation.CREATE)
                        + " ORDER BY id LIMIT 1",
                row -> row.parsed("started_at", Instant::parse),
                entry.progress().firstListing());
    }

    /** Returns the newest attempt to create an entry. */
    public Optional<Attempt> newestCreate() {
        return database.queryFirst(
                "SELECT * FROM attempt WHERE operation " + Sql.is(Attempt.Operation.CREATE)
                        + " ORDER BY id DESC LIMIT 1",
                AttemptQueries::attempt);
    }
}
