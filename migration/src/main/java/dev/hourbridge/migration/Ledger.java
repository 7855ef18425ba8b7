package dev.hourbridge.migration;

import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.internal.mapping.Digests;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The file that holds the plan and everything that was done and seen since: its header and its parts. */
final class Ledger implements AutoCloseable {
    private static final String VERSION = "version";
    private static final String PLAN_DIGEST = "plan";
    private static final String CONTENT_DIGEST = "mapping";
    private static final String ENTRY_COLUMNS =
            "seq, source_id, source_digest, source_seconds, source_nanos, person, place_group, project, task, activity,"
                    + " day, start, seconds, note, billable, tags, losses, lossy, fingerprint, base_fingerprint, likeness";
    private static final String SOUND =
            "(state IN ('PLANNED', 'INTENT', 'IN_DOUBT', 'REFUSED') AND held IS NULL AND target_id IS NULL)"
                    + " OR (state IN ('CREATED', 'RECOVERED', 'ADOPTED') AND held = state AND target_id IS NOT NULL)"
                    + " OR (state IN ('VERIFIED', 'UNDONE') AND held IN ('CREATED', 'RECOVERED', 'ADOPTED')"
                    + " AND target_id IS NOT NULL)";

    private final Path file;
    private final Database database;
    private final EntryTable entries;
    private final PlanTable plan;
    private final RowTables rows;

    private Ledger(Path file, Database database, Account target, Capabilities capabilities) {
        this.file = file;
        this.database = database;
        this.rows = new RowTables(database);
        this.entries = new EntryTable(database, rows, target, capabilities);
        this.plan = new PlanTable(database);
    }

    /**
     * Opens the file, or makes it.
     *
     * @param header what the ledger must be of: services, accounts, range
     */
    static Ledger open(
            Path file, Map<String, String> header, Account target, Capabilities capabilities, LedgerWriteHook hook) {
        Database database = new Database(file, hook);
        try {
            Ledger ledger = new Ledger(file, database, target, capabilities);
            ledger.checkHeader(header);
            return ledger;
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private void checkHeader(Map<String, String> header) {
        boolean fresh = database.queryLong("SELECT count(*) FROM sqlite_schema") == 0;
        if (fresh) {
            database.write(LedgerWriteHook.Write.PLAN, () -> {
                database.script(Schema.TABLES);
                setMeta(VERSION, Schema.VERSION);
                header.forEach(this::setMeta);
            });
            return;
        }
        if (database.queryLong("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") == 0) {
            throw new LedgerException(
                    Problem.DAMAGED, "The file " + file + " is an SQLite database, but not a ledger.");
        }
        if (!meta(VERSION).equals(Optional.of(Schema.VERSION))) {
            throw new LedgerException(Problem.MISMATCH, "The ledger " + file + " is of another version of Hourbridge.");
        }
        String sound =
                database.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("nothing");
        if (!sound.equals("ok")) {
            throw new LedgerException(Problem.DAMAGED, damaged(file, "is damaged"));
        }
        header.forEach((key, value) -> {
            if (!meta(key).equals(Optional.of(value))) {
                throw new LedgerException(
                        Problem.MISMATCH,
                        "The ledger " + file + " is of another " + key + "; name its own, or a new file.");
            }
        });
    }

    /** What to do then is the same in each case: what was sent is found again on the target. */
    static String damaged(Path file, String problem) {
        return "The ledger " + file + " " + problem
                + ". Set it aside; if anything was sent with it, plan into a new one with"
                + " policy.existing adopt, which takes over what is on the target.";
    }

    Database database() {
        return database;
    }

    EntryTable entries() {
        return entries;
    }

    PlanTable plan() {
        return plan;
    }

    NamedEntries named() {
        return new NamedEntries(database);
    }

    RowTables rows() {
        return rows;
    }

    Optional<String> meta(String key) {
        return database.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
    }

    long metaNumber(String key) {
        return meta(key, Long::parseLong).orElse(0L);
    }

    <T> Optional<T> meta(String key, Function<String, T> reader) {
        return database.first("SELECT value FROM meta WHERE key = ?", row -> reader.apply(row.getString(1)), key);
    }

    void setMeta(String key, Object value) {
        database.update("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value.toString());
    }

    boolean hasPlan() {
        return meta(PLAN_DIGEST).isPresent();
    }

    String planDigest() {
        return meta(PLAN_DIGEST)
                .orElseThrow(() -> new LedgerException(Problem.NO_PLAN, "The ledger holds no plan; plan first."));
    }

    /** Seals what was planned; inside a transaction. */
    void seal(String contentDigest) {
        setMeta(CONTENT_DIGEST, contentDigest);
        setMeta(PLAN_DIGEST, computedPlanDigest());
    }

    /** Throws unless the ledger holds the plan that was recorded, made with the mapping given. */
    void requirePlan(String contentDigest) {
        planDigest();
        if (!meta(CONTENT_DIGEST).equals(Optional.of(contentDigest))) {
            throw new LedgerException(
                    Problem.MISMATCH,
                    "The plan was made with another mapping or policy; plan again, or restore those.");
        }
        requireIntactPlan();
    }

    /** Throws unless the ledger holds the plan that was recorded, and states that the engine leaves. */
    void requireIntactPlan() {
        if (database.queryLong("SELECT count(*) FROM entry WHERE (" + SOUND + ") IS NOT 1") > 0
                || database.queryLong("SELECT count(*) FROM entry JOIN baseline USING (target_id)") > 0) {
            throw new LedgerException(Problem.DAMAGED, damaged(file, "says of an entry what cannot be"));
        }
        if (!planDigest().equals(computedPlanDigest())) {
            throw new LedgerException(Problem.DAMAGED, damaged(file, "holds another plan than was recorded"));
        }
    }

    private String computedPlanDigest() {
        Digests digest = new Digests().add(metaNumber(PlanReader.INCOMPLETE));
        digest.add(meta(PlanReader.REFUSED_LOSSES).orElse("")).add(named().count());
        int columns = ENTRY_COLUMNS.split(", ").length;
        long after = -1;
        while (true) {
            var page = database.list(
                    "SELECT " + ENTRY_COLUMNS + " FROM entry WHERE seq > ? ORDER BY seq LIMIT 500",
                    row -> {
                        for (int i = 1; i <= columns; i++) {
                            digest.add(row.getString(i));
                        }
                        return row.getLong(1);
                    },
                    after);
            if (page.isEmpty()) {
                return digest.hex();
            }
            after = page.get(page.size() - 1);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
