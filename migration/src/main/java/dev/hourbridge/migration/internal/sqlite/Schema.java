package dev.hourbridge.migration.internal.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a ledger. They contain only text and numbers, which any SQLite tool shows.
 *
 * <p>A ledger can be read with the {@code sqlite3} command: states are names, times are ISO 8601 in UTC, and durations
 * are seconds.
 */
final class Schema {
    /** The version of the tables. */
    static final int VERSION = 5;

    /** The oldest version of Hourbridge that reads these tables. */
    static final String REQUIRES = "0.1.0";

    /** Counts the transactions of a ledger, which distinguishes a restored copy from the newest. */
    static final String COUNT_CHANGE = "UPDATE meta SET value = value + 1 WHERE key = 'changes' RETURNING value";

    private static final List<String> FINGERPRINTS = List.of("fingerprint", "loose_fingerprint", "plain_fingerprint");

    /** Indexes whose order is unrelated to that of the entries, so adding many entries is slow. */
    static final List<String> FINGERPRINT_INDEXES = FINGERPRINTS.stream()
            .map(column -> "CREATE INDEX entry_%1$s ON entry (%1$s)".formatted(column))
            .toList();

    static final List<String> NO_FINGERPRINT_INDEXES =
            FINGERPRINTS.stream().map(column -> "DROP INDEX entry_" + column).toList();

    private static final List<String> ENTRY = List.of(
            """
            CREATE TABLE entry (
              seq INTEGER PRIMARY KEY,
            %s,
              generation INTEGER NOT NULL DEFAULT 1,
              revision INTEGER NOT NULL DEFAULT 1,
              state TEXT NOT NULL,
              held TEXT,
              attempts INTEGER NOT NULL DEFAULT 0,
              accepted INTEGER NOT NULL DEFAULT 0,
              doubted INTEGER NOT NULL DEFAULT 0,
              swept INTEGER NOT NULL DEFAULT 1,
              sent INTEGER NOT NULL DEFAULT 0,
              first_listing INTEGER NOT NULL DEFAULT 0,
              begun INTEGER NOT NULL DEFAULT 0,
              not_attempted INTEGER NOT NULL DEFAULT 0,
              canary TEXT,
              canary_digest TEXT,
              target_id TEXT,
              done_order INTEGER,
              confirmed_stamp TEXT,
              failures INTEGER NOT NULL DEFAULT 0,
              success_mark INTEGER NOT NULL DEFAULT 0,
              reason TEXT,
              verdict TEXT,
              found TEXT,
              source_changed INTEGER NOT NULL DEFAULT 0,
              seen_digest TEXT,
              seen_seconds INTEGER,
              seen_person TEXT,
              seen_project TEXT,
              seen_task TEXT,
              seen_day TEXT)""".formatted(EntryColumns.DEFINITIONS),
            "CREATE UNIQUE INDEX entry_source ON entry (source_id, generation)",
            "CREATE UNIQUE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL",
            "CREATE INDEX entry_state ON entry (state, seq)",
            "CREATE INDEX entry_bucket ON entry (person, day)",
            "CREATE INDEX entry_pair ON entry (person, place_group, features)",
            "CREATE INDEX entry_done ON entry (done_order) WHERE done_order IS NOT NULL");

    /** Requests that were sent, and planned changes to what was sent. */
    private static final List<String> WRITES = List.of(
            // Each request that was sent or may have been sent. The content is that of the entry, or that of
            // former_content for the revision.
            """
            CREATE TABLE attempt (
              id INTEGER PRIMARY KEY,
              source_id TEXT NOT NULL,
              generation INTEGER NOT NULL,
              revision INTEGER NOT NULL,
              operation TEXT NOT NULL,
              marker TEXT NOT NULL,
              listing INTEGER NOT NULL,
              started_at TEXT NOT NULL,
              ended_at TEXT,
              target_time TEXT,
              outcome TEXT,
              status INTEGER)""",
            "CREATE INDEX attempt_source ON attempt (source_id, generation, id)",
            // Content that was sent or may have been sent before a later plan replaced it.
            """
            CREATE TABLE former_content (
              id INTEGER PRIMARY KEY,
              generation INTEGER NOT NULL,
              revision INTEGER NOT NULL,
            %s)""".formatted(EntryColumns.DEFINITIONS),
            "CREATE INDEX former_content_source ON former_content (source_id, generation, revision)",
            "CREATE INDEX former_content_fingerprint ON former_content (fingerprint)",
            // Planned updates and deletions. The entry contains the last confirmed content.
            """
            CREATE TABLE change (
              id INTEGER PRIMARY KEY,
              entry_seq INTEGER NOT NULL UNIQUE,
              operation TEXT NOT NULL,
              remapped INTEGER NOT NULL,
            %s,
              state TEXT NOT NULL,
              attempts INTEGER NOT NULL DEFAULT 0,
              conflict TEXT,
              reason TEXT)""".formatted(EntryColumns.DEFINITIONS),
            "CREATE INDEX change_state ON change (state, id)",
            // The user's decisions about entries and rows.
            """
            CREATE TABLE decision (
              id INTEGER PRIMARY KEY,
              kind TEXT NOT NULL,
              source_id TEXT,
              target_id TEXT,
              row_digest TEXT,
              source_digest TEXT,
              decided_at TEXT NOT NULL)""",
            "CREATE INDEX decision_target ON decision (target_id)",
            // Rows that may be an entry in doubt.
            """
            CREATE TABLE candidate (
              entry_seq INTEGER NOT NULL,
              target_id TEXT NOT NULL,
              PRIMARY KEY (entry_seq, target_id)) WITHOUT ROWID""");

    /** Rows of the target that belong to no entry. */
    private static final List<String> ROWS = List.of("""
            CREATE TABLE baseline (
              target_id TEXT PRIMARY KEY,
              listing INTEGER NOT NULL,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              plain_fingerprint TEXT NOT NULL) WITHOUT ROWID""", "CREATE INDEX baseline_day ON baseline (day)", """
            CREATE TABLE listing (
              id INTEGER PRIMARY KEY,
              first_day TEXT NOT NULL,
              last_day TEXT NOT NULL)""", """
            CREATE TABLE possible_duplicate (
              target_id TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              person TEXT NOT NULL,
              day TEXT NOT NULL) WITHOUT ROWID""", """
            CREATE TABLE unrelated_row (
              target_id TEXT PRIMARY KEY,
              verdict TEXT NOT NULL,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              seconds INTEGER NOT NULL,
              like_seq INTEGER) WITHOUT ROWID""");

    /** The data that the plan reports in addition to its entries. */
    private static final List<String> PLAN = List.of(
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            // Source ids that the plan is restricted to; empty if the plan covers everything.
            "CREATE TABLE named (source_id TEXT PRIMARY KEY) WITHOUT ROWID",
            """
            CREATE TABLE unmapped (
              kind TEXT NOT NULL,
              id TEXT NOT NULL,
              name TEXT,
              entries INTEGER NOT NULL,
              PRIMARY KEY (kind, id)) WITHOUT ROWID""",
            // Ids on the target. A person here is one for whom no row was seen.
            """
            CREATE TABLE unknown_id (
              kind TEXT NOT NULL,
              id TEXT NOT NULL,
              problem TEXT NOT NULL,
              PRIMARY KEY (kind, id)) WITHOUT ROWID""",
            // Rows of the target that are equal to entries to be sent.
            """
            CREATE TABLE existing_row (
              target_id TEXT PRIMARY KEY,
              created_at TEXT,
              marker TEXT NOT NULL,
              of_another_ledger INTEGER NOT NULL,
              plain_fingerprint TEXT NOT NULL) WITHOUT ROWID""",
            "CREATE INDEX existing_row_fingerprint ON existing_row (plain_fingerprint)",
            // Rows with only the person, day and minutes of entries to be sent.
            """
            CREATE TABLE near_equal_row (
              target_id TEXT PRIMARY KEY,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              minutes INTEGER NOT NULL) WITHOUT ROWID""",
            """
            CREATE TABLE loss (
              field TEXT NOT NULL,
              kind TEXT NOT NULL,
              entries INTEGER NOT NULL,
              samples TEXT NOT NULL,
              PRIMARY KEY (field, kind)) WITHOUT ROWID""");

    /** The statements that create all tables and indexes. */
    static final List<String> STATEMENTS = all();

    private Schema() {}

    private static List<String> all() {
        List<String> statements = new ArrayList<>(PLAN);
        statements.addAll(ENTRY);
        statements.addAll(FINGERPRINT_INDEXES);
        statements.addAll(WRITES);
        statements.addAll(ROWS);
        return List.copyOf(statements);
    }
}
