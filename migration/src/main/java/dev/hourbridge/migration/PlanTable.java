package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.model.EntryField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the plan says besides its entries: losses and what is unmapped. */
final class PlanTable {
    private static final int MOST_SAMPLES = 3;
    private static final String SEPARATOR = "\u001f";

    private final Database database;

    PlanTable(Database database) {
        this.database = database;
    }

    void clear() {
        database.update("DELETE FROM unmapped");
        database.update("DELETE FROM loss");
        database.update("DELETE FROM unknown_id");
        // What was in doubt, and was absent in the last sweep too, is as if it had never been sent; not so
        // what has a row that may be its own.
        database.update("DELETE FROM entry WHERE state IN ('PLANNED', 'REFUSED') AND (doubted = 0 OR swept = 1)"
                + " AND NOT EXISTS (SELECT 1 FROM surplus WHERE surplus.seq = entry.seq)");
    }

    void countMissing(MappingResult.Missing missing) {
        database.update("""
                INSERT INTO unmapped (kind, id, name, entries) VALUES (?, ?, ?, 1)
                ON CONFLICT (kind, id) DO UPDATE SET entries = entries + 1, name = coalesce(name, excluded.name)""", missing.kind().name(), missing.id(), missing.name().orElse(null));
    }

    List<Unmapped> unmapped() {
        return database.list(
                "SELECT kind, id, name, entries FROM unmapped ORDER BY kind, entries DESC, id",
                row -> Unmapped.of(
                        EntryField.valueOf(row.getString(1)),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        row.getLong(4)));
    }

    void addUnknown(UnknownId unknown) {
        database.update(
                "INSERT INTO unknown_id (kind, id, problem) VALUES (?, ?, ?)",
                unknown.kind().name(),
                unknown.id(),
                unknown.problem());
    }

    List<UnknownId> unknownIds() {
        return database.list(
                "SELECT kind, id, problem FROM unknown_id WHERE kind <> 'PERSON' ORDER BY kind, id",
                row -> UnknownId.of(EntryField.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
    }

    void addUnseenPerson(String id) {
        database.update("INSERT INTO unknown_id (kind, id, problem) VALUES ('PERSON', ?, 'not seen')", id);
    }

    List<String> unseenPeople() {
        return database.list("SELECT id FROM unknown_id WHERE kind = 'PERSON' ORDER BY id", row -> row.getString(1));
    }

    void countLoss(EntryField field, LossKind kind, String sourceId) {
        database.update("""
                INSERT INTO loss (field, kind, entries, samples) VALUES (?, ?, 1, ?)
                ON CONFLICT (field, kind) DO UPDATE SET entries = entries + 1,
                  samples = CASE WHEN entries < ? THEN samples || ? || excluded.samples ELSE samples END""", field.name(), kind.name(), sourceId, MOST_SAMPLES, SEPARATOR);
    }

    List<FieldLoss> losses(long entries) {
        return database.list(
                "SELECT field, kind, entries, samples FROM loss ORDER BY field, kind",
                row -> FieldLoss.of(
                        EntryField.valueOf(row.getString(1)),
                        LossKind.valueOf(row.getString(2)),
                        row.getLong(3),
                        entries == 0 ? 0 : (double) row.getLong(3) / entries,
                        Arrays.asList(row.getString(4).split(SEPARATOR))));
    }
}
