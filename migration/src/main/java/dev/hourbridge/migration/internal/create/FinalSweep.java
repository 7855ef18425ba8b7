package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DuplicateSearch;
import dev.hourbridge.migration.internal.target.RowMatcher;
import dev.hourbridge.migration.internal.target.SentEntry;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * At the end and after a final settle time, lists the days of every entry that was sent more than once, and records
 * rows that may be additional copies.
 *
 * <p>An attempt whose response was lost can appear on the target minutes later, after its entry was found absent and
 * sent again. Such a copy is found here, or by the next run, and reported as a possible duplicate; it is never deleted
 * without the user.
 */
public final class FinalSweep {
    /** The states in which a row may still appear for an entry, with doubts first. */
    private static final List<EntryState> WITHOUT_ROW =
            List.of(EntryState.IN_DOUBT, EntryState.PLANNED, EntryState.REJECTED);

    private final MigrationContext run;
    private final Ledger ledger;
    private final InDoubtResolver doubts;
    private final RowMatcher matcher;

    /** Creates the sweep of one apply. */
    public FinalSweep(MigrationContext run, Ledger ledger, InDoubtResolver doubts, CreationStamps stamps) {
        this.run = run;
        this.ledger = ledger;
        this.doubts = doubts;
        this.matcher = new RowMatcher(run, ledger, stamps);
    }

    /**
     * Waits for the settle time, lists the target, and records the result. Does nothing if every entry was sent at most
     * once.
     */
    public void sweep() {
        if (!ledger.counts().hasUnswept()) {
            return;
        }
        doubts.settleAgain();
        if (doubts.any()) {
            doubts.resolve(false);
        }
        SentEntry.groups(SentEntry.of(run, ledger, ledger.entries().unswept())).forEach(this::sweep);
    }

    /** Lists the rows of a group of entries after the settle time, and looks for rows that appeared late. */
    private void sweep(List<SentEntry> group) {
        TargetSnapshot snapshot = TargetSnapshot.take(run, SentEntry.ranges(group));
        List<SentEntry> withoutRow = group.stream()
                .filter(each -> WITHOUT_ROW.contains(each.entry().state()))
                .sorted(Comparator.comparingInt(
                        each -> WITHOUT_ROW.indexOf(each.entry().state())))
                .toList();
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> {
            Map<String, FreeRow> free = matcher.free(snapshot);
            List<SentEntry> left = matcher.recover(tx, withoutRow, free);
            left.forEach(each -> recordCandidates(tx, each, free));
            record(tx, group, free);
        });
    }

    /** Records the rows that may be an entry. An entry that was to be sent again is no longer sent. */
    private void recordCandidates(LedgerTransaction tx, SentEntry sent, Map<String, FreeRow> free) {
        List<String> ids = TargetSnapshot.idsOf(matcher.candidates(free, sent));
        EntryState state = sent.entry().state();
        if (ids.isEmpty() || state == EntryState.REJECTED) {
            return;
        }
        if (state == EntryState.PLANNED) {
            tx.entries().markInDoubtAgain(sent.seq(), DoubtDecision.CANDIDATE.reason(ids));
        }
        tx.entries().setCandidates(sent.seq(), ids);
    }

    /** Records what the last list shows: entries that are resolved, and rows that may be duplicates. */
    private void record(LedgerTransaction tx, List<SentEntry> group, Map<String, FreeRow> free) {
        List<SentEntry> now = new ArrayList<>();
        for (SentEntry sent : group) {
            SentEntry current = sent.withEntry(ledger.entries().get(sent.seq()));
            now.add(current);
            if (current.entry().state() != EntryState.IN_DOUBT) {
                tx.entries().markSwept(sent.seq());
            }
        }
        for (DuplicateSearch.Copy copy : new DuplicateSearch(ledger, matcher).find(free, now)) {
            TargetSnapshot.Row row = copy.row().row();
            tx.rows()
                    .addPossibleDuplicate(
                            row.id(), copy.of().seq(), row.identity().person(), row.day());
        }
    }

    /** Removes possible duplicates that have been deleted since. */
    public void recheckPossibleDuplicates() {
        for (PossibleDuplicate duplicate : ledger.rows().possibleDuplicates()) {
            String id = duplicate.targetId();
            if (isDeleted(ledger.rows().personOfDuplicate(id), id)) {
                ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.rows().removePossibleDuplicate(id));
            }
        }
    }

    /** Returns whether a row no longer exists. */
    private boolean isDeleted(String person, String id) {
        try {
            return run.targets()
                    .of(person)
                    .get(TimeEntryId.of(run.targets().account(), id))
                    .deleted();
        } catch (NotFoundException e) {
            return true;
        }
    }
}
