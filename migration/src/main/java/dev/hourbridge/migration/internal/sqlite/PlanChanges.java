package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.UnknownId;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import dev.hourbridge.model.EntryField;
import java.util.List;
import java.util.Set;

/** Records a plan, inside a transaction. */
public final class PlanChanges {
    /** An entry that is listed again after its deletion was carried out counts as a new entry. */
    private static final String GENERATION =
            "(SELECT 1 + coalesce(max(e.generation), 0) FROM entry e WHERE e.source_id =" + " staged_entry.source_id)";

    /** A staged change that replaces one with an unknown outcome. */
    private static final String REPLACES = "s.state " + Sql.is(ChangeState.PLANNED) + " AND s.operation "
            + Sql.in(StagedOperation.UPDATE, StagedOperation.DELETE);

    /** The number of planned changes that wait for the outcome of an earlier change to the same entry. */
    static final String POSTPONED = "postponed changes";

    private final Database database;
    private final ChangeRecorder changes;

    PlanChanges(Database database, ChangeRecorder changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Replaces the entries that the last plan did not send with the staged entries, and the changes of all others. */
    public void takeOver(PlanStaging staging) {
        takeOverChanges();
        // Content that was sent or may have been sent is still looked up after it was replaced.
        database.update("INSERT INTO former_content (generation, revision, " + EntryColumns.NAMES
                + ") SELECT generation, revision, " + EntryColumns.NAMES + " FROM entry WHERE "
                + PlanStaging.REPLACEABLE + " AND EXISTS (SELECT 1 FROM attempt a WHERE a.source_id = entry.source_id"
                + " AND a.generation = entry.generation AND a.revision = entry.revision)");
        database.update("DELETE FROM begun_entry");
        database.update("INSERT INTO begun_entry SELECT source_id, fingerprint FROM entry WHERE begun = 1 AND "
                + PlanStaging.REPLACEABLE);
        database.update("DELETE FROM entry WHERE " + PlanStaging.REPLACEABLE);
        restrictTo(staging.only());
        addEntries();
        restoreHistory();
        database.update("DELETE FROM existing_row");
        database.update("INSERT OR IGNORE INTO existing_row SELECT * FROM staged_existing_row");
        database.update("DELETE FROM near_equal_row");
        database.update("INSERT OR IGNORE INTO near_equal_row SELECT * FROM staged_near_equal_row");
    }

    /** Adds the staged entries. For the first plan, the indexes are created afterwards, which takes less time. */
    private void addEntries() {
        boolean isFirst = !database.exists("SELECT 1 FROM entry");
        if (isFirst) {
            database.script(Schema.NO_FINGERPRINT_INDEXES);
        }
        database.update(
                "INSERT INTO entry (" + EntryColumns.NAMES + ", generation, revision, state) SELECT "
                        + EntryColumns.NAMES
                        + ", " + GENERATION + ", 1 + (SELECT count(*) FROM former_content f WHERE f.source_id ="
                        + " staged_entry.source_id AND f.generation = " + GENERATION + "), ? FROM staged_entry WHERE"
                        + " operation " + Sql.is(StagedOperation.CREATE) + " ORDER BY seq",
                EntryState.PLANNED.name());
        if (isFirst) {
            database.script(Schema.FINGERPRINT_INDEXES);
        }
    }

    /** Replaces the changes that were not carried out with those of the new plan. */
    private void takeOverChanges() {
        // A change with an unknown outcome retains its state, and the content that may be on the target is still the
        // ledger's own.
        database.update("INSERT INTO former_content (generation, revision, " + EntryColumns.NAMES
                + ") SELECT e.generation, e.revision + 1, " + EntryColumns.ofTable("c") + " FROM (SELECT * FROM change"
                + " WHERE " + ChangeQueries.UNEXPLAINED
                + ") c JOIN entry e ON e.seq = c.entry_seq JOIN staged_entry s ON"
                + " s.entry_seq = c.entry_seq WHERE " + REPLACES);
        database.update("UPDATE change SET operation = s.operation, remapped = s.remapped, attempts = CASE WHEN"
                + " s.source_digest = change.source_digest THEN change.attempts ELSE 1 END, " + EntryColumns.FROM_STAGED
                + " FROM staged_entry s WHERE s.entry_seq = change.entry_seq AND change.id IN (SELECT id FROM change WHERE "
                + ChangeQueries.UNEXPLAINED + ") AND " + REPLACES);
        database.update("DELETE FROM change WHERE NOT " + ChangeQueries.UNEXPLAINED);
        new Meta(database)
                .set(
                        POSTPONED,
                        database.queryLong("SELECT count(*) AS value FROM staged_entry s JOIN change USING (entry_seq)"
                                + " WHERE s.operation " + Sql.in(StagedOperation.UPDATE, StagedOperation.DELETE)
                                + " AND NOT (" + REPLACES + ")"));
        database.update("INSERT OR IGNORE INTO change (entry_seq, operation, remapped, " + EntryColumns.NAMES
                + ", state, conflict, reason) SELECT entry_seq, operation, remapped, " + EntryColumns.NAMES
                + ", state, conflict, reason FROM staged_entry WHERE operation "
                + Sql.in(StagedOperation.UPDATE, StagedOperation.DELETE) + " ORDER BY seq");
        database.update("UPDATE entry SET " + EntryColumns.FROM_STAGED + " FROM staged_entry s WHERE s.entry_seq ="
                + " entry.seq AND s.operation " + Sql.is(StagedOperation.REFRESH));
        // The entry is proven absent and not sent again yet, so it is sent with the current plan.
        database.queryAll(
                        "SELECT seq FROM entry WHERE state " + Sql.is(EntryState.PLANNED)
                                + " AND EXISTS (SELECT 1 FROM change WHERE entry_seq = entry.seq)",
                        row -> row.whole("seq"))
                .forEach(changes::fold);
    }

    /** Restores the history of entries under an earlier plan, which still counts. */
    private void restoreHistory() {
        database.update("UPDATE entry SET begun = 1 FROM begun_entry b WHERE b.source_id = entry.source_id"
                + " AND b.fingerprint = entry.fingerprint");
        database.update(
                "UPDATE entry SET sent = a.creates, first_listing = a.first FROM (SELECT source_id, generation,"
                        + " count(*) AS creates, min(listing) AS first FROM attempt WHERE operation "
                        + Sql.is(Attempt.Operation.CREATE) + " AND outcome IS NOT ? GROUP BY source_id, generation) a"
                        + " WHERE a.source_id = entry.source_id AND a.generation = entry.generation AND state "
                        + Sql.is(EntryState.PLANNED),
                Attempt.Outcome.NOT_SENT.name());
    }

    /** Restricts the plan to these entries. Entries sent under an earlier plan of this ledger still count. */
    private void restrictTo(Set<String> only) {
        if (!only.isEmpty()) {
            database.update("DELETE FROM named");
            only.forEach(id -> database.update("INSERT INTO named (source_id) VALUES (?)", id));
            database.update("INSERT OR IGNORE INTO named SELECT source_id FROM entry");
        }
    }

    /** Records the counts. */
    public void summary(PlanSummary summary) {
        summary.write(new Meta(database));
    }

    /** Replaces the losses. */
    public void losses(List<FieldLoss> losses) {
        database.update("DELETE FROM loss");
        losses.forEach(loss -> database.update(
                "INSERT INTO loss (field, kind, entries, samples) VALUES (?, ?, ?, ?)",
                loss.field().name(),
                loss.kind().name(),
                loss.entries(),
                String.join(EntryColumns.SEPARATOR, loss.samples())));
    }

    /** Replaces the ids of the source that are not mapped. */
    public void unmapped(List<Unmapped> unmapped) {
        database.update("DELETE FROM unmapped");
        unmapped.forEach(each -> database.update(
                "INSERT INTO unmapped (kind, id, name, entries) VALUES (?, ?, ?, ?)",
                each.kind().name(),
                each.id(),
                each.name().orElse(null),
                each.entries()));
    }

    /** Replaces the ids that the target does not have, and the people for whom it listed no row. */
    public void unknown(List<UnknownId> ids, List<String> unseenPeople) {
        database.update("DELETE FROM unknown_id");
        ids.forEach(each -> addUnknown(each.kind(), each.id(), each.problem()));
        unseenPeople.forEach(id -> addUnknown(EntryField.PERSON, id, "not seen"));
    }

    private void addUnknown(EntryField kind, String id, String problem) {
        database.update("INSERT INTO unknown_id (kind, id, problem) VALUES (?, ?, ?)", kind.name(), id, problem);
    }
}
