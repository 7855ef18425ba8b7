package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains rows that appeared since the last list and are equal to entries of the plan: by an entry in doubt, by an
 * entry that was sent and found absent, as a possible duplicate, or else by another copy of the ledger.
 */
public final class UnexplainedRows {
    private final Ledger ledger;

    /** Creates an explainer for one list. */
    public UnexplainedRows(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Explains rows with the fingerprint of a planned entry. Records the explanation in the transaction that records
     * the list.
     *
     * @param ids the target's ids of the rows, in any order
     * @throws LedgerException if the rows can only come from a newer copy of this ledger, so sending would duplicate
     *     them
     */
    public void explain(LedgerTransaction tx, String fingerprint, List<String> ids) {
        long doubts = ledger.fingerprints().countInDoubt(fingerprint);
        if (ids.size() <= doubts) {
            return;
        }
        List<String> rows = new ArrayList<>(ids);
        rows.sort(MigrationContext::compareIds);
        rows.subList(0, (int) doubts).clear();
        for (PlannedEntry sent : ledger.fingerprints().sentWithoutRow(fingerprint)) {
            if (rows.isEmpty()) {
                break;
            }
            // The entry was absent at the lookup and is present now, so it is not sent or planned again.
            if (!ledger.isAnotherSending(sent)) {
                tx.entries().markRecovered(sent.seq(), rows.remove(0));
            } else if (sent.state() == EntryState.PLANNED) {
                List<String> candidate = List.of(rows.remove(0));
                tx.entries().markInDoubtAgain(sent.seq(), DoubtDecision.CANDIDATE.reason(candidate));
                tx.entries().setCandidates(sent.seq(), candidate);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        if (ledger.fingerprints().hasBegunToSend(fingerprint)) {
            throw new LedgerException(
                    LedgerException.Problem.OLDER_THAN_TARGET,
                    "The target has rows of this plan that are not in the ledger. The ledger is an older copy, or"
                            + " another ledger was used. Nothing was sent. Use the newest ledger, or mark rows of "
                            + "other users as unrelated: " + String.join(", ", rows) + ".");
        }
        ledger.fingerprints()
                .onceInDoubt(fingerprint)
                .ifPresent(entry -> rows.forEach(
                        id -> tx.rows().addPossibleDuplicate(id, entry.seq(), entry.person(), entry.day())));
    }
}
