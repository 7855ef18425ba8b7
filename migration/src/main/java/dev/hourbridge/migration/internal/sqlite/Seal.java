package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.internal.mapping.Digests;
import java.util.List;
import java.util.Optional;

/**
 * Digests of a recorded plan, which detect an edited ledger.
 *
 * <p>They protect against mistakes, such as a manual edit or a file that was copied during a write. They do not protect
 * against a user who recomputes the digest.
 */
final class Seal {
    private static final String PLAN_DIGEST = "plan";
    private static final String CLOSED = "undone";
    private static final String CONTENT_DIGEST = "mapping";
    private static final String SOUND = "(state " + Sql.WITHOUT_ROW + " AND held IS NULL AND target_id IS NULL)"
            + " OR (state " + Sql.HELD + " AND held = state AND target_id IS NOT NULL)"
            + " OR (state " + Sql.in(EntryState.VERIFIED, EntryState.UNDONE) + " AND held " + Sql.HELD
            + " AND target_id IS NOT NULL) OR (state " + Sql.is(EntryState.DELETED)
            + " AND (held IS NULL) = (target_id IS NULL))";

    private final Database database;
    private final Meta meta;
    private final String range;

    /**
     * Creates the seal of a ledger.
     *
     * @param range the configured range of the migration
     */
    Seal(Database database, String range) {
        this.database = database;
        this.range = range;
        this.meta = new Meta(database);
    }

    /** Returns whether a plan was recorded. */
    boolean hasPlan() {
        return meta.text(PLAN_DIGEST).isPresent();
    }

    /** Returns whether an undo of all entries closed the ledger. */
    boolean isClosed() {
        return meta.text(CLOSED).isPresent();
    }

    /** Closes the ledger for plans and creates. */
    void close() {
        meta.set(CLOSED, true);
    }

    /**
     * Returns the digest of the recorded plan.
     *
     * @throws LedgerException if there is none
     */
    String planDigest() {
        return meta.text(PLAN_DIGEST)
                .orElseThrow(() -> new LedgerException(Problem.NO_PLAN, "The ledger has no plan. Make a plan first."));
    }

    /**
     * Seals the recorded plan.
     *
     * @param contentDigest the digest of mapping, policy, filter and capabilities
     */
    void seal(String contentDigest) {
        meta.set(LedgerHeader.RANGE_KEY, range);
        meta.set(CONTENT_DIGEST, contentDigest);
        resealPlan();
    }

    /** Seals the plan again after an upgrade has changed its columns. */
    void resealPlan() {
        meta.set(PLAN_DIGEST, computedDigest());
    }

    /**
     * Throws unless the plan is unchanged since it was recorded, and was made with this mapping and policy for this
     * range.
     */
    void requirePlan(String contentDigest) {
        planDigest();
        if (!meta.text(CONTENT_DIGEST).equals(Optional.of(contentDigest))) {
            throw new LedgerException(
                    Problem.MISMATCH,
                    "The plan was made with a different mapping or policy. Plan again, or restore the mapping and "
                            + "the policy.");
        }
        if (!meta.text(LedgerHeader.RANGE_KEY).equals(Optional.of(range))) {
            throw new LedgerException(
                    Problem.MISMATCH, "The range is wider than the range of the recorded plan. Plan again.");
        }
        requireIntactPlan();
    }

    /**
     * Throws unless the plan is unchanged since it was recorded, and every entry is in a state that the engine leaves.
     */
    void requireIntactPlan() {
        if (database.exists("SELECT 1 FROM entry WHERE (" + SOUND + ") IS NOT 1")
                || database.exists("SELECT 1 FROM entry JOIN baseline USING (target_id)")) {
            throw database.damaged("contains an impossible state of an entry");
        }
        if (!planDigest().equals(computedDigest())) {
            throw database.damaged("contains a plan that differs from the recorded one");
        }
    }

    /** Computes the digest of the plan from the current content of the ledger. */
    private String computedDigest() {
        Digests digest = new Digests().add(meta.number(PlanSummary.INCOMPLETE));
        digest.add(meta.text(PlanSummary.REFUSED_LOSSES).orElse(""));
        if (PlanSummary.acceptsPossibleDuplicates(meta)) {
            digest.add("accepts possible duplicates");
        }
        digest.add(database.queryLong("SELECT count(*) AS value FROM named"));
        addRows(database, digest, "seq, deletion, " + EntryColumns.NAMES, LatestPlan.ALL);
        return digest.hex();
    }

    /** Adds the columns of all entries of a table, in order. The first column is {@code seq}. */
    static void addRows(Database database, Digests digest, String columns, String from) {
        List<String> names = List.of(columns.split(", "));
        long after = -1;
        while (true) {
            List<Long> page = database.queryAll(
                    "SELECT " + columns + " FROM " + from + " WHERE seq > ? ORDER BY seq LIMIT "
                            + EntryQueries.PAGE_SIZE,
                    row -> {
                        for (String name : names) {
                            digest.add(row.textOrNull(name));
                        }
                        return row.whole("seq");
                    },
                    after);
            if (page.isEmpty()) {
                return;
            }
            after = page.get(page.size() - 1);
        }
    }
}
