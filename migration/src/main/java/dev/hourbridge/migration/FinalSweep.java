package dev.hourbridge.migration;

import dev.hourbridge.migration.TargetSnapshot.Row;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntryId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists, at the end and after a last settle, every range again that ever held a doubt, and records what is too many. */
final class FinalSweep {
    /** States in which a row may turn up for an entry after all; doubts before the others. */
    private static final List<EntryState> WITHOUT_ROW =
            List.of(EntryState.IN_DOUBT, EntryState.PLANNED, EntryState.REFUSED);

    private final MigrationContext run;
    private final Ledger ledger;
    private final InDoubtResolver doubts;
    private final RowMatcher matcher;

    FinalSweep(MigrationContext run, Ledger ledger, InDoubtResolver doubts) {
        this.run = run;
        this.ledger = ledger;
        this.doubts = doubts;
        this.matcher = new RowMatcher(run.targets().capabilities());
    }

    void sweep() {
        if (!ledger.entries().hasUnswept()) {
            return;
        }
        doubts.settleAgain();
        if (doubts.any()) {
            doubts.resolve(false);
        }
        for (PersonDateRange range : PersonDateRange.around(ledger.entries().unswept())) {
            TargetSnapshot snapshot = TargetSnapshot.take(run, range);
            List<PlannedEntry> withoutRow = range.entries().stream()
                    .filter(entry -> WITHOUT_ROW.contains(entry.state()))
                    .sorted(Comparator.comparingInt(entry -> WITHOUT_ROW.indexOf(entry.state())))
                    .toList();
            List<PlannedEntry> left = ledger.writeAndGet(
                    LedgerWriteHook.Write.DOUBTS, tx -> matcher.recover(tx, withoutRow, snapshot.free(run, ledger)));
            Map<String, Row> free = snapshot.free(run, ledger);
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> record(tx, range, left, free));
        }
    }

    private void record(LedgerTransaction tx, PersonDateRange range, List<PlannedEntry> left, Map<String, Row> free) {
        Map<String, PlannedEntry> swept = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        Set<Long> inDoubt = new HashSet<>();
        for (PlannedEntry entry : left) {
            if (entry.state() == EntryState.IN_DOUBT || isInDoubtAgain(tx, entry, free)) {
                open.merge(entry.fingerprint(), 1, Integer::sum);
                inDoubt.add(entry.seq());
            }
        }
        for (PlannedEntry entry : range.entries()) {
            swept.put(entry.fingerprint(), entry);
            swept.putIfAbsent(entry.looseFingerprint(), entry);
            if (!inDoubt.contains(entry.seq())) {
                tx.entries().markSwept(entry.seq());
            }
        }
        free.forEach((id, row) -> {
            PlannedEntry twin = swept.getOrDefault(matcher.fingerprint(row), swept.get(matcher.looseFingerprint(row)));
            if (twin != null && open.merge(twin.fingerprint(), -1, Integer::sum) < 0) {
                tx.rows()
                        .addPossibleDuplicate(
                                id, twin.seq(), range.person(), row.identity().day());
            }
        });
    }

    /** An entry that waits to be sent again does so no longer, once a row may be it. */
    private boolean isInDoubtAgain(LedgerTransaction tx, PlannedEntry entry, Map<String, Row> free) {
        if (entry.state() != EntryState.PLANNED || !matcher.hasCandidate(free, entry)) {
            return false;
        }
        tx.entries().markInDoubtAgain(entry.seq(), DoubtDecision.CANDIDATE.reason());
        return true;
    }

    /** Forgets possible duplicates that were deleted since. */
    void recheckPossibleDuplicates() {
        for (PossibleDuplicate duplicate : ledger.rows().possibleDuplicates()) {
            String id = duplicate.targetId();
            if (isDeleted(ledger.rows().personOfDuplicate(id), id)) {
                ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.rows().removePossibleDuplicate(id));
            }
        }
    }

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
