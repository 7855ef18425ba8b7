package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.internal.mapping.EntryDetails;
import dev.hourbridge.model.Billable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The rows of all people as listed by the target. They are stored outside the heap until the list is complete and a
 * transaction copies them. Only one list can be in progress.
 */
public final class ListedRows {
    private static final String TABLE = """
            CREATE TEMP TABLE listed_row (
              seq INTEGER PRIMARY KEY,
              target_id TEXT NOT NULL UNIQUE,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              unrelated INTEGER NOT NULL,
              own INTEGER NOT NULL,
              marked INTEGER NOT NULL,
              of_another_ledger INTEGER NOT NULL,
              fingerprint TEXT NOT NULL,
              plain_fingerprint TEXT NOT NULL,
              activity TEXT,
              billable TEXT NOT NULL,
              tags TEXT NOT NULL)""";

    private final Database database;
    private final Batch<Listed> batch;

    /**
     * A row of the target.
     *
     * @param seq the number of the row in the list
     * @param targetId the id of the row
     * @param person the person; empty if the target does not show it
     * @param day the day
     * @param isUnrelated whether the user declared it unrelated
     * @param mayBeOurs whether it has the tag of this migration's rows, if they have one
     * @param isMarked whether it is compared with its trailer
     * @param isOfAnotherLedger whether its marker belongs to another ledger
     * @param fingerprint the fingerprint
     * @param plainFingerprint the fingerprint without the trailer
     * @param details the fields that the fingerprints do not include
     */
    public record Listed(
            long seq,
            String targetId,
            String person,
            LocalDate day,
            boolean isUnrelated,
            boolean mayBeOurs,
            boolean isMarked,
            boolean isOfAnotherLedger,
            String fingerprint,
            String plainFingerprint,
            EntryDetails details) {}

    ListedRows(Database database) {
        this.database = database;
        this.batch = new Batch<>(database, this::insert);
        database.script(List.of("DROP TABLE IF EXISTS temp.listed_row", TABLE));
    }

    /** Adds a row and ignores its number. A row that is already present is not added again. */
    public void add(Listed row) {
        batch.add(row);
    }

    /** Inserts a row of the target's list. A repeated row is ignored. */
    private void insert(Listed row) {
        database.update(
                "INSERT OR IGNORE INTO listed_row (target_id, person, day, unrelated, own, marked,"
                        + " of_another_ledger, fingerprint, plain_fingerprint, activity, billable, tags)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.targetId(),
                row.person(),
                row.day().toString(),
                row.isUnrelated() ? 1 : 0,
                row.mayBeOurs() ? 1 : 0,
                row.isMarked() ? 1 : 0,
                row.isOfAnotherLedger() ? 1 : 0,
                row.fingerprint(),
                row.plainFingerprint(),
                row.details().activity(),
                row.details().billable().name(),
                String.join(EntryColumns.SEPARATOR, row.details().tags()));
    }

    /** Completes the list. {@link #page} then returns all rows. */
    public void complete() {
        batch.flush();
    }

    /** Returns a page of the rows with a higher number, in order. */
    public List<Listed> page(long afterSeq) {
        return database.queryAll(
                "SELECT * FROM listed_row WHERE seq > ? ORDER BY seq LIMIT " + EntryQueries.PAGE_SIZE,
                row -> new Listed(
                        row.whole("seq"),
                        row.text("target_id"),
                        row.text("person"),
                        row.day("day"),
                        row.flag("unrelated"),
                        row.flag("own"),
                        row.flag("marked"),
                        row.flag("of_another_ledger"),
                        row.text("fingerprint"),
                        row.text("plain_fingerprint"),
                        details(row)),
                afterSeq);
    }

    /** Reads the fields that are compared only for an exact match. */
    private static EntryDetails details(Row row) throws SQLException {
        String tags = row.text("tags");
        return new EntryDetails(
                row.textOrNull("activity"),
                row.parsed("billable", Billable::valueOf),
                tags.isEmpty() ? List.of() : List.of(tags.split(EntryColumns.SEPARATOR, -1)));
    }
}
