package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.TotalsLine;
import dev.hourbridge.migration.UnrelatedRow;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the result of the last verify.
 *
 * <p>A verdict remains until the next verify replaces it, even if entries have been sent since. The report states when
 * it was made.
 */
public final class VerifyQueries {
    /**
     * If a project was not sent with its task, it is the project in which the task was seen, or else the intended one.
     */
    private static final String PLANNED_PROJECT =
            "coalesce(e.project, p.project, CASE WHEN e.place_group = e.task THEN '' ELSE e.place_group END)";

    private static final String TOTALS = """
            WITH place AS (SELECT seen_task AS task, max(seen_project) AS project FROM entry
                           WHERE seen_task IS NOT NULL GROUP BY seen_task),
            line AS (
              SELECT e.person AS person, %1$s AS project, coalesce(e.task, '') AS task, substr(e.day, 1, 7) AS month,
                     1 AS entries, e.source_seconds AS source_seconds, e.source_nanos AS source_nanos,
                     e.seconds AS planned, 0 AS seen
              FROM %2$s e LEFT JOIN place p ON p.task = e.task
              UNION ALL
              SELECT e.seen_person,
                     CASE WHEN e.seen_project IS NOT NULL THEN e.seen_project
                          WHEN e.seen_task IS e.task THEN %1$s ELSE '' END,
                     coalesce(e.seen_task, ''), substr(e.seen_day, 1, 7), 0, 0, 0, 0, e.seen_seconds
              FROM %2$s e LEFT JOIN place p ON p.task = e.task WHERE e.seen_seconds IS NOT NULL)
            SELECT person, project, task, month, sum(entries) AS entries, sum(source_seconds) AS source_seconds,
                   sum(source_nanos) AS source_nanos, sum(planned) AS planned, sum(seen) AS seen
            FROM line GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""".formatted(PLANNED_PROJECT, LatestPlan.REMAINING);

    private final Database database;

    VerifyQueries(Database database) {
        this.database = database;
    }

    /** Returns the number of entries and other rows with each verdict, without verdicts that do not occur. */
    public Map<Verdict, Long> countByVerdict() {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        database.queryAll(
                "SELECT verdict, count(*) AS entries FROM (SELECT verdict FROM entry WHERE verdict IS NOT NULL UNION ALL SELECT verdict FROM"
                        + " unrelated_row) GROUP BY verdict",
                row -> verdicts.put(row.parsed("verdict", Verdict::valueOf), row.whole("entries")));
        return verdicts;
    }

    /** Returns the number of entries in some states that were not seen. */
    public long countMissing(EntryState... states) {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE verdict " + Sql.is(Verdict.MISSING)
                + " AND state " + Sql.in(states));
    }

    /** Returns the number of entries that differ and whose update was rejected or has an unknown outcome. */
    public long countDifferentAndExplained() {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry JOIN change ON change.entry_seq = entry.seq WHERE"
                        + " entry.verdict " + Sql.is(Verdict.DIFFERENT) + " AND change.state "
                        + Sql.in(ChangeState.REJECTED, ChangeState.INTENT, ChangeState.IN_DOUBT));
    }

    /** Returns the number of existing rows whose deletion was rejected or has an unknown outcome. */
    public long countExtraAndExplained() {
        return database.queryLong(
                "SELECT count(*) AS value FROM unrelated_row JOIN change ON change.entry_seq = unrelated_row.like_seq WHERE"
                        + " unrelated_row.verdict " + Sql.is(Verdict.EXTRA) + " AND change.state "
                        + Sql.in(ChangeState.REJECTED, ChangeState.INTENT, ChangeState.IN_DOUBT));
    }

    /**
     * Returns the number of rows on the target that remain, as the policy requires, after their entries were deleted at
     * the source.
     */
    public long countRemaining() {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry JOIN change ON change.entry_seq = entry.seq WHERE"
                        + " entry.verdict IS NOT NULL AND change.operation " + Sql.is(StagedOperation.DELETE)
                        + " AND change.state " + Sql.is(ChangeState.REPORTED));
    }

    /** Returns the number of entries that changed at the source. */
    public long countChangedAtSource() {
        return countSource(VerifyChanges.CHANGED);
    }

    /** Returns the number of entries that the source no longer lists. */
    public long countRemovedAtSource() {
        return countSource(VerifyChanges.REMOVED);
    }

    private long countSource(int value) {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE source_changed = ?", value);
    }

    /** Returns the total duration of the plan's rows that were seen. */
    public Duration seenDuration() {
        return Duration.ofSeconds(database.queryLong("SELECT sum(seen_seconds) AS value FROM entry"));
    }

    /** Returns the planned totals by planned place, and the seen totals by their place on the target. */
    public List<TotalsLine> totals() {
        return database.queryAll(
                TOTALS,
                row -> TotalsLine.of(
                        row.text("person"),
                        row.text("project"),
                        row.text("task"),
                        row.parsed("month", YearMonth::parse),
                        row.whole("entries"),
                        row.seconds("source_seconds", "source_nanos"),
                        row.seconds("planned"),
                        row.seconds("seen")));
    }

    /** Returns the rows of the target that belong to no entry. */
    public List<UnrelatedRow> unrelatedRows() {
        return database.queryAll(
                "SELECT o.target_id AS target_id, o.verdict AS verdict, o.person AS person, o.day AS day, o.seconds AS"
                        + " seconds, e.source_id AS source_id FROM unrelated_row o LEFT JOIN entry e ON e.seq = o.like_seq"
                        + " ORDER BY o.person, o.day, o.target_id",
                row -> UnrelatedRow.of(
                        row.text("target_id"),
                        row.parsed("verdict", Verdict::valueOf),
                        row.text("person"),
                        row.day("day"),
                        row.seconds("seconds"),
                        row.optional("source_id")));
    }

    /** Returns the rows that may be duplicates of entries. */
    public List<PossibleDuplicate> possibleDuplicates() {
        return database.queryAll(
                "SELECT o.target_id AS target_id, e.source_id AS source_id, e.target_id AS twin_id FROM unrelated_row o"
                        + " JOIN entry e ON e.seq = o.like_seq WHERE o.verdict " + Sql.is(Verdict.POSSIBLE_DUPLICATE)
                        + " ORDER BY o.like_seq, o.target_id",
                RowQueries::possibleDuplicate);
    }
}
