package dev.hourbridge.migration;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows on the target that are not this migration's: those that were there before, and those that should not be. */
final class RowTables {
    private final Database database;

    RowTables(Database database) {
        this.database = database;
    }

    boolean isBaselined(String person) {
        return database.queryLong("SELECT count(*) FROM baselined WHERE person = ?", person) > 0;
    }

    void clearBaseline() {
        database.update("DELETE FROM baseline");
        database.update("DELETE FROM baselined");
    }

    void markBaselined(String person) {
        database.update("INSERT INTO baselined (person) VALUES (?)", person);
    }

    void addBaseline(String targetId, String person, LocalDate day, String fingerprint, String baseFingerprint) {
        database.update(
                "INSERT INTO baseline (target_id, person, day, fingerprint, base_fingerprint) VALUES (?, ?, ?, ?, ?)",
                targetId,
                person,
                day.toString(),
                fingerprint,
                baseFingerprint);
    }

    /** Whether the row was there before, is one of the plan's, or was reported as surplus. */
    boolean isKnown(String targetId) {
        return database.queryLong(
                        "SELECT EXISTS (SELECT 1 FROM entry WHERE target_id = ?1)"
                                + " OR EXISTS (SELECT 1 FROM baseline WHERE target_id = ?1)"
                                + " OR EXISTS (SELECT 1 FROM surplus WHERE target_id = ?1)",
                        targetId)
                > 0;
    }

    void removeBaseline(String targetId) {
        database.update("DELETE FROM baseline WHERE target_id = ?", targetId);
    }

    /** Whether the row is one of the plan's, or was reported as surplus. */
    boolean isOwnOrSurplus(String targetId) {
        return database.queryLong(
                        "SELECT EXISTS (SELECT 1 FROM entry WHERE target_id = ?1)"
                                + " OR EXISTS (SELECT 1 FROM surplus WHERE target_id = ?1)",
                        targetId)
                > 0;
    }

    boolean isBaseline(String targetId) {
        return database.queryLong("SELECT count(*) FROM baseline WHERE target_id = ?", targetId) > 0;
    }

    /** Ids of the plan's own rows of a person and some days, as far as they should be on the target. */
    Set<String> ownIds(String person, LocalDate first, LocalDate last) {
        return new HashSet<>(database.list(
                "SELECT target_id FROM entry WHERE person = ? AND day BETWEEN ? AND ? AND target_id IS NOT NULL"
                        + " AND state <> 'UNDONE'",
                row -> row.getString(1),
                person,
                first.toString(),
                last.toString()));
    }

    List<String> baselineIds(String person, LocalDate first, LocalDate last) {
        return database.list(
                "SELECT target_id FROM baseline WHERE person = ? AND day BETWEEN ? AND ?",
                row -> row.getString(1),
                person,
                first.toString(),
                last.toString());
    }

    void addSurplus(String targetId, long seq, String person, LocalDate day) {
        database.update(
                "INSERT OR IGNORE INTO surplus (target_id, seq, person, day) VALUES (?, ?, ?, ?)",
                targetId,
                seq,
                person,
                day.toString());
    }

    /** The number of the entry that a surplus row may be the double of. */
    Optional<Long> surplusOf(String targetId) {
        return database.first("SELECT seq FROM surplus WHERE target_id = ?", row -> row.getLong(1), targetId);
    }

    void removeSurplus(String targetId) {
        database.update("DELETE FROM surplus WHERE target_id = ?", targetId);
    }

    void addOther(
            String targetId, Verdict verdict, String person, LocalDate day, long seconds, @Nullable Long likeSeq) {
        database.update(
                "INSERT OR REPLACE INTO other_row (target_id, verdict, person, day, seconds, like_seq) VALUES (?, ?, ?, ?,"
                        + " ?, ?)",
                targetId,
                verdict.name(),
                person,
                day.toString(),
                seconds,
                likeSeq);
    }

    void clearOthers() {
        database.update("DELETE FROM other_row");
    }

    List<UnrelatedRow> others() {
        return database.list(
                "SELECT o.target_id, o.verdict, o.person, o.day, o.seconds, e.source_id FROM other_row o LEFT JOIN entry e"
                        + " ON e.seq = o.like_seq ORDER BY o.person, o.day, o.target_id",
                row -> UnrelatedRow.of(
                        row.getString(1),
                        Verdict.valueOf(row.getString(2)),
                        row.getString(3),
                        LocalDate.parse(row.getString(4)),
                        Duration.ofSeconds(row.getLong(5)),
                        Optional.ofNullable(row.getString(6))));
    }

    /** The rows that verify found too many. */
    List<PossibleDuplicate> doubles() {
        return database.list(
                "SELECT o.target_id, e.source_id, e.target_id FROM other_row o JOIN entry e ON e.seq = o.like_seq WHERE"
                        + " o.verdict = 'POSSIBLE_DUPLICATE' ORDER BY o.like_seq, o.target_id",
                row -> PossibleDuplicate.of(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))));
    }

    /** The rows that apply found too many. */
    List<PossibleDuplicate> surplus() {
        return database.list(
                "SELECT s.target_id, e.source_id, e.target_id FROM surplus s JOIN entry e ON e.seq = s.seq ORDER BY s.seq,"
                        + " s.target_id",
                row -> PossibleDuplicate.of(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))));
    }
}
