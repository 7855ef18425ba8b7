package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.StagedOperation;

/**
 * The entries as currently planned: those with a planned update are as they will be after it. For use in the FROM
 * clause of a query.
 *
 * <p>A verify compares with the current plan and not with what was sent first.
 */
final class LatestPlan {
    private static final String JOINED =
            " FROM entry e LEFT JOIN change c ON c.entry_seq = e.seq AND c.operation " + Sql.is(StagedOperation.UPDATE);

    /** All entries, with a column {@code deletion} that is 1 if the source's entry was deleted. */
    static final String ALL = "(SELECT e.seq AS seq, (e.state " + Sql.is(EntryState.DELETED)
            + " OR EXISTS (SELECT 1 FROM change d WHERE d.entry_seq = e.seq AND d.operation "
            + Sql.is(StagedOperation.DELETE) + ")) AS deletion, " + EntryColumns.PLANNED + JOINED + ")";

    /** The entries, without those whose row is deleted or is to be deleted because the source's entry was deleted. */
    static final String REMAINING =
            "(SELECT e.seq AS seq, e.state AS state, e.seen_seconds AS seen_seconds, e.seen_person"
                    + " AS seen_person, e.seen_project AS seen_project, e.seen_task AS seen_task, e.seen_day AS seen_day, "
                    + EntryColumns.PLANNED + JOINED + " WHERE e.state " + Sql.isNot(EntryState.DELETED)
                    + " AND NOT EXISTS (SELECT 1 FROM change WHERE entry_seq = e.seq AND " + ChangeQueries.TO_DELETE
                    + "))";

    private LatestPlan() {}
}
