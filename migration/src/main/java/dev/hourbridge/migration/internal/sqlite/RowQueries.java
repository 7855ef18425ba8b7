package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.internal.entry.Decision;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Finds rows of the target: the plan's own, those that existed before, and possible duplicates. */
public final class RowQueries {
    private static final String IN_RANGE = " WHERE day BETWEEN ? AND ?";
    private static final String OWN =
            " AND target_id IS NOT NULL AND state " + Sql.notIn(EntryState.UNDONE, EntryState.DELETED);
    private static final String OF_ENTRY = "SELECT 1 FROM entry WHERE target_id = ?1";
    private static final String OF_BASELINE = "SELECT 1 FROM baseline WHERE target_id = ?1";
    private static final String OF_DUPLICATE = "SELECT 1 FROM possible_duplicate WHERE target_id = ?1";

    private final Database database;

    RowQueries(Database database) {
        this.database = database;
    }

    /** Returns the number of the newest complete list of the target; 0 if there is none. */
    public long newestListing() {
        return database.queryLong("SELECT max(id) AS value FROM listing");
    }

    /** Returns the number of the first complete list that shows a row that belongs to no entry. */
    public OptionalLong firstListingOf(String targetId) {
        Optional<Long> listing = database.queryFirst(
                "SELECT listing FROM baseline WHERE target_id = ?", row -> row.whole("listing"), targetId);
        return listing.isPresent() ? OptionalLong.of(listing.get()) : OptionalLong.empty();
    }

    /** Returns whether the user declared a row unrelated, and the row is unchanged since then. */
    public boolean isUnrelated(String targetId, String rowDigest) {
        return database.exists(
                "SELECT 1 FROM decision WHERE target_id = ? AND row_digest = ? AND kind " + Sql.is(Decision.UNRELATED),
                targetId,
                rowDigest);
    }

    /** Returns whether the user declared a row unrelated, and the row may have changed since. */
    public boolean wasDeclaredUnrelated(String targetId) {
        return database.exists(
                "SELECT 1 FROM decision WHERE target_id = ? AND kind " + Sql.is(Decision.UNRELATED), targetId);
    }

    /** Returns the rows that may be an entry in doubt. */
    public List<String> candidatesOf(long seq) {
        return database.queryTexts(
                "SELECT target_id AS value FROM candidate WHERE entry_seq = ? ORDER BY target_id", seq);
    }

    /** Returns whether the row may be an entry in doubt. */
    public boolean isCandidateInDoubt(String targetId) {
        return database.exists(
                "SELECT 1 FROM candidate JOIN entry ON seq = entry_seq WHERE candidate.target_id = ? AND state "
                        + Sql.is(EntryState.IN_DOUBT),
                targetId);
    }

    /** Returns whether the row belongs to the plan. */
    public boolean isOwn(String targetId) {
        return database.exists(OF_ENTRY, targetId);
    }

    /** Returns whether the row belongs to the plan or is a possible duplicate. */
    public boolean isOwnOrDuplicate(String targetId) {
        return database.exists(OF_ENTRY + " UNION ALL " + OF_DUPLICATE, targetId);
    }

    /** Returns whether a list showed the row, or it belongs to the plan, or it is a possible duplicate. */
    public boolean isKnown(String targetId) {
        return database.exists(OF_ENTRY + " UNION ALL " + OF_BASELINE + " UNION ALL " + OF_DUPLICATE, targetId);
    }

    /** Returns the plan's own rows on some days with their people, without those that undo deleted. */
    public Map<String, String> ownRows(LocalDate first, LocalDate last) {
        return peopleOfRows("entry" + IN_RANGE + OWN, first.toString(), last.toString());
    }

    /** Returns the plan's own rows of a person on some days, without those that undo deleted. */
    public Map<String, String> ownRows(String person, LocalDate first, LocalDate last) {
        return peopleOfRows("entry" + IN_RANGE + OWN + " AND person = ?", first.toString(), last.toString(), person);
    }

    /** Returns the rows that lists showed on some days, with their people. */
    public Map<String, String> baselineRows(LocalDate first, LocalDate last) {
        return peopleOfRows("baseline" + IN_RANGE, first.toString(), last.toString());
    }

    /**
     * Returns the number of known rows of the target for each day in a range that has any: the plan's own rows, and
     * rows from lists.
     */
    public NavigableMap<LocalDate, Long> countByDay(LocalDate first, LocalDate last) {
        NavigableMap<LocalDate, Long> counts = new TreeMap<>();
        database.queryAll(
                "SELECT day, count(*) AS entries FROM (SELECT day FROM entry WHERE target_id IS NOT NULL UNION ALL"
                        + " SELECT day FROM baseline)" + IN_RANGE + " GROUP BY day",
                row -> counts.put(row.day("day"), row.whole("entries")),
                first.toString(),
                last.toString());
        return counts;
    }

    private Map<String, String> peopleOfRows(String from, Object... arguments) {
        Map<String, String> rows = new HashMap<>();
        database.queryAll(
                "SELECT target_id, person FROM " + from,
                row -> rows.put(row.text("target_id"), row.text("person")),
                arguments);
        return rows;
    }

    /** Returns the number of the entry of which a row may be a duplicate. */
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

    /** Returns the person for whom a possible duplicate was found. */
    public String personOfDuplicate(String targetId) {
        return database.queryTexts("SELECT person AS value FROM possible_duplicate WHERE target_id = ?", targetId)
                .get(0);
    }

    /** Reads one possible duplicate. */
    static PossibleDuplicate possibleDuplicate(Row row) throws SQLException {
        return PossibleDuplicate.of(row.text("target_id"), row.text("source_id"), row.optional("twin_id"));
    }
}
