package dev.hourbridge.migration.internal.sqlite;

import java.time.LocalDate;

/** Records rows of the target that are not of entries, inside a transaction. */
public final class RowChanges {
    private final Database database;

    RowChanges(Database database) {
        this.database = database;
    }

    /** Forgets which rows were there before. */
    public void clearBaseline() {
        database.update("DELETE FROM baseline");
        database.update("DELETE FROM baselined");
    }

    /** Records that all rows of a person on these days were recorded. */
    public void markBaselined(String person, LocalDate first, LocalDate last) {
        database.update(
                "INSERT INTO baselined (person, first_day, last_day) VALUES (?, ?, ?)",
                person,
                first.toString(),
                last.toString());
    }

    /** Records a row that was there before. */
    public void addBaseline(String person, ListedRows.Listed row) {
        database.update(
                "INSERT INTO baseline (target_id, person, day, fingerprint, plain_fingerprint) VALUES (?, ?, ?, ?, ?)",
                row.targetId(),
                person,
                row.day().toString(),
                row.fingerprint(),
                row.plainFingerprint());
    }

    /** Forgets a row that was there before, since an entry adopts it. */
    public void removeBaseline(String targetId) {
        database.update("DELETE FROM baseline WHERE target_id = ?", targetId);
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

    /** Forgets a possible duplicate that was deleted since. */
    public void removePossibleDuplicate(String targetId) {
        database.update("DELETE FROM possible_duplicate WHERE target_id = ?", targetId);
    }
}
