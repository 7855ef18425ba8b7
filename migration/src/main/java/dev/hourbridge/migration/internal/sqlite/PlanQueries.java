package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.UnknownId;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.model.EntryField;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what the recorded plan reports in addition to its entries.
 *
 * <p>Counts that are made during planning, such as losses by field, are stored with the plan. A later report must show
 * what the user agreed to, even if the source has changed since.
 */
public final class PlanQueries {
    private final Database database;

    PlanQueries(Database database) {
        this.database = database;
    }

    /** Returns the counts of the plan. */
    public PlanSummary summary() {
        return PlanSummary.read(new Meta(database));
    }

    /**
     * Returns the number of changes that could not be recorded because an earlier change to the same entry has an
     * unknown outcome.
     */
    public long countPostponed() {
        return new Meta(database).number(PlanChanges.POSTPONED);
    }

    /** Returns the number of entries that the plan is restricted to; 0 if it covers everything. */
    public long countNamed() {
        return database.queryLong("SELECT count(*) AS value FROM named");
    }

    /** Returns whether the plan covers this entry. */
    public boolean includes(String sourceId) {
        return !database.exists("SELECT 1 FROM named")
                || database.exists("SELECT 1 FROM named WHERE source_id = ?", sourceId);
    }

    /**
     * Returns the losses, by field and kind.
     *
     * @param entries the number of entries that the shares are relative to
     */
    public List<FieldLoss> losses(long entries) {
        return database.queryAll(
                "SELECT field, kind, entries, samples FROM loss ORDER BY field, kind",
                row -> FieldLoss.of(
                        row.parsed("field", EntryField::valueOf),
                        row.parsed("kind", LossKind::valueOf),
                        row.whole("entries"),
                        entries == 0 ? 0 : (double) row.whole("entries") / entries,
                        Arrays.asList(row.text("samples").split(EntryColumns.SEPARATOR))));
    }

    /** Returns the ids of the source that the mapping must contain but does not. */
    public List<Unmapped> unmapped() {
        return database.queryAll(
                "SELECT kind, id, name, entries FROM unmapped ORDER BY kind, entries DESC, id",
                row -> Unmapped.of(
                        row.parsed("kind", EntryField::valueOf),
                        row.text("id"),
                        row.optional("name"),
                        row.whole("entries")));
    }

    /** Returns the projects and tasks that the target did not have. */
    public List<UnknownId> unknownIds() {
        return database.queryAll(
                "SELECT kind, id, problem FROM unknown_id WHERE kind " + Sql.isNot(EntryField.PERSON)
                        + " ORDER BY kind, id",
                row -> UnknownId.of(row.parsed("kind", EntryField::valueOf), row.text("id"), row.text("problem")));
    }

    /** Returns the rows of the target that are equal to entries to be sent, by creation and id. */
    public List<ExistingRow> existingRows() {
        return database.queryAll(
                "SELECT * FROM existing_row ORDER BY created_at, length(target_id), target_id",
                row -> ExistingRow.of(
                        row.text("target_id"),
                        row.optionalParsed("created_at", Instant::parse),
                        row.parsed("marker", Marker::valueOf),
                        row.flag("of_another_ledger")));
    }

    /** Returns the number of these rows with the marker of another ledger. */
    public long countRowsOfOtherLedgers() {
        return database.queryLong("SELECT count(*) AS value FROM existing_row WHERE of_another_ledger = 1");
    }

    /** Returns the people for whom no row was seen on the target. */
    public List<String> unseenPeople() {
        return database.queryTexts(
                "SELECT id AS value FROM unknown_id WHERE kind " + Sql.is(EntryField.PERSON) + " ORDER BY id");
    }
}
