package dev.hourbridge.migration;

import java.util.List;

/** The tables of a ledger. Text and numbers only, so that any SQLite tool shows what is what. */
final class Schema {
    static final String VERSION = "4";

    static final List<String> TABLES = List.of(
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE entry (
              seq INTEGER PRIMARY KEY,
              source_id TEXT NOT NULL UNIQUE,
              source_digest TEXT NOT NULL,
              source_seconds INTEGER NOT NULL,
              source_nanos INTEGER NOT NULL,
              person TEXT NOT NULL,
              place_group TEXT NOT NULL,
              project TEXT,
              task TEXT,
              activity TEXT,
              day TEXT NOT NULL,
              start TEXT,
              seconds INTEGER NOT NULL,
              note TEXT NOT NULL,
              base_note TEXT NOT NULL,
              trailer TEXT,
              billable TEXT NOT NULL,
              tags TEXT NOT NULL,
              losses TEXT NOT NULL,
              lossy INTEGER NOT NULL,
              features INTEGER NOT NULL,
              fingerprint TEXT NOT NULL,
              base_fingerprint TEXT NOT NULL,
              likeness TEXT NOT NULL,
              state TEXT NOT NULL,
              held TEXT,
              attempts INTEGER NOT NULL DEFAULT 0,
              accepted INTEGER NOT NULL DEFAULT 0,
              doubted INTEGER NOT NULL DEFAULT 0,
              swept INTEGER NOT NULL DEFAULT 1,
              canary INTEGER NOT NULL DEFAULT 0,
              canary_digest TEXT,
              target_id TEXT,
              done_order INTEGER,
              failures INTEGER NOT NULL DEFAULT 0,
              success_mark INTEGER NOT NULL DEFAULT 0,
              reason TEXT,
              verdict TEXT,
              differs TEXT,
              found TEXT,
              source_changed INTEGER NOT NULL DEFAULT 0,
              seen_digest TEXT,
              seen_seconds INTEGER,
              seen_person TEXT,
              seen_project TEXT,
              seen_task TEXT,
              seen_day TEXT)""",
            "CREATE UNIQUE INDEX entry_target ON entry (target_id) WHERE target_id IS NOT NULL",
            "CREATE INDEX entry_state ON entry (state, seq)",
            "CREATE INDEX entry_fingerprint ON entry (fingerprint)",
            "CREATE INDEX entry_likeness ON entry (likeness)",
            "CREATE INDEX entry_base ON entry (base_fingerprint)",
            "CREATE INDEX entry_bucket ON entry (person, day)",
            "CREATE INDEX entry_pair ON entry (person, place_group, features)",
            "CREATE INDEX entry_done ON entry (done_order) WHERE done_order IS NOT NULL",
            """
            CREATE TABLE baseline (
              target_id TEXT PRIMARY KEY,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              fingerprint TEXT NOT NULL,
              base_fingerprint TEXT NOT NULL) WITHOUT ROWID""",
            "CREATE INDEX baseline_bucket ON baseline (person, day)",
            "CREATE INDEX baseline_fingerprint ON baseline (base_fingerprint)",
            "CREATE TABLE baselined (person TEXT PRIMARY KEY) WITHOUT ROWID",
            """
            CREATE TABLE surplus (
              target_id TEXT PRIMARY KEY,
              seq INTEGER NOT NULL,
              person TEXT NOT NULL,
              day TEXT NOT NULL) WITHOUT ROWID""",
            """
            CREATE TABLE other_row (
              target_id TEXT PRIMARY KEY,
              verdict TEXT NOT NULL,
              person TEXT NOT NULL,
              day TEXT NOT NULL,
              seconds INTEGER NOT NULL,
              like_seq INTEGER) WITHOUT ROWID""",
            // Source ids that the plan is restricted to; none for a plan of everything.
            "CREATE TABLE named (source_id TEXT PRIMARY KEY) WITHOUT ROWID",
            """
            CREATE TABLE unmapped (
              kind TEXT NOT NULL,
              id TEXT NOT NULL,
              name TEXT,
              entries INTEGER NOT NULL,
              PRIMARY KEY (kind, id)) WITHOUT ROWID""",
            // Of the target; a person here is one of whom no row was seen.
            """
            CREATE TABLE unknown_id (
              kind TEXT NOT NULL,
              id TEXT NOT NULL,
              problem TEXT NOT NULL,
              PRIMARY KEY (kind, id)) WITHOUT ROWID""",
            """
            CREATE TABLE loss (
              field TEXT NOT NULL,
              kind TEXT NOT NULL,
              entries INTEGER NOT NULL,
              samples TEXT NOT NULL,
              PRIMARY KEY (field, kind)) WITHOUT ROWID""");

    private Schema() {}
}
