package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.internal.entry.Decision;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Records rows of the target that belong to no entry, inside a transaction.
 *
 * <p>The ledger did not create these rows but must know them: a row that existed before the first create is never
 * mistaken for a created one.
 */
public final class RowChanges {
    private final Database database;

    RowChanges(Database database) {
        this.database = database;
    }

    /** Removes the rows that existed before. */
    public void clearBaseline() {
        database.update("DELETE FROM baseline");
        database.update("DELETE FROM listing");
    }

    /** Records a complete list of all rows on these days, after {@link #addBaseline} for each of them. */
    public void completeListing(long listing, LocalDate first, LocalDate last) {
        database.update(
                "INSERT INTO listing (id, first_day, last_day) VALUES (?, ?, ?)",
                listing,
                first.toString(),
                last.toString());
    }

    /** Records a row with the first list that shows it. */
    public void addBaseline(long listing, ListedRows.Listed row) {
        database.update(
                "INSERT OR IGNORE INTO baseline (target_id, listing, person, day, fingerprint, plain_fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                row.targetId(),
                listing,
                row.person(),
                row.day().toString(),
                row.fingerprint(),
                row.plainFingerprint());
    }

    /** Records a row that may be a duplicate of an entry. */
    public void addPossibleDuplicate(String targetId, long seq, String person, LocalDate day) {
        database.update(
                "INSERT OR IGNORE INTO possible_duplicate (target_id, seq, person, day) VALUES (?, ?, ?, ?)",
                targetId,
                seq,
                person,
                day.toString());
    }

    /** Records that the user declared a row unrelated, until the row changes. */
    public void declareUnrelated(String targetId, String rowDigest, Instant now) {
        removePossibleDuplicate(targetId);
        database.update("DELETE FROM candidate WHERE target_id = ?", targetId);
        database.update(
                "INSERT INTO decision (kind, target_id, row_digest, decided_at) VALUES (?, ?, ?, ?)",
                Decision.UNRELATED.name(),
                targetId,
                rowDigest,
                now.toString());
    }

    /** Removes a possible duplicate that has been deleted since. */
    public void removePossibleDuplicate(String targetId) {
        database.update("DELETE FROM possible_duplicate WHERE target_id = ?", targetId);
    }
}
