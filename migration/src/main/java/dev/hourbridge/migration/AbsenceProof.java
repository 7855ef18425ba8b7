package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether lists of the target are complete, without which no entry is proven absent. Used for one look at the target. */
final class AbsenceProof {
    private static final int MAX_LOOKUPS = 50;

    private final MigrationContext run;
    private final Ledger ledger;
    private final Map<String, Boolean> wholeLists = new HashMap<>();

    AbsenceProof(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
    }

    /** Returns whether a snapshot has every row of its range that must be there, and the person's list is whole. */
    boolean isComplete(PersonDateRange range, TargetSnapshot snapshot) {
        Set<String> listed = snapshot.ids();
        return listed.containsAll(ledger.rows().ownIds(range.person(), range.first(), range.last()))
                && areDeleted(range, ledger.rows().baselineIds(range.person(), range.first(), range.last()), listed)
                && wholeLists.computeIfAbsent(range.person(), this::isListWhole);
    }

    /**
     * Whether the person's list over the whole range has every row of ours: a range without rows of ours shows
     * nothing of a list that is short, or older than what we created.
     */
    private boolean isListWhole(String person) {
        PersonDateRange range = new PersonDateRange(person, run.firstTargetDay(), run.lastTargetDay(), List.of());
        Set<String> missing = ledger.rows().ownIds(person, range.first(), range.last());
        run.eachRow(
                person,
                range.first(),
                range.last(),
                (row, identity) -> missing.remove(row.id().id()));
        // A stale service denies the newest row in its lists and by its id alike.
        Optional<String> newest = ledger.entries().newestTargetId(person);
        return newest.filter(missing::contains).isEmpty() && areDeleted(range, missing, Set.of());
    }

    private boolean areDeleted(PersonDateRange range, Collection<String> ids, Set<String> listed) {
        int lookups = 0;
        for (String id : ids) {
            if (!listed.contains(id) && (++lookups > MAX_LOOKUPS || !isDeletedOrMoved(range, id))) {
                return false;
            }
        }
        return true;
    }

    /** Whether another user deleted or moved a row, which only the row itself shows. */
    private boolean isDeletedOrMoved(PersonDateRange range, String id) {
        try {
            TimeEntry row = run.targets()
                    .of(range.person())
                    .get(TimeEntryId.of(run.targets().account(), id));
            EntryIdentity identity = EntryIdentity.listed(row);
            return row.deleted() || !Objects.equals(identity.person(), range.person()) || !range.holds(identity.day());
        } catch (NotFoundException e) {
            return true;
        } catch (HourbridgeException e) {
            throw StepAbortedException.because(e);
        }
    }
}
