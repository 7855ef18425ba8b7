package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rows of the target: the plan's own, those that were there before, and possible duplicates. */
public final class RowQueries {
    private static final String IN_RANGE = " WHERE person = ? AND day BETWEEN ? AND ?";
    private static final String OF_ENTRY = "SELECT 1 FROM entry WHERE target_id = ?1";
    private static final String OF_BASELINE = "SELECT 1 FROM baseline WHERE target_id = ?1";
    private static final String OF_DUPLICATE = "SELECT 1 FROM possible_duplicate WHERE target_id = ?1";

    private final Database database;

    RowQueries(Database database) {
        this.database = database;
    }

    /** Returns whether the rows of a person were recorded before the first create. */
    public boolean isBaselined(String person) {
        return database.exists("SELECT 1 FROM baselined WHERE person = ?", person);
    }

    /** Returns whether the row was there before. */
    public boolean isBaseline(String targetId) {
        return database.exists(OF_BASELINE, targetId);
    }

    /** Returns whether the row is one of the plan's, or a possible duplicate. */
    public boolean isOwnOrDuplicate(String targetId) {
        return database.exists(OF_ENTRY + " UNION ALL " + OF_DUPLICATE, targetId);
    }

    /** Returns whether the row was there before, is one of the plan's, or is a possible duplicate. */
    public boolean isKnown(String targetId) {
        return database.exists(OF_ENTRY + " UNION ALL " + OF_BASELINE + " UNION ALL " + OF_DUPLICATE, targetId);
    }

    /** Returns the ids of the plan's own rows of a person and some days, without those that undo deleted. */
    public Set<String> ownIds(String person, LocalDate first, LocalDate last) {
        return new HashSet<>(database.queryTexts(
                "SELECT target_id AS value FROM entry" + IN_RANGE + " AND target_id IS NOT NULL AND state "
                        + Sql.isNot(EntryState.UNDONE),
                person,
                first.toString(),
                last.toString()));
    }

    /** Returns the ids of the rows that a person had before on some days. */
    public List<String> baselineIds(String person, LocalDate first, LocalDate last) {
        return database.queryTexts(
                "SELECT target_id AS value FROM baseline" + IN_RANGE, person, first.toString(), last.toString());
    }

    /** Returns the number of the entry that a row may be a duplicate of. */
    public Optional<Long> duplicateOf(String targetId) {
        return database.queryFirst(
                "SELECT seq FROM possible_duplicate WHERE target_id = ?", row -> row.whole("seq"), targetId);
    }

    /** Returns the possible duplicates that apply found. */
    public List<PossibleDuplicate> possibleDuplicates() {
        return database.queryAll(
                "SELECT d.target_id AS target_id, e.source_id AS source_id, e.target_id AS twin_id FROM possible_duplicate d"
                        + " JOIN entry e ON e.seq = d.seq ORDER BY d.seq, d.target_id",
                RowQueries::possibleDuplicate);
    }

    /** Returns whether apply found a possible duplicate. */
    public boolean hasPossibleDuplicates() {
        return database.exists("SELECT 1 FROM possible_duplicate");
    }

    /** Returns the person that a possible duplicate was found for. */
    public String personOfDuplicate(String targetId) {
        return database.queryTexts("SELECT person AS value FROM possible_duplicate WHERE target_id = ?", targetId)
                .get(0);
    }

    static PossibleDuplicate possibleDuplicate(Row row) throws SQLException {
        return PossibleDuplicate.of(row.text("target_id"), row.text("source_id"), row.optional("twin_id"));
    }
}
