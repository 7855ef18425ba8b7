package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.ListedRows;
import dev.hourbridge.migration.internal.sqlite.ListedRows.Listed;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.EqualEntries;
import dev.hourbridge.migration.internal.target.NewerRows;
import dev.hourbridge.migration.internal.target.RowMarker;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.model.Capabilities;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Lists the target before anything is sent, in every process. Each row is recorded with the first list that shows it,
 * so the row is never matched with an entry that is first sent later. If a row is equal to an entry of the plan that is
 * new in this run, the policy decides. Otherwise, the row was written with another copy of the ledger.
 */
public final class Baseline {
    private final MigrationContext run;
    private final Ledger ledger;
    private final UnexplainedRows unexplained;
    private final EqualEntries equalEntries;
    private final NewerRows newerRows;
    private long equalRows;
    private long seen;

    /**
     * Creates the baseline of one apply.
     *
     * @param stamps interprets the creation timestamps of rows
     */
    public Baseline(MigrationContext run, Ledger ledger, CreationStamps stamps) {
        this.run = run;
        this.newerRows = new NewerRows(run, ledger, stamps);
        this.ledger = ledger;
        this.unexplained = new UnexplainedRows(ledger);
        this.equalEntries =
                new EqualEntries(ledger.fingerprints(), run.targets().capabilities());
    }

    /** Returns the number of earlier rows that are equal to planned entries. */
    public long equalRows() {
        return equalRows;
    }

    /** Lists and records the rows of all people. */
    public void take() {
        LocalDate today = run.now().atOffset(ZoneOffset.UTC).toLocalDate();
        DayRange planned = new DayRange(run.firstTargetDay(), run.lastTargetDay());
        // A service may record an entry on the day on which it receives it.
        DayRange sending = new DayRange(today.minusDays(2), today.plusDays(3));
        ListedRows listed = ledger.listRows();
        list(planned, listed);
        if (!planned.holds(sending.first()) || !planned.holds(sending.last())) {
            list(sending, listed);
        }
        listed.complete();
        newerRows.requireNone();
        ledger.write(LedgerWriteHook.Write.BASELINE, tx -> record(tx, listed, planned));
        if (equalRows > 0 && run.policy().existing() == ExistingRows.STOP) {
            throw new StepAbortedException(
                    Outcome.NEEDS_INPUT,
                    "Rows on the target are equal to planned entries: " + equalRows
                            + ". Set policy.existing to adopt or create.");
        }
        ledger.write(LedgerWriteHook.Write.BASELINE, tx -> tx.entries().markBegun());
        // No row shows that the target has newer data than this ledger.
        ledger.markNewest();
    }

    /** Lists the rows of a range into a temporary table. */
    private void list(DayRange days, ListedRows listed) {
        Capabilities target = run.targets().capabilities();
        run.eachRow(days.first(), days.last(), (row, identity) -> {
            run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
            newerRows.see(row, identity);
            listed.add(new Listed(
                    0,
                    row.id().id(),
                    identity.person(),
                    identity.day(),
                    TargetSnapshot.isUnrelated(ledger, row),
                    run.mayBeOurs(identity),
                    run.isMarked(identity),
                    isOfAnotherLedger(identity),
                    identity.fingerprint(target),
                    identity.withoutTrailer().fingerprint(target),
                    identity.details()));
        });
    }

    /** Returns whether a row carries the marker of another migration. */
    private boolean isOfAnotherLedger(EntryIdentity row) {
        return RowMarker.of(
                        run, row, source -> ledger.entries().bySourceId(source).isPresent())
                .isOfAnotherLedger();
    }

    /** Records the rows that were listed, and adopts those that the policy permits. */
    private void record(LedgerTransaction tx, ListedRows listed, DayRange planned) {
        equalRows = 0;
        if (ledger.counts().isUntouched()) {
            tx.rows().clearBaseline();
        }
        long listing = ledger.rows().newestListing() + 1;
        if (run.policy().existing() == ExistingRows.ADOPT) {
            // Adopted rows are the ledger's own from then on, so the second pass omits them.
            forEach(listed, row -> adoptExact(tx, row));
        }
        Map<String, List<String>> unknown = new HashMap<>();
        forEach(listed, row -> record(tx, listing, row, unknown));
        tx.rows().completeListing(listing, planned.first(), planned.last());
        // This comes last, because a row that an entry takes does not belong to the baseline.
        unknown.forEach((fingerprint, ids) -> unexplained.explain(tx, fingerprint, ids));
    }

    /** Passes on the rows that are neither of this ledger nor known as duplicates. */
    private void forEach(ListedRows listed, Consumer<Listed> use) {
        Pages.forEach(listed::page, Listed::seq, row -> {
            if (!ledger.rows().isOwnOrDuplicate(row.targetId())) {
                use.accept(row);
            }
        });
    }

    /** Adopts a row that is equal to an entry in every field. */
    private void adoptExact(LedgerTransaction tx, Listed row) {
        if (row.isOfAnotherLedger()) {
            return;
        }
        equalEntries
                .findExact(compared(row), !row.isMarked(), row.details())
                .filter(entry -> isToJudge(row, entry))
                .ifPresent(entry -> adopt(tx, row, entry));
    }

    /** Records one row: as adopted, as equal, as surplus, or as a row that existed before. */
    private void record(LedgerTransaction tx, long listing, Listed row, Map<String, List<String>> unknown) {
        Optional<PlannedEntry> equal = equalEntries.find(compared(row), !row.isMarked());
        boolean mayAdopt = run.policy().existing() == ExistingRows.ADOPT && !row.isOfAnotherLedger();
        if (equal.isPresent() && isToJudge(row, equal.get())) {
            if (mayAdopt) {
                adopt(tx, row, equal.get());
                return;
            }
            equalRows++;
        } else if (mayAdopt && equal.isEmpty() && addSurplus(tx, row)) {
            return;
        } else if (isNew(row) && row.mayBeOurs() && ledger.fingerprints().exists(row.fingerprint())) {
            unknown.computeIfAbsent(row.fingerprint(), key -> new ArrayList<>()).add(row.targetId());
        }
        tx.rows().addBaseline(listing, row);
    }

    private static String compared(Listed row) {
        return row.isMarked() ? row.fingerprint() : row.plainFingerprint();
    }

    private boolean isNew(Listed row) {
        return !row.isUnrelated()
                && ledger.rows().firstListingOf(row.targetId()).isEmpty();
    }

    /** Returns whether the policy decides: the row existed before, or no apply has started with the entry. */
    private boolean isToJudge(Listed row, PlannedEntry equal) {
        return !row.isUnrelated() && (!isNew(row) || !equal.progress().isBegun());
    }

    private void adopt(LedgerTransaction tx, Listed row, PlannedEntry entry) {
        equalRows++;
        tx.entries().markAdopted(entry.seq(), row.targetId());
    }

    /**
     * Adds a row that is equal to adopted rows but exceeds the number of entries. It may be a duplicate of one of them.
     */
    private boolean addSurplus(LedgerTransaction tx, Listed row) {
        if (row.isUnrelated()) {
            return false;
        }
        Optional<PlannedEntry> adopted = ledger.fingerprints().equalAdopted(compared(row), !row.isMarked());
        adopted.ifPresent(
                entry -> tx.rows().addPossibleDuplicate(row.targetId(), entry.seq(), row.person(), row.day()));
        return adopted.isPresent();
    }
}
