package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.TimeEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of all people on some days, as shown by complete lists.
 *
 * <p>Taken before entries are looked up, so all decisions of one lookup are based on the same rows.
 */
public final class TargetSnapshot {
    private final List<DayRange> ranges;
    private final Map<String, Row> rows = new TreeMap<>(MigrationContext::compareIds);

    /** A row with the fields that are compared. */
    public record Row(TimeEntry entry, EntryIdentity identity) {
        /** Returns the target's id. */
        public String id() {
            return entry.id().id();
        }

        /** Returns the day on the target. */
        public LocalDate day() {
            return identity.day();
        }
    }

    /**
     * A row that no entry explains.
     *
     * @param listing the first list that showed it; the greatest number if none did before
     */
    public record FreeRow(Row row, long listing) {
        /**
         * Returns whether the row can belong to the entry, because no list showed it before the entry was first sent.
         */
        boolean isNewFor(PlannedEntry entry) {
            return listing > entry.progress().firstListing();
        }
    }

    private TargetSnapshot(List<DayRange> ranges) {
        this.ranges = ranges;
    }

    /** Lists the rows. */
    public static TargetSnapshot take(MigrationContext run, List<DayRange> ranges) {
        TargetSnapshot snapshot = new TargetSnapshot(ranges);
        for (DayRange range : ranges) {
            run.eachRow(range.first(), range.last(), (entry, identity) -> {
                if (snapshot.rows.put(entry.id().id(), new Row(entry, identity)) != null) {
                    throw new StepAbortedException(
                            Outcome.TEMPORARY,
                            "The target returned the same row twice in a list. Run the command again.");
                }
            });
        }
        return snapshot;
    }

    /** Returns the ids of rows, in order. */
    public static List<String> idsOf(List<FreeRow> rows) {
        return rows.stream().map(row -> row.row().id()).toList();
    }

    /** Returns the ranges that were listed. */
    public List<DayRange> ranges() {
        return ranges;
    }

    /** Returns all rows. */
    Collection<Row> rows() {
        return rows.values();
    }

    /** Returns the ids of all rows. */
    public Set<String> ids() {
        return rows.keySet();
    }

    /** Returns the rows by id that neither an entry of the ledger nor a decision of the user explains. */
    Map<String, FreeRow> free(Ledger ledger) {
        Map<String, FreeRow> free = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            if (!ledger.rows().isOwnOrDuplicate(id) && !isUnrelated(ledger, row.entry())) {
                free.put(id, new FreeRow(row, ledger.rows().firstListingOf(id).orElse(Long.MAX_VALUE)));
            }
        });
        return free;
    }

    /** Returns the rows that were recorded as possible duplicates. */
    List<Row> possibleDuplicates(Ledger ledger) {
        return rows.values().stream()
                .filter(row -> ledger.rows().duplicateOf(row.id()).isPresent())
                .toList();
    }

    /** Returns whether the user declared a row unrelated, and the row is unchanged since then. */
    public static boolean isUnrelated(Ledger ledger, TimeEntry row) {
        String id = row.id().id();
        return ledger.rows().wasDeclaredUnrelated(id) && ledger.rows().isUnrelated(id, EntryDigest.of(row));
    }
}
