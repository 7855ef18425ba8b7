package dev.hourbridge.migration;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

/** The sums of verify: what is planned, by where it is planned; what was seen, by where the target has it. */
final class Totals {
    /** A project that was not sent beside its task is the one that the task was seen in, or that was meant. */
    private static final String PLANNED_PROJECT =
            "coalesce(e.project, p.project," + " CASE WHEN e.place_group = e.task THEN '' ELSE e.place_group END)";

    private static final String LINES =
            "WITH place AS (SELECT seen_task AS task, max(seen_project) AS project FROM entry"
                    + " WHERE seen_task IS NOT NULL GROUP BY seen_task),"
                    + " line AS (SELECT e.person AS person, " + PLANNED_PROJECT
                    + " AS project, coalesce(e.task, '') AS task,"
                    + " substr(e.day, 1, 7) AS month, 1 AS entries, e.source_seconds AS source_seconds, e.source_nanos AS"
                    + " source_nanos, e.seconds AS planned, 0 AS seen FROM entry e LEFT JOIN place p ON p.task = e.task"
                    + " UNION ALL SELECT e.seen_person, CASE WHEN e.seen_project IS NOT NULL THEN e.seen_project"
                    + " WHEN e.seen_task IS e.task THEN " + PLANNED_PROJECT + " ELSE '' END, coalesce(e.seen_task, ''),"
                    + " substr(e.seen_day, 1, 7), 0, 0, 0, 0, e.seen_seconds FROM entry e LEFT JOIN place p ON p.task = e.task"
                    + " WHERE e.seen_seconds IS NOT NULL)"
                    + " SELECT person, project, task, month, sum(entries), sum(source_seconds), sum(source_nanos), sum(planned),"
                    + " sum(seen) FROM line GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";

    private Totals() {}

    static List<TotalsLine> of(Database database) {
        return database.list(
                LINES,
                row -> TotalsLine.of(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        YearMonth.parse(row.getString(4)),
                        row.getLong(5),
                        Duration.ofSeconds(row.getLong(6), row.getLong(7)),
                        Duration.ofSeconds(row.getLong(8)),
                        Duration.ofSeconds(row.getLong(9))));
    }
}
