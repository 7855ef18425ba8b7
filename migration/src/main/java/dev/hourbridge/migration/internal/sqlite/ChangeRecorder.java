package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.Decision;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the states of planned updates and deletions, inside a transaction.
 *
 * <p>A change retains the previous content of the entry until its request is complete. The row can have the content
 * that was sent, the planned content, or the content of another user, and only the first two come from the ledger.
 */
public final class ChangeRecorder {
    private static final String KEEP_CONTENT = "INSERT INTO former_content (generation, revision, " + EntryColumns.NAMES
            + ") SELECT generation, revision, " + EntryColumns.NAMES + " FROM entry WHERE seq = ?";
    private static final String TAKE_CONTENT = "UPDATE entry SET revision = revision + 1, (" + EntryColumns.NAMES
            + ") = (SELECT " + EntryColumns.NAMES + " FROM change c WHERE c.entry_seq = entry.seq) WHERE seq = ?";

    private final Database database;
    private final AttemptChanges attempts;

    ChangeRecorder(Database database, AttemptChanges attempts) {
        this.database = database;
        this.attempts = attempts;
    }

    /** Marks a change as about to be sent. Durable before the request is sent. */
    public void markIntent(StoredChange change, Marker marker, Instant now) {
        set(change, "state = ?, attempts = attempts + 1, conflict = NULL, reason = NULL", ChangeState.INTENT.name());
        attempts.beginChange(change, marker, now);
    }

    /** Marks a change as planned again, because its request was not sent or was throttled. */
    public void markNotSent(StoredChange change, Instant now) {
        attempts.endChange(change, Attempt.Outcome.NOT_SENT, now);
        set(change, "state = ?, attempts = attempts - 1", ChangeState.PLANNED.name());
    }

    /** Marks a change as in doubt. */
    public void markInDoubt(StoredChange change, String reason, Instant now) {
        attempts.endChange(change, Attempt.Outcome.IN_DOUBT, now);
        set(change, "state = ?, reason = ?", ChangeState.IN_DOUBT.name(), reason);
    }

    /** Marks the changes that were about to be sent when the process ended as in doubt. */
    public void markInterrupted(String reason) {
        database.update(
                "UPDATE change SET state = ?, reason = ? WHERE state = ?",
                ChangeState.IN_DOUBT.name(),
                reason,
                ChangeState.INTENT.name());
    }

    /** Marks a change as not carried out, with the reason. */
    public void markNotDone(
            StoredChange change, ChangeState state, List<FieldDifference> conflict, String reason, Instant now) {
        attempts.endChange(change, Attempt.Outcome.REJECTED, now);
        set(change, "state = ?, conflict = ?, reason = ?", state.name(), FieldDifferences.toText(conflict), reason);
    }

    /** Marks a change as to be sent again. */
    public void markToSendAgain(StoredChange change) {
        set(change, "state = ?", ChangeState.PLANNED.name());
    }

    /**
     * Marks an update as done. Its content is now the last content that was sent.
     *
     * @param stamp the target's own timestamp of the change, if it was read
     */
    public void markUpdated(StoredChange change, @Nullable Instant stamp, Instant now) {
        attempts.endChange(change, Attempt.Outcome.DONE, now);
        database.update(KEEP_CONTENT, change.seq());
        database.update(TAKE_CONTENT, change.seq());
        database.update(
                "UPDATE entry SET state = held, verdict = NULL, found = NULL, seen_digest = NULL, canary_digest = NULL,"
                        + " confirmed_stamp = coalesce(?, confirmed_stamp) WHERE seq = ?",
                stamp == null ? null : stamp.toString(),
                change.seq());
        drop(change);
    }

    /** Marks a deletion as done: the row no longer exists. */
    public void markDeleted(StoredChange change, Instant now) {
        attempts.endChange(change, Attempt.Outcome.DONE, now);
        database.update(
                "UPDATE entry SET state = ?, verdict = NULL, found = NULL WHERE seq = ?",
                EntryState.DELETED.name(),
                change.seq());
        drop(change);
    }

    private void drop(StoredChange change) {
        database.update("DELETE FROM change WHERE id = ?", change.id());
        database.update(
                "DELETE FROM decision WHERE kind " + Sql.is(Decision.OVERWRITE) + " AND source_id = ?",
                change.content().source().id());
    }

    /**
     * Applies a change to an entry that was found to be absent. The entry is sent with its current plan, or not at all.
     */
    void fold(long seq) {
        if (!database.exists("SELECT 1 FROM change WHERE entry_seq = ?", seq)) {
            return;
        }
        if (database.exists(
                "SELECT 1 FROM change WHERE entry_seq = ? AND operation " + Sql.is(StagedOperation.DELETE), seq)) {
            database.update("UPDATE entry SET state = ? WHERE seq = ?", EntryState.DELETED.name(), seq);
        } else {
            database.update(KEEP_CONTENT, seq);
            database.update(TAKE_CONTENT, seq);
        }
        database.update("DELETE FROM change WHERE entry_seq = ?", seq);
    }

    /**
     * Records the user's decision on the row of an entry.
     *
     * @param isToOverwrite whether the row is overwritten if it is unchanged since it was read; otherwise it remains
     *     unchanged until the source changes
     * @param rowDigest the digest of the row; null if it does not exist
     */
    public void decide(
            PlannedEntry entry, boolean isToOverwrite, @Nullable String rowDigest, String sourceDigest, Instant now) {
        database.update(
                "DELETE FROM decision WHERE source_id = ? AND kind " + Sql.in(Decision.OVERWRITE, Decision.KEEP_TARGET),
                entry.sourceId());
        database.update(
                "INSERT INTO decision (kind, source_id, target_id, row_digest, source_digest, decided_at) VALUES"
                        + " (?, ?, ?, ?, ?, ?)",
                (isToOverwrite ? Decision.OVERWRITE : Decision.KEEP_TARGET).name(),
                entry.sourceId(),
                entry.targetId(),
                rowDigest,
                sourceDigest,
                now.toString());
        if (isToOverwrite) {
            database.update(
                    "INSERT OR IGNORE INTO change (entry_seq, operation, remapped, " + EntryColumns.NAMES
                            + ", state) SELECT seq, ?, 0, " + EntryColumns.NAMES + ", ? FROM entry WHERE seq = ?",
                    StagedOperation.UPDATE.name(),
                    ChangeState.PLANNED.name(),
                    entry.seq());
        }
        database.update(
                "UPDATE change SET state = ?, conflict = NULL, reason = NULL WHERE entry_seq = ?",
                (isToOverwrite ? ChangeState.PLANNED : ChangeState.RETAINED).name(),
                entry.seq());
    }

    /** Plans to create an entry whose row was deleted again, because the user decided so. */
    public void recreate(PlannedEntry entry) {
        database.update(
                "INSERT INTO entry (" + EntryColumns.NAMES + ", generation, revision, state) SELECT "
                        + EntryColumns.NAMES
                        + ", generation + 1, 1, ? FROM (SELECT e.generation AS generation, " + EntryColumns.PLANNED
                        + " FROM entry e LEFT JOIN change c ON c.entry_seq = e.seq WHERE e.seq = ?)",
                EntryState.PLANNED.name(),
                entry.seq());
        database.update(
                "UPDATE entry SET state = ?, verdict = NULL, found = NULL WHERE seq = ?",
                EntryState.DELETED.name(),
                entry.seq());
        database.update("DELETE FROM change WHERE entry_seq = ?", entry.seq());
    }

    /**
     * Sets columns of a change.
     *
     * @throws dev.hourbridge.migration.LedgerException if the ledger has no such change
     */
    private void set(StoredChange change, String assignments, @Nullable Object... arguments) {
        @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = change.id();
        if (database.update("UPDATE change SET " + assignments + " WHERE id = ?", all) != 1) {
            throw database.damaged("lacks a change that was planned");
        }
    }
}
