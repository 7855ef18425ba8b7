package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.util.List;
import java.util.OptionalLong;

/**
 * Lists the target before anything is sent: of each person once to record what is there, and in each later run to
 * find rows that no record explains.
 */
final class Baseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private final FirstBaseline first;
    private final LaterBaseline later;
    private long seen;

    Baseline(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.first = new FirstBaseline(run, ledger, this::countRow);
        this.later = new LaterBaseline(run, ledger, this::countRow);
    }

    private void countRow() {
        run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
    }

    /** Lists the rows of people; of all of them anew while nothing was sent. */
    void take(List<String> people) {
        if (ledger.entries().isUntouched()) {
            ledger.write(LedgerWriteHook.Write.BASELINE, tx -> tx.rows().clearBaseline());
        }
        for (String person : people) {
            if (ledger.rows().isBaselined(person)) {
                later.look(person);
            } else {
                first.take(person);
            }
        }
        if (equalRows() > 0 && run.policy().existing() == ExistingRows.STOP) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    equalRows()
                            + " rows on the target equal planned entries; policy.existing says what to do: stop, adopt or create.");
        }
    }

    /** Returns how many rows that were there before equal planned entries. */
    long equalRows() {
        return first.equalRows() + later.equalRows();
    }
}
