package dev.hourbridge.migration.internal.sqlite;

import static dev.hourbridge.migration.EntryState.DELETED;
import static dev.hourbridge.migration.EntryState.INTENT;
import static dev.hourbridge.migration.EntryState.IN_DOUBT;
import static dev.hourbridge.migration.EntryState.PLANNED;
import static dev.hourbridge.migration.EntryState.UNDONE;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds entries of the plan. Lists of all entries are returned in pages. */
public final class EntryQueries {
    /** The maximum number of entries in a page. */
    static final int PAGE_SIZE = 256;

    private static final String BY_DAY = " ORDER BY day, seq";
    private static final String BY_PERSON_AND_DAY = " ORDER BY person, day, seq";
    private static final String DELETABLE = "held " + Sql.CREATED_HERE + " AND state "
            + Sql.in(EntryState.CREATED, EntryState.RECOVERED, EntryState.VERIFIED);

    private final Database database;
    private final EntryReader reader;

    EntryQueries(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** Returns the entries with a higher number, in order. */
    public List<PlannedEntry> page(long afterSeq) {
        return reader.where("seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /** Returns the entries to be sent with a higher number, in order. */
    public List<PlannedEntry> plannedPage(long afterSeq) {
        return reader.where("state " + Sql.is(PLANNED) + " AND seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /** Returns the entries with losses and a higher number, in order. */
    public List<PlannedEntry> lossyPage(long afterSeq) {
        return reader.where("losses <> '' AND seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /**
     * Returns entries with a row that this ledger created, by person and day.
     *
     * @param person the person, or null for all
     * @param first the first day, or null for no bound
     * @param last the last day, or null for no bound
     * @param skip the number of entries to skip
     */
    public List<PlannedEntry> deletablePage(
            @Nullable String person, @Nullable LocalDate first, @Nullable LocalDate last, long skip) {
        return reader.where(
                DELETABLE + " AND person = coalesce(?, person) AND day >= coalesce(?, day) AND day <= coalesce(?, day)"
                        + BY_PERSON_AND_DAY + " LIMIT " + PAGE_SIZE + " OFFSET ?",
                person,
                first == null ? null : first.toString(),
                last == null ? null : last.toString(),
                skip);
    }

    /** Returns the number of entries with a row that this ledger created. */
    public long countDeletable() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE " + DELETABLE);
    }

    /** Returns the entries with a higher number whose row is outside some days or is planned to be, in order. */
    public List<PlannedEntry> rowsOutside(LocalDate first, LocalDate last, long afterSeq) {
        return reader.where(
                "seq > ?1 AND held IS NOT NULL AND state " + Sql.notIn(UNDONE, DELETED)
                        + " AND (day NOT BETWEEN ?2 AND ?3 OR EXISTS (SELECT 1 FROM change c WHERE c.entry_seq = entry.seq AND"
                        + " c.day NOT BETWEEN ?2 AND ?3)) ORDER BY seq LIMIT " + PAGE_SIZE,
                afterSeq,
                first.toString(),
                last.toString());
    }

    /** Returns the entry with a number. */
    public PlannedEntry get(long seq) {
        return reader.where("seq = ?", seq).get(0);
    }

    /** Returns the entry to which a row of the target belongs. */
    public Optional<PlannedEntry> byTargetId(String targetId) {
        return reader.where("target_id = ?", targetId).stream().findFirst();
    }

    /** Returns the entries in doubt, by day. */
    public List<PlannedEntry> inDoubt() {
        return reader.where("state " + Sql.is(IN_DOUBT) + BY_DAY);
    }

    /** Returns the entries in doubt and those that were about to be sent when the process ended, in order. */
    public List<PlannedEntry> inDoubtOrIntent() {
        return reader.where("state " + Sql.in(INTENT, IN_DOUBT) + " ORDER BY seq");
    }

    /** Returns the contents that were sent for an entry before a later plan changed its content. */
    public List<PlannedContent> formerContents(PlannedEntry entry) {
        return database.queryAll(
                "SELECT f.* FROM former_content f JOIN entry e USING (source_id, generation) WHERE e.seq = ? ORDER BY f.id",
                reader::content,
                entry.seq());
    }

    /** Returns the entries that were sent again or were ever in doubt and that no sweep has covered since, by day. */
    public List<PlannedEntry> unswept() {
        return reader.where("swept = 0" + BY_DAY);
    }

    /** Returns the entries that were sent again or were ever in doubt, by day. */
    public List<PlannedEntry> sentAgain() {
        return reader.where("(sent > 1 OR doubted = 1)" + BY_DAY);
    }

    /** Returns the ledger's entry for an entry of the source, in its last generation. */
    public Optional<PlannedEntry> bySourceId(String sourceId) {
        return reader.where("source_id = ? ORDER BY generation DESC LIMIT 1", sourceId).stream()
                .findFirst();
    }

    /** Returns the row of a person that was created or recovered last. */
    public Optional<String> newestTargetId(String person) {
        return database
                .queryTexts(
                        "SELECT target_id AS value FROM entry WHERE done_order IS NOT NULL AND person = ? AND state "
                                + Sql.notIn(UNDONE, DELETED) + " ORDER BY done_order DESC LIMIT 1",
                        person)
                .stream()
                .findFirst();
    }
}
