package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.SentEntry;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Determines whether lists of the target are complete. Otherwise, no entry is proven absent. Used for one snapshot of
 * the target.
 *
 * <p>A list can be truncated without an error: by a limit that the service does not announce, or while another user
 * edits. It counts as complete only if it has every row that the ledger knows to be on the target for its days.
 */
final class AbsenceProof {
    private static final int MAX_LOOKUPS = 50;

    private final MigrationContext run;
    private final Ledger ledger;
    private final boolean isSnapshotComplete;
    private final Map<String, Boolean> wholeLists = new HashMap<>();

    /** Checks the lists in a snapshot against the rows that the ledger knows. */
    AbsenceProof(MigrationContext run, Ledger ledger, TargetSnapshot snapshot) {
        this.run = run;
        this.ledger = ledger;
        this.isSnapshotComplete = snapshot.ranges().stream().allMatch(range -> isComplete(range, snapshot.ids()));
    }

    /** Returns whether the lists show every row that must exist, and cover the place of an entry. */
    boolean isComplete(SentEntry sent) {
        return isSnapshotComplete
                && run.targets().listsPlaceOf(sent.entry().create())
                && wholeLists.computeIfAbsent(sent.entry().person(), this::isListWhole);
    }

    /**
     * Returns whether the list has every row that must be in it: those of this ledger, and those that existed before.
     */
    private boolean isComplete(DayRange range, Set<String> listed) {
        return listed.containsAll(
                        ledger.rows().ownRows(range.first(), range.last()).keySet())
                && areDeletedOrMoved(range, ledger.rows().baselineRows(range.first(), range.last()), listed);
    }

    /**
     * Returns whether the person's list over the whole range has every row of this ledger. A range without such rows
     * does not reveal a list that is truncated or older than the rows.
     */
    private boolean isListWhole(String person) {
        DayRange range = new DayRange(run.firstTargetDay(), run.lastTargetDay());
        Map<String, String> missing = ledger.rows().ownRows(person, range.first(), range.last());
        run.eachRow(
                person,
                range.first(),
                range.last(),
                (row, identity) -> missing.remove(row.id().id()));
        // A stale service does not show the newest row, neither in its lists nor by id.
        Optional<String> newest = ledger.entries().newestTargetId(person);
        return newest.filter(missing::containsKey).isEmpty() && areDeletedOrMoved(range, missing, Set.of());
    }

    /**
     * Requests each row that the list lacks, and returns whether all of them were deleted or moved. The number of
     * requests is limited.
     */
    private boolean areDeletedOrMoved(DayRange range, Map<String, String> rows, Set<String> listed) {
        int lookups = 0;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            if (!listed.contains(row.getKey())
                    && (++lookups > MAX_LOOKUPS || !isDeletedOrMoved(range, row.getKey(), row.getValue()))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether another user deleted a row or moved it, which only the row itself shows. */
    private boolean isDeletedOrMoved(DayRange range, String id, String person) {
        try {
            TimeEntry row =
                    run.targets().of(person).get(TimeEntryId.of(run.targets().account(), id));
            EntryIdentity identity = EntryIdentity.listed(row);
            return row.deleted() || !identity.person().equals(person) || !range.holds(identity.day());
        } catch (NotFoundException e) {
            return true;
        } catch (HourbridgeException e) {
            throw StepAbortedException.because(e);
        }
    }
}
