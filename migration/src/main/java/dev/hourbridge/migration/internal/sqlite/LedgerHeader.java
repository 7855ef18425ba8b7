package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates the tables of a new ledger. Checks an existing file before anything in it is used, and upgrades it. */
final class LedgerHeader {
    /** The key of the target's account. */
    static final String TARGET = "target";

    private static final String VERSION_KEY = "version";
    static final String RANGE_KEY = "range";
    private static final String REQUIRES_KEY = "requires";
    private static final String ID_KEY = "ledger id";
    private static final String CHANGES_KEY = "changes";

    private final Path file;
    private final Database database;
    private final Meta meta;

    LedgerHeader(Path file, Database database) {
        this.file = file;
        this.database = database;
        this.meta = new Meta(database);
    }

    /**
     * Creates the tables, or checks them.
     *
     * @return whether the ledger is new
     */
    boolean prepare(Map<String, String> header) {
        if (!database.exists("SELECT 1 FROM sqlite_schema")) {
            database.write(LedgerWriteHook.Write.PLAN, () -> {
                database.script(Schema.STATEMENTS);
                writeVersion();
                header.forEach(meta::set);
            });
            return true;
        }
        requireNothingThatRuns();
        if (!database.exists("SELECT 1 FROM sqlite_schema WHERE name = 'meta'")) {
            throw new LedgerException(
                    Problem.DAMAGED, "The file " + file + " is an SQLite database, but not a ledger.");
        }
        int version = requireReadableVersion();
        requireSoundPages();
        requireHeader(header);
        if (version == Upgrade4.VERSION) {
            Upgrade4 upgrade = new Upgrade4(file, database);
            upgrade.copy();
            database.write(LedgerWriteHook.Write.PLAN, () -> {
                upgrade.run();
                writeVersion();
            });
        }
        requireOurTables();
        return false;
    }

    /** Returns the id of the ledger, which its copies share. */
    UUID id() {
        return meta.parsed(ID_KEY, UUID::fromString).orElseThrow(() -> database.damaged("has no id"));
    }

    /** Returns the number of the newest change. */
    long changes() {
        return meta.parsed(CHANGES_KEY, Long::parseLong)
                .orElseThrow(() -> database.damaged("has no count of its changes"));
    }

    /** A range of days, which may grow with a later plan. */
    private record Range(LocalDate first, LocalDate last) {
        /** Reads a range, as {@code 2007-01-01/2007-12-31}. */
        static Range of(String text) {
            String[] days = text.split("/", 2);
            return new Range(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
        }

        /** Returns whether this range contains every day of the other. */
        boolean contains(Range other) {
            return !first.isAfter(other.first) && !last.isBefore(other.last);
        }
    }

    private void writeVersion() {
        meta.set(VERSION_KEY, Schema.VERSION);
        meta.set(REQUIRES_KEY, Schema.REQUIRES);
        meta.set(ID_KEY, UUID.randomUUID());
        meta.set(CHANGES_KEY, 0);
    }

    /** Rejects views and triggers, which would run when a table is read or written. */
    private void requireNothingThatRuns() {
        if (database.exists("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                + " OR sql LIKE 'CREATE VIRTUAL%'")) {
            throw database.damaged("contains a view, a trigger or a virtual table, which no ledger has");
        }
    }

    /**
     * Returns the version of the tables.
     *
     * @throws LedgerException if this version of Hourbridge cannot read it
     */
    private int requireReadableVersion() {
        int version = meta.parsed(VERSION_KEY, Integer::parseInt).orElse(0);
        if (version == Schema.VERSION || version == Upgrade4.VERSION) {
            return version;
        }
        if (version > Schema.VERSION) {
            throw new LedgerException(
                    Problem.MISMATCH,
                    "The ledger " + file + " was written by a newer version of Hourbridge: its tables have version "
                            + version + ", but this Hourbridge reads only versions up to " + Schema.VERSION
                            + ". Use Hourbridge "
                            + meta.text(REQUIRES_KEY)
                                    .map(needed -> needed + " or newer.")
                                    .orElse("in the version that wrote it."));
        }
        throw new LedgerException(
                Problem.MISMATCH,
                "The ledger " + file + " was written by an unreleased version of Hourbridge. Use a new ledger file.");
    }

    /**
     * Checks the pages of the file, which may be damaged if the file was copied during a write or the disk is faulty.
     */
    private void requireSoundPages() {
        String result = database.queryFirst("PRAGMA quick_check(1)", row -> row.text("quick_check"))
                .orElse("");
        if (!result.equals("ok")) {
            throw database.damaged("is damaged");
        }
    }

    /** Compares services, accounts and range with those that the ledger was made for. */
    private void requireHeader(Map<String, String> header) {
        header.forEach((key, value) -> {
            if (key.equals(RANGE_KEY)) {
                requireRange(Range.of(value));
            } else if (!meta.text(key).equals(Optional.of(value))) {
                throw new LedgerException(
                        Problem.MISMATCH,
                        "The ledger " + file + " belongs to another " + key + ". Use the right ledger, or a new file.");
            }
        });
    }

    /** Requires a range that contains the range of the ledger, because entries outside it would not be seen. */
    private void requireRange(Range range) {
        Range recorded = meta.parsed(RANGE_KEY, Range::of).orElseThrow(() -> database.damaged("has no range"));
        if (!range.contains(recorded)) {
            throw new LedgerException(
                    Problem.MISMATCH,
                    "The ledger " + file + " has the range " + recorded.first + " to " + recorded.last
                            + ", which a later plan cannot narrow. Use that range or a wider one, or a new file.");
        }
    }

    /**
     * Requires exactly the tables of this version, because a trigger or a view could change what is read and written.
     */
    private void requireOurTables() {
        List<String> found =
                database.queryTexts("SELECT sql AS value FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE"
                        + " 'sqlite^_%' ESCAPE '^'");
        Set<String> expected = new HashSet<>(Schema.STATEMENTS);
        if (found.size() != expected.size() || !expected.containsAll(found)) {
            throw database.damaged("contains tables that a ledger does not have");
        }
    }
}
