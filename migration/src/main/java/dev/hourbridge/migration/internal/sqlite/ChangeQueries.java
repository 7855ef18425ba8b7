package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.Decision;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds planned changes to entries that were sent.
 *
 * <p>A change is an update or a deletion of the row of an entry. An entry has at most one, which a later plan replaces.
 */
public final class ChangeQueries {
    /** The states in which a request may have been sent but its outcome is unknown. */
    static final String UNEXPLAINED = "(state " + Sql.in(ChangeState.INTENT, ChangeState.IN_DOUBT) + " OR (state "
            + Sql.is(ChangeState.PLANNED) + " AND attempts > 0))";

    /** A change after which the row no longer exists on the target. */
    static final String TO_DELETE = "operation " + Sql.is(StagedOperation.DELETE) + " AND state "
            + Sql.notIn(ChangeState.REPORTED, ChangeState.NOT_VISIBLE, ChangeState.RETAINED);

    /** Changes that undo has handled do not count. */
    private static final String LIVE =
            " AND NOT EXISTS (SELECT 1 FROM entry u WHERE u.seq = change.entry_seq AND u.state "
                    + Sql.is(EntryState.UNDONE) + ")";

    /** Entries that have a row. */
    private static final String HAS_ROW =
            " AND EXISTS (SELECT 1 FROM entry e WHERE e.seq = change.entry_seq AND e.held IS NOT NULL AND e.state "
                    + Sql.notIn(EntryState.UNDONE, EntryState.DELETED) + ")";

    private final Database database;
    private final EntryReader reader;

    ChangeQueries(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
    }

    private List<StoredChange> where(String condition, Object... arguments) {
        return database.queryAll("SELECT * FROM change WHERE " + condition, this::change, arguments);
    }

    /** Reads a change with its planned content. */
    private StoredChange change(Row row) throws SQLException {
        return new StoredChange(
                row.whole("id"),
                row.whole("entry_seq"),
                row.text("operation").equals(StagedOperation.DELETE.name()),
                row.flag("remapped"),
                reader.content(row),
                row.parsed("state", ChangeState::valueOf),
                row.count("attempts"),
                row.optionalParsed("conflict", FieldDifferences::fromText).orElse(List.of()),
                row.textOrNull("reason"));
    }

    /** Returns the changes with a higher number, in order. */
    public List<StoredChange> page(long afterId) {
        return where("id > ?" + LIVE + " ORDER BY id LIMIT " + EntryQueries.PAGE_SIZE, afterId);
    }

    /** Returns the changes with a higher number that are in one of these states and whose entries have a row. */
    public List<StoredChange> page(long afterId, ChangeState... states) {
        return where(
                "id > ? AND state " + Sql.in(states) + HAS_ROW + " ORDER BY id LIMIT " + EntryQueries.PAGE_SIZE,
                afterId);
    }

    /** Returns some changes of one kind in one state. */
    public List<StoredChange> first(boolean isDeletion, ChangeState state, int limit) {
        return where(
                "operation = ? AND state = ?" + LIVE + " ORDER BY id LIMIT ?",
                (isDeletion ? StagedOperation.DELETE : StagedOperation.UPDATE).name(),
                state.name(),
                limit);
    }

    /** Returns the change of an entry. */
    public Optional<StoredChange> of(long seq) {
        return where("entry_seq = ?", seq).stream().findFirst();
    }

    /** Returns the change with a number, unless it was carried out. */
    public Optional<StoredChange> byId(long id) {
        return where("id = ?", id).stream().findFirst();
    }

    /** Returns the number of changes in a state. */
    public long count(ChangeState state) {
        return database.queryLong("SELECT count(*) AS value FROM change WHERE state = ?" + LIVE, state.name());
    }

    /** Returns the number of changes of one kind in a state. */
    public long count(boolean isDeletion, ChangeState state) {
        return database.queryLong(
                "SELECT count(*) AS value FROM change WHERE operation = ? AND state = ?" + LIVE,
                (isDeletion ? StagedOperation.DELETE : StagedOperation.UPDATE).name(),
                state.name());
    }

    /** Returns the number of planned updates that result only from a change of the mapping. */
    public long countRemapped(ChangeState state) {
        return database.queryLong(
                "SELECT count(*) AS value FROM change WHERE remapped = 1 AND state = ?" + LIVE, state.name());
    }

    /** Returns the number of planned updates to rows that existed before. */
    public long countAdopted(ChangeState state) {
        return database.queryLong(
                "SELECT count(*) AS value FROM change JOIN entry e ON e.seq = change.entry_seq WHERE e.held "
                        + Sql.is(EntryState.ADOPTED) + " AND change.state = ?" + LIVE,
                state.name());
    }

    /** Returns whether the user decided to overwrite a row in this state. */
    public boolean isToOverwrite(String sourceId, String rowDigest) {
        return database.exists(
                "SELECT 1 FROM decision WHERE source_id = ? AND row_digest = ? AND kind " + Sql.is(Decision.OVERWRITE),
                sourceId,
                rowDigest);
    }

    /** Returns whether the user decided to overwrite a row, and that has not been done yet. */
    public boolean isToOverwrite(String sourceId) {
        return database.exists(
                "SELECT 1 FROM decision WHERE source_id = ? AND kind " + Sql.is(Decision.OVERWRITE), sourceId);
    }

    /** Returns whether the user decided to leave the row of an entry unchanged while the source is the same. */
    public boolean isToRetain(String sourceId, String sourceDigest) {
        return database.exists(
                "SELECT 1 FROM decision WHERE source_id = ? AND source_digest = ? AND kind "
                        + Sql.is(Decision.KEEP_TARGET),
                sourceId,
                sourceDigest);
    }

    /** Returns whether a deletion of the row of an entry was sent or may have been sent. */
    public boolean wasDeletionSent(PlannedEntry entry) {
        return database.exists(
                "SELECT 1 FROM attempt a JOIN entry e USING (source_id, generation) WHERE e.seq = ? AND a.operation "
                        + Sql.is(Attempt.Operation.DELETE) + " AND a.outcome IS NOT ?",
                entry.seq(),
                Attempt.Outcome.NOT_SENT.name());
    }

    /** Returns the entries whose rows this ledger deleted. */
    public List<PlannedEntry> deleted() {
        return reader.where("state " + Sql.is(EntryState.DELETED) + " AND target_id IS NOT NULL ORDER BY seq");
    }

    /** Returns the entries with a row that existed before and that this ledger updated. */
    public List<PlannedEntry> updatedAdopted() {
        return reader.where("held " + Sql.is(EntryState.ADOPTED) + " AND state "
                + Sql.notIn(EntryState.UNDONE, EntryState.DELETED)
                + " AND EXISTS (SELECT 1 FROM attempt a WHERE a.source_id = entry.source_id AND a.generation ="
                + " entry.generation AND a.operation " + Sql.is(Attempt.Operation.UPDATE) + " AND a.outcome "
                + Sql.is(Attempt.Outcome.DONE) + ") ORDER BY seq");
    }
}
