package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.StoredChange;
import java.time.Instant;
import java.util.Optional;

/**
 * Records the beginning and the outcome of each request that changes the target. An attempt without an outcome belongs
 * to a process that ended before it knew the outcome.
 */
final class AttemptChanges {
    /** The number of the newest complete list of the target's rows. */
    static final String NEWEST_LISTING = "(SELECT coalesce(max(id), 0) FROM listing)";

    private final Database database;

    AttemptChanges(Database database) {
        this.database = database;
    }

    /**
     * Begins a create, with the number of the newest list of the target. A row in this list cannot be the entry.
     *
     * @param targetTime the target's own time, if a response has stated a time
     */
    void beginCreate(long seq, Marker marker, Instant now, Optional<Instant> targetTime) {
        database.update(
                "INSERT INTO attempt (source_id, generation, revision, operation, marker, listing, started_at, target_time)"
                        + " SELECT source_id, generation, revision, ?, ?, " + NEWEST_LISTING
                        + ", ?, ? FROM entry WHERE seq = ?",
                Attempt.Operation.CREATE.name(),
                marker.name(),
                now.toString(),
                targetTime.map(Instant::toString).orElse(null),
                seq);
    }

    /** Ends the newest attempt of an entry that is about to be sent. Has no effect on other entries. */
    void endCreate(long seq, Attempt.Outcome outcome, Instant now) {
        database.update(
                "UPDATE attempt SET ended_at = ?, outcome = ? WHERE id = (SELECT max(a.id) FROM attempt a JOIN entry e"
                        + " USING (source_id, generation) WHERE e.seq = ? AND e.state " + Sql.is(EntryState.INTENT)
                        + ")",
                now.toString(),
                outcome.name(),
                seq);
    }

    /** Begins an update or a deletion. Its revision is the one that the entry has after the change is complete. */
    void beginChange(StoredChange change, Marker marker, Instant now) {
        database.update(
                "INSERT INTO attempt (source_id, generation, revision, operation, marker, listing, started_at)"
                        + " SELECT source_id, generation, revision + 1, ?, ?, 0, ? FROM entry WHERE seq = ?",
                (change.isDeletion() ? Attempt.Operation.DELETE : Attempt.Operation.UPDATE).name(),
                marker.name(),
                now.toString(),
                change.seq());
    }

    /** Ends the newest attempt of a change, unless it already has an outcome. */
    void endChange(StoredChange change, Attempt.Outcome outcome, Instant now) {
        database.update(
                "UPDATE attempt SET ended_at = ?, outcome = ? WHERE outcome IS NULL AND id = (SELECT max(a.id) FROM"
                        + " attempt a JOIN entry e USING (source_id, generation) JOIN change c ON c.entry_seq = e.seq WHERE"
                        + " c.id = ? AND a.operation <> ?)",
                now.toString(),
                outcome.name(),
                change.id(),
                Attempt.Operation.CREATE.name());
    }
}
