package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.entry.Decision;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import java.time.LocalDate;
import java.util.List;

/** Records the result of verify, inside a transaction. Replaces the result of an earlier verify. */
public final class VerifyChanges {
    /** Values of the column {@code source_changed}. */
    static final int UNCHANGED = 0;

    static final int CHANGED = 1;
    static final int REMOVED = 2;

    private static final String AS_PLANNED = Sql.in(Verdict.SAME, Verdict.SAME_WITH_LOSS);

    /** Entries that need no row: entries deleted at the source, or entries that the user left to the target. */
    private static final String NOT_EXPECTED = "state " + Sql.is(EntryState.DELETED)
            + " OR EXISTS (SELECT 1 FROM change c WHERE c.entry_seq = entry.seq AND c.operation "
            + Sql.is(StagedOperation.DELETE) + ") OR EXISTS (SELECT 1 FROM decision d WHERE d.kind "
            + Sql.is(Decision.KEEP_TARGET) + " AND d.source_id = entry.source_id AND d.source_digest = coalesce((SELECT"
            + " source_digest FROM change c WHERE c.entry_seq = entry.seq), entry.source_digest))";

    private final Database database;
    private final EntryReader reader;

    VerifyChanges(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /**
     * Records the staged result.
     *
     * @param isSourceRead whether the whole source was read
     * @param first the first day of the source's range
     * @param last the last day of the source's range
     */
    public void takeOver(VerifyStaging staging, boolean isSourceRead, LocalDate first, LocalDate last) {
        staging.complete();
        entries();
        rows();
        source(isSourceRead, first, last);
    }

    /** Replaces the verdicts of entries. An entry that was not seen is missing, unless it is not expected to exist. */
    private void entries() {
        database.update(
                "UPDATE entry SET verdict = ?, found = NULL, seen_seconds = NULL, seen_person = NULL,"
                        + " seen_project = NULL, seen_task = NULL, seen_day = NULL",
                Verdict.MISSING.name());
        database.update("UPDATE entry SET verdict = NULL WHERE " + NOT_EXPECTED);
        database.update("UPDATE entry SET verdict = s.verdict, found = s.found, seen_seconds = s.seconds,"
                + " seen_person = s.person, seen_project = s.project, seen_task = s.task, seen_day = s.day,"
                + " seen_digest = CASE WHEN s.verdict " + AS_PLANNED + " THEN s.digest ELSE seen_digest END,"
                + " state = CASE WHEN s.verdict " + AS_PLANNED + " THEN " + Sql.text(EntryState.VERIFIED)
                + " ELSE state END FROM seen_entry s WHERE s.seq = entry.seq");
        database.update("UPDATE entry SET state = held WHERE state " + Sql.is(EntryState.VERIFIED)
                + " AND NOT (verdict " + AS_PLANNED + ")");
    }

    /** Replaces the rows that are not part of the plan. */
    private void rows() {
        database.update("DELETE FROM unrelated_row");
        database.update("INSERT INTO unrelated_row SELECT * FROM seen_row");
        // A row that may be an entry in doubt is not a duplicate yet.
        List<PlannedEntry> doubts =
                reader.where("state " + Sql.in(EntryState.IN_DOUBT, EntryState.INTENT) + " ORDER BY seq");
        for (PlannedEntry doubt : doubts) {
            database.update(
                    "UPDATE unrelated_row SET verdict = ? WHERE target_id = (SELECT o.target_id FROM unrelated_row o JOIN"
                            + " entry e ON e.seq = o.like_seq WHERE o.verdict = ? AND e.fingerprint = ? ORDER BY"
                            + " o.target_id LIMIT 1)",
                    Verdict.UNRELATED.name(),
                    Verdict.POSSIBLE_DUPLICATE.name(),
                    doubt.fingerprint());
        }
    }

    /** Records which entries changed at the source since the plan. */
    private void source(boolean isRead, LocalDate first, LocalDate last) {
        // An entry that was deleted or moved out of the range is not missing from the list.
        database.update(
                "UPDATE entry SET source_changed = CASE WHEN state " + Sql.is(EntryState.DELETED)
                        + " OR EXISTS (SELECT 1 FROM change c WHERE c.entry_seq = entry.seq AND (c.operation "
                        + Sql.is(StagedOperation.DELETE) + " OR c.source_day NOT BETWEEN ?2 AND ?3))"
                        + " OR source_day NOT BETWEEN ?2 AND ?3 THEN " + UNCHANGED + " ELSE ?1 END",
                isRead ? REMOVED : UNCHANGED,
                first.toString(),
                last.toString());
        if (isRead) {
            database.update("UPDATE entry SET source_changed = s.changed FROM seen_source s WHERE s.seq = entry.seq");
        }
    }
}
