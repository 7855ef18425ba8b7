package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StagedOperation;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.model.EntryField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a plan in progress, and the ids that the source listed for it. They share the table of {@link
 * PlanStaging}, so rounding covers both new and changed entries.
 */
public final class ChangeStaging {
    /** The columns in addition to the content. */
    static final String COLUMNS = """
              entry_seq INTEGER UNIQUE,
              operation TEXT NOT NULL DEFAULT 'CREATE',
              has_duration INTEGER NOT NULL DEFAULT 0,
              remapped INTEGER NOT NULL DEFAULT 0,
              state TEXT,
              conflict TEXT,
              reason TEXT""";

    /** Entries that the source must still have: they were sent, and neither deleted nor undone. */
    private static final String EXPECTED =
            "entry.state " + Sql.notIn(EntryState.UNDONE, EntryState.DELETED) + " AND NOT " + PlanStaging.REPLACEABLE;

    private final Database database;
    private final EntryReader reader;
    private final Batch<Listed> listing;
    private final Batch<Listed> again;

    private record Listed(
            String id, @Nullable String person, @Nullable String project) {}

    /**
     * A staged change.
     *
     * @param id the number of the change
     * @param seq the number of the entry
     * @param isDeletion whether the source no longer has the entry
     * @param isRemapped whether only the mapping or the policy changed
     * @param content the planned content
     */
    public record Staged(long id, long seq, boolean isDeletion, boolean isRemapped, PlannedContent content) {}

    ChangeStaging(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
        this.listing = new Batch<>(database, listed -> insert("source_listing", listed));
        this.again = new Batch<>(database, listed -> insert("source_listing_again", listed));
        for (String table : List.of("source_listing", "source_listing_again")) {
            database.script(List.of(
                    "DROP TABLE IF EXISTS temp." + table,
                    "CREATE TEMP TABLE " + table
                            + " (source_id TEXT PRIMARY KEY, person TEXT, project TEXT) WITHOUT ROWID"));
        }
    }

    /** Inserts an id into a temporary table; an id that is already present is unchanged. */
    private void insert(String table, Listed listed) {
        database.update(
                "INSERT OR IGNORE INTO " + table + " (source_id, person, project) VALUES (?, ?, ?)",
                listed.id(),
                listed.person(),
                listed.project());
    }

    /** Records an entry that the source lists, with its person and project at the source. */
    public void list(String sourceId, @Nullable String person, @Nullable String project) {
        listing.add(new Listed(sourceId, person, project));
    }

    /** Records an entry in the source's second list. */
    public void listAgain(String sourceId) {
        again.add(new Listed(sourceId, null, null));
    }

    /** Returns whether both lists had the same ids. */
    public boolean areListsEqual() {
        again.flush();
        return !database.exists(
                        "SELECT source_id FROM source_listing EXCEPT SELECT source_id FROM source_listing_again")
                && !database.exists(
                        "SELECT source_id FROM source_listing_again EXCEPT SELECT source_id FROM source_listing");
    }

    /** Returns the entries with a higher number that the source must have but did not list, in order. */
    public List<PlannedEntry> notListed(long afterSeq) {
        listing.flush();
        return reader.where(
                EXPECTED + " AND seq > ? AND NOT EXISTS (SELECT 1 FROM source_listing l WHERE l.source_id ="
                        + " entry.source_id) ORDER BY seq LIMIT " + EntryQueries.PAGE_SIZE,
                afterSeq);
    }

    /** Returns whether the source listed another entry of the ledger with the same person and project. */
    public boolean listsAnotherOf(@Nullable String person, @Nullable String project) {
        return database.exists(
                "SELECT 1 FROM source_listing l JOIN entry USING (source_id) WHERE l.person IS ? AND l.project IS ? AND "
                        + EXPECTED,
                person,
                project);
    }

    /**
     * Stages different content for an entry that was sent or may have been sent.
     *
     * @param hasDuration whether it retains its duration and is excluded from sum-preserving rounding
     */
    public void change(PlannedEntry sent, PlannedContent now, boolean isRemapped, boolean hasDuration) {
        stage(sent.seq(), StagedOperation.CHANGE, now, isRemapped, hasDuration);
    }

    /** Stages the deletion of an entry that was sent or may have been sent. */
    public void delete(PlannedEntry sent) {
        stage(sent.seq(), StagedOperation.DELETE, sent.content(), false, true);
    }

    /**
     * Stages a change of an entry.
     *
     * @param hasDuration whether the source states a duration, which is not the case for a change of the start alone
     */
    private void stage(
            long seq, StagedOperation operation, PlannedContent content, boolean isRemapped, boolean hasDuration) {
        database.stage(() -> database.update(
                "INSERT INTO staged_entry (" + EntryColumns.NAMES
                        + ", entry_seq, operation, remapped, has_duration, state) VALUES (" + EntryColumns.PLACEHOLDERS
                        + ", ?, ?, ?, ?, ?)",
                EntryColumns.values(
                        content,
                        seq,
                        operation.name(),
                        isRemapped ? 1 : 0,
                        hasDuration ? 1 : 0,
                        ChangeState.PLANNED.name())));
    }

    /** Returns the staged changes with a higher number, in order. */
    public List<Staged> page(long afterId) {
        return database.queryAll(
                "SELECT * FROM staged_entry WHERE entry_seq IS NOT NULL AND seq > ? ORDER BY seq LIMIT "
                        + EntryQueries.PAGE_SIZE,
                row -> new Staged(
                        row.whole("seq"),
                        row.whole("entry_seq"),
                        row.text("operation").equals(StagedOperation.DELETE.name()),
                        row.flag("remapped"),
                        reader.content(row)),
                afterId);
    }

    /** Passes on the losses of every entry whose content differs from what was sent. */
    public void eachLoss(BiConsumer<String, Map<EntryField, Set<LossKind>>> use) {
        Pages.forEach(this::page, Staged::id, staged -> {
            if (!staged.isDeletion()) {
                use.accept(staged.content().source().id(), staged.content().losses());
            }
        });
    }

    /** Returns whether content that differs from what was sent is staged for an entry. */
    public boolean isChanged(long seq) {
        return database.exists(
                "SELECT 1 FROM staged_entry WHERE entry_seq = ? AND operation " + Sql.isNot(StagedOperation.DELETE),
                seq);
    }

    /** Records that the row does not need to be changed. */
    public void refresh(Staged staged) {
        database.stage(() -> database.update(
                "UPDATE staged_entry SET operation = ? WHERE seq = ?", StagedOperation.REFRESH.name(), staged.id()));
    }

    /** Sets the state in which the change is recorded. */
    public void decide(Staged staged, ChangeState state, List<FieldDifference> conflict, @Nullable String reason) {
        database.stage(() -> database.update(
                "UPDATE staged_entry SET operation = ?, state = ?, conflict = ?, reason = ? WHERE seq = ?",
                (staged.isDeletion() ? StagedOperation.DELETE : StagedOperation.UPDATE).name(),
                state.name(),
                FieldDifferences.toText(conflict),
                reason,
                staged.id()));
    }
}
