package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that verify has seen so far, stored outside the heap and separately from the result of the last verify. One
 * transaction records them at the end. If a verify fails, the result of the last one remains.
 */
public final class VerifyStaging {
    private final Database database;
    private final Batch<SeenEntry> entries;
    private final Batch<SeenRow> rows;
    private final Batch<SeenSource> sources;

    /**
     * The row of an entry.
     *
     * @param seq the number of the entry
     * @param verdict the verdict
     * @param differences the fields that differ
     * @param person the person of the row, or of the entry if the target does not show it
     * @param found the row's fields
     * @param digest the digest of the row
     */
    public record SeenEntry(
            long seq,
            Verdict verdict,
            List<FieldDifference> differences,
            String person,
            EntryIdentity found,
            String digest) {}

    /**
     * A row that belongs to no entry, or that still exists although undo deleted it.
     *
     * @param likeSeq the number of an entry that it is equal to or belonged to
     */
    public record SeenRow(
            String targetId,
            Verdict verdict,
            String person,
            LocalDate day,
            long seconds,
            @Nullable Long likeSeq) {}

    private record SeenSource(long seq, boolean isChanged) {}

    VerifyStaging(Database database) {
        this.database = database;
        this.entries = new Batch<>(database, this::insert);
        this.rows = new Batch<>(database, this::insert);
        this.sources = new Batch<>(database, this::insert);
        database.script(List.of(
                "DROP TABLE IF EXISTS temp.seen_entry",
                "DROP TABLE IF EXISTS temp.seen_row",
                "DROP TABLE IF EXISTS temp.seen_source",
                """
                CREATE TEMP TABLE seen_entry (
                  seq INTEGER PRIMARY KEY,
                  verdict TEXT NOT NULL,
                  found TEXT,
                  seconds INTEGER,
                  person TEXT,
                  project TEXT,
                  task TEXT,
                  day TEXT,
                  digest TEXT)""",
                """
                CREATE TEMP TABLE seen_row (
                  target_id TEXT PRIMARY KEY,
                  verdict TEXT NOT NULL,
                  person TEXT NOT NULL,
                  day TEXT NOT NULL,
                  seconds INTEGER NOT NULL,
                  like_seq INTEGER) WITHOUT ROWID""",
                "CREATE TEMP TABLE seen_source (seq INTEGER PRIMARY KEY, changed INTEGER NOT NULL)"));
    }

    /** Adds a row of an entry. The last row counts. */
    public void add(SeenEntry seen) {
        entries.add(seen);
    }

    /** Adds a row that belongs to no entry. */
    public void add(SeenRow seen) {
        rows.add(seen);
    }

    /**
     * Adds an entry of the source.
     *
     * @param digest the digest of its fields
     * @return whether the entry is planned
     */
    public boolean addSource(String sourceId, String digest) {
        Optional<SeenSource> planned = database.queryFirst(
                "SELECT e.seq AS seq, coalesce(c.source_digest, e.source_digest) <> ? AS changed FROM entry e LEFT JOIN"
                        + " change c ON c.entry_seq = e.seq WHERE e.source_id = ? AND e.state "
                        + Sql.isNot(EntryState.DELETED) + " ORDER BY e.generation DESC LIMIT 1",
                row -> new SeenSource(row.whole("seq"), row.flag("changed")),
                digest,
                sourceId);
        planned.ifPresent(sources::add);
        return planned.isPresent();
    }

    /** Records that the rows of a person could not be read, even if some were added. */
    public void markUnreadable(String person) {
        complete();
        database.stage(() -> {
            database.update(
                    "INSERT OR REPLACE INTO seen_entry (seq, verdict) SELECT seq, ? FROM entry WHERE person = ?",
                    Verdict.UNREADABLE.name(),
                    person);
            database.update("DELETE FROM seen_row WHERE person = ?", person);
        });
    }

    /** Removes the added rows of a person, because they are read again. */
    public void forget(String person) {
        complete();
        database.stage(() -> {
            database.update("DELETE FROM seen_entry WHERE person = ?", person);
            database.update("DELETE FROM seen_row WHERE person = ?", person);
        });
    }

    /** Removes the entries of the source, because they are read again. */
    public void forgetSource() {
        complete();
        database.stage(() -> database.update("DELETE FROM seen_source"));
    }

    /** Completes the added rows, which a transaction then records. */
    public void complete() {
        entries.flush();
        rows.flush();
        sources.flush();
    }

    /** Inserts the result for an entry. */
    private void insert(SeenEntry seen) {
        EntryIdentity found = seen.found();
        database.update(
                "INSERT OR REPLACE INTO seen_entry (seq, verdict, found, seconds, person, project, task, day, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seen.seq(),
                seen.verdict().name(),
                FieldDifferences.toText(seen.differences()),
                found.seconds(),
                seen.person(),
                found.project(),
                found.task(),
                found.day().toString(),
                seen.digest());
    }

    /** Inserts a row that belongs to no entry. */
    private void insert(SeenRow seen) {
        database.update(
                "INSERT OR REPLACE INTO seen_row (target_id, verdict, person, day, seconds, like_seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                seen.targetId(),
                seen.verdict().name(),
                seen.person(),
                seen.day().toString(),
                seen.seconds(),
                seen.likeSeq());
    }

    private void insert(SeenSource seen) {
        database.update(
                "INSERT OR REPLACE INTO seen_source (seq, changed) VALUES (?, ?)",
                seen.seq(),
                seen.isChanged() ? 1 : 0);
    }
}
