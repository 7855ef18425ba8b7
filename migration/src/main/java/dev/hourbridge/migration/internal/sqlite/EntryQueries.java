package dev.hourbridge.migration.internal.sqlite;

import static dev.hourbridge.migration.EntryState.DELETED;
import static dev.hourbridge.migration.EntryState.INTENT;
import static dev.hourbridge.migration.EntryState.IN_DOUBT;
import static dev.hourbridge.migration.EntryState.PLANNED;
import static dev.hourbridge.migration.EntryState.REFUSED;
import static dev.hourbridge.migration.EntryState.UNDONE;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds entries of the plan. Lists of all entries are given in pages. */
public final class EntryQueries {
    /** How many entries a page has at most. */
    public static final int PAGE_SIZE = 256;

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

    /** Returns the entries with a higher number, in their order. */
    public List<PlannedEntry> page(long afterSeq) {
        return reader.where("seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /** Returns the entries to be sent with a higher number, in their order. */
    public List<PlannedEntry> plannedPage(long afterSeq) {
        return reader.where("state " + Sql.is(PLANNED) + " AND seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /** Returns the entries with losses and a higher number, in their order. */
    public List<PlannedEntry> lossyPage(long afterSeq) {
        return reader.where("losses <> '' AND seq > ? ORDER BY seq LIMIT " + PAGE_SIZE, afterSeq);
    }

    /**
     * Returns entries that have a row which this ledger created, by person and day.
     *
     * @param person the person, or null for all
     * @param first the first day, or null for no bound
     * @param last the last day, or null for no bound
     * @param skip how many of them to skip
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

    /** Returns how many entries have a row which this ledger created. */
    public long countDeletable() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE " + DELETABLE);
    }

    /** Returns the entries with a row outside of some days, or planned to be there, and a higher number, in their order. */
    public List<PlannedEntry> rowsOutside(LocalDate first, LocalDate last, long afterSeq) {
        return reader.where(
                "seq > ?1 AND held IS NOT NULL AND state " + Sql.notIn(UNDONE, DELETED)
                        + " AND (day NOT BETWEEN ?2 AND ?3 OR EXISTS (SELECT 1 FROM change c WHERE c.entry_seq = entry.seq AND"
                        + " c.day NOT BETWEEN ?2 AND ?3)) ORDER BY seq LIMIT " + PAGE_SIZE,
                afterSeq,
                first.toString(),
                last.toString());
    }

    /** Returns the entry of a number. */
    public PlannedEntry get(long seq) {
        return reader.where("seq = ?", seq).get(0);
    }

    /** Returns the entry that has a row of the target. */
    public Optional<PlannedEntry> byTargetId(String targetId) {
        return reader.where("target_id = ?", targetId).stream().findFirst();
    }

    /** Returns the entries in doubt, by day. */
    public List<PlannedEntry> inDoubt() {
        return reader.where("state " + Sql.is(IN_DOUBT) + BY_DAY);
    }

    /** Returns the entries in doubt and those that were about to be sent when the process ended, in their order. */
    public List<PlannedEntry> inDoubtOrIntent() {
        return reader.where("state " + Sql.in(INTENT, IN_DOUBT) + " ORDER BY seq");
    }

    /** Returns the creates of an entry that were sent, or may have been, in their order. */
    public List<Attempt> attempts(PlannedEntry entry) {
        return database.queryAll(
                "SELECT a.* FROM attempt a JOIN entry e USING (source_id, generation) WHERE e.seq = ? AND a.operation "
                        + Sql.is(Attempt.Operation.CREATE) + " AND a.outcome IS NOT ? ORDER BY a.id",
                EntryQueries::attempt,
                entry.seq(),
                Attempt.Outcome.NOT_SENT.name());
    }

    private static Attempt attempt(Row row) throws SQLException {
        return new Attempt(
                row.parsed("marker", Marker::valueOf),
                row.parsed("started_at", Instant::parse),
                row.optionalParsed("ended_at", Instant::parse),
                row.optionalParsed("target_time", Instant::parse));
    }

    /** Returns the target's time when the create of a row was sent whose response had the row's id; empty if unknown. */
    public Optional<Instant> createSent(String targetId) {
        return database.queryFirst(
                "SELECT a.target_time AS target_time FROM entry e JOIN attempt a USING (source_id, generation)"
                        + " WHERE e.target_id = ? AND a.target_time IS NOT NULL AND a.operation "
                        + Sql.is(Attempt.Operation.CREATE) + " AND a.outcome " + Sql.is(Attempt.Outcome.CREATED),
                row -> row.parsed("target_time", Instant::parse),
                targetId);
    }

    /** Returns when the first attempt began after the list that an entry was first sent after. */
    Optional<Instant> firstAttemptAfterList(PlannedEntry entry) {
        return database.queryFirst(
                "SELECT started_at FROM attempt WHERE listing = ? AND operation " + Sql.is(Attempt.Operation.CREATE)
                        + " ORDER BY id LIMIT 1",
                row -> row.parsed("started_at", Instant::parse),
                entry.progress().firstListing());
    }

    /** Returns the newest attempt to create an entry. */
    public Optional<Attempt> newestCreate() {
        return database.queryFirst(
                "SELECT * FROM attempt WHERE operation " + Sql.is(Attempt.Operation.CREATE)
                        + " ORDER BY id DESC LIMIT 1",
                EntryQueries::attempt);
    }

    /** Returns the entries with a loose fingerprint that an apply began to send, and that were never sent. */
    public List<PlannedEntry> begunToSend(String looseFingerprint) {
        return reader.where(
                "loose_fingerprint = ? AND begun = 1 AND doubted = 0 AND sent = 0 AND +state " + Sql.is(PLANNED),
                looseFingerprint);
    }

    /** Returns what was sent of an entry before a later plan gave it another content. */
    public List<PlannedContent> formerContents(PlannedEntry entry) {
        return database.queryAll(
                "SELECT f.* FROM former_content f JOIN entry e USING (source_id, generation) WHERE e.seq = ? ORDER BY f.id",
                reader::content,
                entry.seq());
    }

    /** Returns the entries that were sent again, or ever in doubt, and that no sweep covered since, by day. */
    public List<PlannedEntry> unswept() {
        return reader.where("swept = 0" + BY_DAY);
    }

    /** Returns whether an entry was sent again, or ever in doubt, that no sweep covered since. */
    public boolean hasUnswept() {
        return database.exists("SELECT 1 FROM entry WHERE swept = 0");
    }

    /** Returns the entries that were sent again, or ever in doubt, by day. */
    public List<PlannedEntry> sentAgain() {
        return reader.where("(sent > 1 OR doubted = 1)" + BY_DAY);
    }

    /** Returns the entry of an entry of the source, the one of its last generation. */
    public Optional<PlannedEntry> bySourceId(String sourceId) {
        return reader.where("source_id = ? ORDER BY generation DESC LIMIT 1", sourceId).stream()
                .findFirst();
    }

    /** Returns the fingerprints of the entries in doubt. */
    public Set<String> fingerprintsInDoubt() {
        return new HashSet<>(
                database.queryTexts("SELECT fingerprint AS value FROM entry WHERE state " + Sql.is(IN_DOUBT)));
    }

    /** Returns how many entries with a fingerprint are in doubt. */
    public long countInDoubt(String fingerprint) {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE fingerprint = ? AND state " + Sql.is(IN_DOUBT), fingerprint);
    }

    /** Returns how many entries with a fingerprint are in doubt, or were about to be sent when the process ended. */
    public long countUnexplained(String fingerprint) {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE fingerprint = ? AND state " + Sql.in(INTENT, IN_DOUBT),
                fingerprint);
    }

    /** Returns whether an entry has a fingerprint. */
    public boolean hasFingerprint(String fingerprint) {
        return database.exists("SELECT 1 FROM entry WHERE fingerprint = ?", fingerprint);
    }

    /** Returns whether an entry with a fingerprint was to be sent by an apply that began, and was not sent. */
    public boolean hasBegunToSend(String fingerprint) {
        return database.exists(
                "SELECT 1 FROM entry WHERE fingerprint = ? AND begun = 1 AND doubted = 0 AND sent = 0 AND +state "
                        + Sql.is(PLANNED),
                fingerprint);
    }

    /** Returns an entry with a fingerprint that was ever in doubt. */
    public Optional<PlannedEntry> onceInDoubt(String fingerprint) {
        return reader.where("fingerprint = ? AND doubted = 1 LIMIT 1", fingerprint).stream()
                .findFirst();
    }

    /** Returns the entries with a fingerprint that were sent and have no row, those to be sent again first. */
    public List<PlannedEntry> sentWithoutRow(String fingerprint) {
        return reader.where(
                "fingerprint = ? AND +state " + Sql.in(PLANNED, REFUSED)
                        + " AND (doubted = 1 OR sent > 0) ORDER BY +state, seq",
                fingerprint);
    }

    /**
     * Returns the entries to be sent, and never in doubt, with a fingerprint and a higher number, in their order.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     * @param limit how many of them at most
     */
    public List<PlannedEntry> equalToSend(String fingerprint, boolean isPlain, long afterSeq, int limit) {
        // The plus keeps SQLite from walking all that are planned, in their order.
        return reader.where(
                (isPlain ? "plain_fingerprint" : "fingerprint") + " = ? AND +state " + Sql.is(PLANNED)
                        + " AND doubted = 0 AND +seq > ? ORDER BY seq LIMIT ?",
                fingerprint,
                afterSeq,
                limit);
    }

    /**
     * Returns an entry with a fingerprint that has adopted a row.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     */
    public Optional<PlannedEntry> equalAdopted(String fingerprint, boolean isPlain) {
        return reader
                .where(
                        (isPlain ? "plain_fingerprint" : "fingerprint") + " = ? AND held = ? ORDER BY seq LIMIT 1",
                        fingerprint,
                        EntryState.ADOPTED.name())
                .stream()
                .findFirst();
    }

    /**
     * Returns the number of an entry that a row equals, and that was first sent before a list showed the row, has
     * adopted another, or was to be sent when no list showed the row.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     * @param listing the first list that showed the row; the greatest number for none
     */
    public Optional<Long> equalTo(String fingerprint, boolean isPlain, long listing) {
        return database.queryFirst(
                "SELECT seq FROM entry WHERE " + (isPlain ? "plain_fingerprint" : "fingerprint")
                        + " = ?1 AND ((first_listing > 0 AND first_listing < ?2) OR held = ?3"
                        + " OR (begun = 1 AND first_listing = 0 AND ?2 = ?4)) ORDER BY seq LIMIT 1",
                row -> row.whole("seq"),
                fingerprint,
                listing,
                EntryState.ADOPTED.name(),
                Long.MAX_VALUE);
    }

    /** Returns whether a person has an entry on a day. */
    public boolean hasBucket(String person, LocalDate day) {
        return database.exists("SELECT 1 FROM entry WHERE person = ? AND day = ?", person, day.toString());
    }

    /** Returns how many entries there are. */
    public long count() {
        return database.queryLong("SELECT count(*) AS value FROM " + LatestPlan.REMAINING);
    }

    /** Returns how many entries are in a state. */
    public long count(EntryState state) {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE state = ?", state.name());
    }

    /** Returns how many entries are in each state, without states that have no entries. */
    public Map<EntryState, Long> countByState() {
        Map<EntryState, Long> states = new EnumMap<>(EntryState.class);
        database.queryAll(
                "SELECT state, count(*) AS entries FROM entry GROUP BY state",
                row -> states.put(row.parsed("state", EntryState::valueOf), row.whole("entries")));
        return states;
    }

    /** Returns how many of the rejected entries were not sent, because similar ones were rejected. */
    public long countNotAttempted() {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE state " + Sql.is(REFUSED) + " AND not_attempted = 1");
    }

    /** Returns how many entries were on the target before, or still are if verified. */
    public long countAdopted() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE held = ?", EntryState.ADOPTED.name());
    }

    /** Returns how many entries were created or recovered so far. */
    public long countDone() {
        return database.queryLong("SELECT " + EntryChanges.DONE + " AS value");
    }

    /** Returns whether nothing was sent and nothing was adopted. */
    public boolean isUntouched() {
        return !database.exists("SELECT 1 FROM entry WHERE attempts > 0 OR target_id IS NOT NULL");
    }

    /** Returns whether anything was sent or adopted, under this plan or an earlier one. */
    public boolean isBegun() {
        return database.exists("SELECT 1 FROM entry WHERE state " + Sql.isNot(PLANNED) + " OR doubted = 1");
    }

    /** Returns whether an entry was about to be sent when the process ended. */
    public boolean hasIntent() {
        return count(INTENT) > 0;
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

    /** Returns all people of the target that the plan writes for. */
    public List<String> people() {
        return database.queryTexts("SELECT person AS value FROM entry WHERE state " + Sql.isNot(DELETED)
                + " UNION SELECT person FROM change ORDER BY value");
    }

    /** Returns the people of the target that something is to be sent for. */
    public List<String> peopleToSendFor() {
        return database.queryTexts(
                "SELECT DISTINCT person AS value FROM entry WHERE state " + Sql.is(PLANNED) + " ORDER BY person");
    }

    /** Returns the sum of the durations at the source. */
    public Duration sourceDuration() {
        return database.queryFirst(
                        "SELECT coalesce(sum(source_seconds), 0) AS seconds, total(source_nanos) AS nanos FROM "
                                + LatestPlan.REMAINING,
                        row -> row.seconds("seconds", "nanos"))
                .orElse(Duration.ZERO);
    }

    /** Returns the sum of the durations as planned. */
    public Duration plannedDuration() {
        return Duration.ofSeconds(database.queryLong("SELECT sum(seconds) AS value FROM " + LatestPlan.REMAINING));
    }

    /** Returns how many durations are rounded. */
    public long countRounded() {
        return database.queryLong("SELECT count(*) AS value FROM " + LatestPlan.REMAINING
                + " WHERE seconds <> source_seconds OR source_nanos > 0");
    }
}
