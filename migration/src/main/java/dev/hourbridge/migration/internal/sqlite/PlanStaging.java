package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.internal.entry.NearEqual;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan in progress, stored outside the heap and separately from the recorded plan. Entries are added while the source
 * is listed, and one transaction copies them at the end. A plan that fails leaves nothing.
 */
public final class PlanStaging {
    /** Entries that a new plan replaces. All others were sent or may have been sent, and are retained. */
    static final String REPLACEABLE = "(state " + Sql.in(EntryState.PLANNED, EntryState.REJECTED)
            + " AND (doubted = 0 OR swept = 1)"
            + " AND NOT EXISTS (SELECT 1 FROM possible_duplicate d WHERE d.seq = entry.seq))";

    /** A deleted entry that the source lists again is planned as a new one. */
    private static final String RETAINED = " state " + Sql.isNot(EntryState.DELETED) + " AND NOT " + REPLACEABLE;

    private static final String TO_SEND = " FROM staged_entry WHERE operation "
            + Sql.notIn(StagedOperation.DELETE, StagedOperation.REFRESH)
            + " UNION SELECT %1$s FROM entry WHERE" + RETAINED
            + " AND state " + Sql.is(EntryState.PLANNED);

    private final Database database;
    private final EntryReader reader;
    private final PlanQueries plan;
    private final Set<String> only;
    private final Batch<PlannedContent> batch;
    private final Batch<Existing> existing;
    private final Batch<NearEqual> nearEqual;
    private final Set<String> pending = new HashSet<>();

    /** A group of entries over which sum-preserving rounding distributes the time that rounding down removed. */
    public record MonthGroup(String person, String group, String month) {}

    /** A row of the target that is equal to an entry to be sent. */
    private record Existing(ExistingRow row, String plainFingerprint) {}

    /** A staged entry. */
    public record Staged(long seq, PlannedContent content) {}

    PlanStaging(Database database, EntryReader reader, PlanQueries plan, Set<String> only, boolean isReplan) {
        if (!only.isEmpty() && isReplan && plan.countNamed() == 0) {
            throw new InvalidInputException(
                    "only",
                    "selected entries for a ledger that has a plan for all entries",
                    "omit them, because only entries that were not sent are planned again, or use a new ledger file");
        }
        this.database = database;
        this.reader = reader;
        this.plan = plan;
        this.only = only;
        this.batch = new Batch<>(database, this::insert);
        this.existing = new Batch<>(database, this::insertExisting);
        this.nearEqual = new Batch<>(database, this::insertNearEqual);
        database.script(List.of(
                "DROP TABLE IF EXISTS temp.begun_entry",
                "CREATE TEMP TABLE begun_entry (source_id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID",
                "DROP TABLE IF EXISTS temp.staged_existing_row",
                "CREATE TEMP TABLE staged_existing_row AS SELECT * FROM existing_row WHERE 0",
                "DROP TABLE IF EXISTS temp.staged_near_equal_row",
                "CREATE TEMP TABLE staged_near_equal_row AS SELECT * FROM near_equal_row WHERE 0",
                "DROP TABLE IF EXISTS temp.staged_entry",
                "CREATE TEMP TABLE staged_entry (seq INTEGER PRIMARY KEY,\n" + EntryColumns.DEFINITIONS + ",\n"
                        + ChangeStaging.COLUMNS + ")",
                "CREATE INDEX temp.staged_source ON staged_entry (source_id)"));
    }

    /** Returns whether the plan covers this entry. */
    public boolean includes(String sourceId) {
        return only.isEmpty() ? plan.includes(sourceId) : only.contains(sourceId);
    }

    /** Returns whether the entry was handled by an earlier plan and remains unchanged. */
    public boolean isRetained(String sourceId) {
        return database.exists("SELECT 1 FROM entry WHERE source_id = ? AND" + RETAINED, sourceId);
    }

    /** Returns the number of entries that remain unchanged. */
    public long countRetained() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE" + RETAINED);
    }

    /** Returns the ids that the plan is restricted to and that no retained entry has. */
    public Set<String> namedToFind() {
        Set<String> named = only.isEmpty()
                ? new HashSet<>(database.queryTexts("SELECT source_id AS value FROM named"))
                : new HashSet<>(only);
        named.removeIf(this::isRetained);
        return named;
    }

    /** Returns whether the entry was added. */
    public boolean contains(String sourceId) {
        return pending.contains(sourceId)
                || database.exists("SELECT 1 FROM staged_entry WHERE source_id = ?", sourceId);
    }

    /** Adds an entry that is not {@linkplain #contains contained}. */
    public void add(PlannedContent content) {
        pending.add(content.source().id());
        batch.add(content);
        if (batch.isEmpty()) {
            pending.clear();
        }
    }

    private void insert(PlannedContent content) {
        database.update(
                "INSERT INTO staged_entry (" + EntryColumns.NAMES + ") VALUES (" + EntryColumns.PLACEHOLDERS + ")",
                EntryColumns.values(content));
    }

    /** Adds a row of the target that is equal to an entry to be sent. */
    public void addExisting(ExistingRow row, String plainFingerprint) {
        existing.add(new Existing(row, plainFingerprint));
    }

    private void insertExisting(Existing existing) {
        ExistingRow row = existing.row();
        database.update(
                "INSERT INTO staged_existing_row (target_id, created_at, marker, of_another_ledger, plain_fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?)",
                row.targetId(),
                row.createdAt().map(Instant::toString).orElse(null),
                row.marker().name(),
                row.isOfAnotherLedger() ? 1 : 0,
                existing.plainFingerprint());
    }

    /** Returns whether an entry to be sent has the person, day and minutes of a row. */
    public boolean hasNearEqual(NearEqual row) {
        return hasNew(
                "person = ? AND day = ? AND seconds / 60 = ?",
                row.person(),
                row.day().toString(),
                row.minutes());
    }

    /** Adds a row of the target that {@linkplain #hasNearEqual resembles} an entry to be sent. */
    public void addNearEqual(NearEqual row) {
        nearEqual.add(row);
    }

    private void insertNearEqual(NearEqual row) {
        database.update(
                "INSERT INTO staged_near_equal_row (target_id, person, day, minutes) VALUES (?, ?, ?, ?)",
                row.targetId(),
                row.person(),
                row.day().toString(),
                row.minutes());
    }

    /** Completes the rows of the target, before the plan is copied to the ledger. */
    public void completeExisting() {
        existing.flush();
        nearEqual.flush();
    }

    /** Completes the entries. The other queries then see all of them. Creating indexes once takes less time. */
    public void complete() {
        batch.flush();
        pending.clear();
        database.script(List.of(
                "CREATE INDEX temp.staged_fingerprint ON staged_entry (fingerprint)",
                "CREATE INDEX temp.staged_bucket ON staged_entry (person, day)",
                "CREATE INDEX temp.staged_plain ON staged_entry (plain_fingerprint)"));
    }

    /** Returns the groups of the entries. */
    public List<MonthGroup> monthGroups() {
        return database.queryAll(
                "SELECT DISTINCT person, place_group, substr(day, 1, 7) AS month FROM staged_entry WHERE has_duration = 0",
                row -> new MonthGroup(row.text("person"), row.text("place_group"), row.text("month")));
    }

    /** Returns the entries of a group, in order. */
    public List<Staged> entries(MonthGroup group) {
        return database.queryAll(
                "SELECT * FROM staged_entry WHERE has_duration = 0 AND person = ? AND place_group = ? AND substr(day, 1, 7) = ? ORDER BY seq",
                row -> new Staged(row.whole("seq"), reader.content(row)),
                group.person(),
                group.group(),
                group.month());
    }

    /**
     * Returns by how much the entries of a group that retain their duration are shorter in total than at the source;
     * negative if longer.
     */
    public Duration lostOfRetained(MonthGroup group) {
        return database.queryFirst(
                        "SELECT coalesce(sum(source_seconds - seconds), 0) AS seconds, total(source_nanos) AS nanos"
                                + " FROM (SELECT source_seconds, source_nanos, seconds, person, place_group, day FROM entry"
                                + " WHERE" + RETAINED + " AND state " + Sql.isNot(EntryState.UNDONE)
                                + " AND NOT EXISTS (SELECT 1 FROM staged_entry s WHERE s.entry_seq = entry.seq) UNION ALL"
                                + " SELECT source_seconds, source_nanos, seconds, person, place_group, day FROM staged_entry"
                                + " WHERE has_duration = 1 AND operation " + Sql.isNot(StagedOperation.DELETE)
                                + ") WHERE person = ? AND place_group = ? AND substr(day, 1, 7) = ?",
                        row -> row.seconds("seconds", "nanos"),
                        group.person(),
                        group.group(),
                        group.month())
                .orElse(Duration.ZERO);
    }

    /** Replaces entries. */
    public void replace(List<Staged> entries) {
        database.stage(() -> entries.forEach(each -> {
            @Nullable Object[] values = EntryColumns.values(each.content(), each.seq());
            database.update("UPDATE staged_entry SET " + EntryColumns.ASSIGNMENTS + " WHERE seq = ?", values);
        }));
    }

    /** Returns whether an entry to be sent has a fingerprint; a plain one does not include the trailer of the note. */
    public boolean hasEqual(String fingerprint, boolean isPlain) {
        return hasNew(isPlain ? "plain_fingerprint = ?" : "fingerprint = ?", fingerprint);
    }

    /** The unary plus prevents SQLite from searching all new entries with the index of that column. */
    private boolean hasNew(String condition, Object... arguments) {
        return database.exists("SELECT 1 FROM staged_entry WHERE +entry_seq IS NULL AND " + condition, arguments);
    }

    /** Returns the people of the target for whom something is to be sent. */
    public List<String> peopleToSendFor() {
        return toSend("person");
    }

    /** Returns the projects of the target to which something is to be sent. */
    public List<String> projectsToSendTo() {
        return toSend("project");
    }

    /** Returns the tasks of the target to which something is to be sent. */
    public List<String> tasksToSendTo() {
        return toSend("task");
    }

    private List<String> toSend(String column) {
        String all = "SELECT " + column + String.format(TO_SEND, column);
        return database.queryTexts(
                "SELECT " + column + " AS value FROM (" + all + ") WHERE value IS NOT NULL ORDER BY value");
    }

    Set<String> only() {
        return only;
    }
}
