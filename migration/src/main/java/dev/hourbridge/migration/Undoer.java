package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ChangeDispatcher;
import dev.hourbridge.migration.internal.change.ChangeExecutor;
import dev.hourbridge.migration.internal.change.WriteRetries;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.InDoubtResolver;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.spi.PreparedDelete;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Deletes what this ledger created and no other user changed since; retains the rest and reports why. */
final class Undoer {
    private final MigrationContext run;
    private final Ledger ledger;
    private final UndoScope scope;
    private final boolean isDryRun;
    private final OwnRows rows;
    private final List<RetainedEntry> retained = new ArrayList<>();
    private final Map<String, String> duplicates = new TreeMap<>();
    private long deleted;
    private long alreadyDeleted;
    private long seen;

    /** Creates an undo; a dry run deletes nothing and leaves the ledger as it is. */
    Undoer(MigrationContext run, Ledger ledger, UndoScope scope, boolean isDryRun) {
        this.scope = scope;
        this.run = run;
        this.ledger = ledger;
        this.isDryRun = isDryRun;
        this.rows = new OwnRows(run, ledger);
    }

    UndoReport undo() {
        ledger.requireIntactPlan();
        Optional<StepAbortedException> stop = Optional.empty();
        try {
            if (!isDryRun) {
                resolveDoubts();
                new ChangeDispatcher(run, ledger).resolveDoubts();
            }
            deleteOwn();
            noteReportedDuplicates();
        } catch (StepAbortedException e) {
            stop = Optional.of(e);
        } catch (HourbridgeException e) {
            stop = Optional.of(StepAbortedException.because(e));
        }
        noteRetained(ledger.entries().inDoubtOrIntent(), "it is in doubt whether it is on the target");
        noteRetained(
                ledger.changes().updatedAdopted(),
                "the row was on the target before the migration; what was updated in it stays");
        noteRetained(ledger.changes().deleted(), "this ledger deleted the row, which cannot be brought back");
        duplicates.forEach((id, sourceId) ->
                retained.add(RetainedEntry.of(sourceId, Optional.of(id), "it may be a duplicate, or another user's")));
        Outcome outcome = retained.isEmpty() ? Outcome.DONE : Outcome.DIFFERENT;
        return UndoReport.of(
                stop.map(StepAbortedException::outcome).orElse(Outcome.DONE).and(outcome),
                stop.map(StepAbortedException::getMessage),
                deleted,
                alreadyDeleted,
                ledger.counts().countAdopted(),
                retained);
    }

    private void noteRetained(List<PlannedEntry> entries, String reason) {
        entries.stream()
                .filter(entry -> scope.includes(entry.person(), entry.day()))
                .forEach(entry -> retain(entry, reason));
    }

    private void resolveDoubts() {
        InDoubtResolver doubts =
                new InDoubtResolver(run, ledger, new CreateExecutor(run, ledger), new CreationStamps(run, ledger));
        if (ledger.counts().hasIntent()) {
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markInterrupted(CreateExecutor.INTERRUPTED));
        }
        if (doubts.any()) {
            doubts.resolve(true);
        }
    }

    private void deleteOwn() {
        long total = ledger.entries().countDeletable();
        int skip = 0;
        while (true) {
            // Those that were not deleted stay among the deletable, so they are skipped by number.
            List<PlannedEntry> page = ledger.entries()
                    .deletablePage(
                            scope.person().orElse(null),
                            scope.firstDay().orElse(null),
                            scope.lastDay().orElse(null),
                            skip);
            if (page.isEmpty()) {
                return;
            }
            List<PlannedEntry> deletedHere = new ArrayList<>();
            int before = retained.size();
            for (PlannedEntry entry : page) {
                if (delete(entry)) {
                    deletedHere.add(entry);
                }
                run.report(Progress.Phase.UNDOING, ++seen, OptionalLong.of(total));
            }
            deleted += deletedHere.size() - confirm(page, deletedHere);
            skip += isDryRun ? page.size() : retained.size() - before;
        }
    }

    /** Returns whether the row was deleted now. It is read right before, since another user may just have changed it. */
    private boolean delete(PlannedEntry entry) {
        WriteRetries retries = new WriteRetries(run);
        int doubts = 0;
        while (true) {
            PreparedDelete request =
                    isDryRun ? () -> {} : run.targets().of(entry.person()).prepareDelete(rows.id(entry));
            Optional<TimeEntry> row = rows.read(entry);
            if (row.isEmpty()) {
                if (doubts == 0) {
                    alreadyDeleted(entry);
                }
                return doubts > 0;
            }
            Optional<String> reason = rows.reasonToRetain(entry, row.get());
            if (reason.isPresent() && !isCanaryAsItWas(entry, row.get())) {
                retain(entry, reason.get());
                return false;
            }
            try {
                request.send();
                return true;
            } catch (NotFoundException e) {
                alreadyDeleted(entry);
                return false;
            } catch (RejectedException e) {
                retain(entry, "the target rejected the deletion: " + e.getMessage());
                return false;
            } catch (HourbridgeException e) {
                if (WriteRetries.isInDoubt(e)) {
                    settle(entry, ++doubts, e);
                } else if (!retries.mayRetry(e)) {
                    throw e;
                }
            }
        }
    }

    private void settle(PlannedEntry entry, int doubts, HourbridgeException e) {
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
        if (doubts >= ChangeExecutor.MAX_ATTEMPTS) {
            throw new StepAbortedException(
                    Outcome.IN_DOUBT,
                    "Row " + entry.targetId() + " was to be deleted, and the target confirmed none of " + doubts
                            + " requests. Run undo again.");
        }
        run.settle(System.nanoTime());
    }

    private void alreadyDeleted(PlannedEntry entry) {
        undone(entry);
        alreadyDeleted++;
    }

    /**
     * Lists again, since a service may confirm a deletion and not carry it out, and notes rows that equal what was sent.
     * Returns how many of the deleted rows still exist.
     */
    private int confirm(List<PlannedEntry> page, List<PlannedEntry> deletedHere) {
        Set<String> listed = new HashSet<>();
        for (DayRange range :
                DayRange.around(page.stream().map(PlannedEntry::day).toList())) {
            run.eachRow(range.first(), range.last(), (row, identity) -> {
                listed.add(row.id().id());
                noteDuplicate(row, identity);
            });
        }
        int left = 0;
        for (PlannedEntry entry : deletedHere) {
            if (!isDryRun && listed.contains(Objects.requireNonNull(entry.targetId()))) {
                retain(entry, "the target confirmed the deletion and still lists the row");
                left++;
            } else {
                undone(entry);
            }
        }
        return left;
    }

    private void noteDuplicate(TimeEntry row, EntryIdentity identity) {
        String id = row.id().id();
        if (!ledger.rows().isOwn(id) && !TargetSnapshot.isUnrelated(ledger, row)) {
            ledger.fingerprints()
                    .equalTo(
                            identity.fingerprint(run.targets().capabilities()),
                            false,
                            ledger.rows().firstListingOf(id).orElse(Long.MAX_VALUE))
                    .ifPresent(
                            seq -> duplicates.put(id, ledger.entries().get(seq).sourceId()));
        }
    }

    /** Notes the possible duplicates that apply and verify reported and that are still there. */
    private void noteReportedDuplicates() {
        for (PossibleDuplicate reported : Stream.concat(
                        ledger.rows().possibleDuplicates().stream(),
                        ledger.verification().possibleDuplicates().stream())
                .toList()) {
            if (!duplicates.containsKey(reported.targetId()) && isThere(reported.targetId())) {
                duplicates.put(reported.targetId(), reported.sourceId());
            }
        }
    }

    private boolean isThere(String id) {
        try {
            return !run.targets()
                    .main()
                    .get(TimeEntryId.of(run.targets().account(), id))
                    .deleted();
        } catch (NotFoundException e) {
            return false;
        }
    }

    private void undone(PlannedEntry entry) {
        if (!isDryRun) {
            ledger.write(LedgerWriteHook.Write.UNDO, tx -> {
                tx.entries().markUndone(entry.seq());
                if (scope.isEverything()) {
                    tx.close();
                }
            });
        }
    }

    private void retain(PlannedEntry entry, String reason) {
        retained.add(RetainedEntry.of(entry.sourceId(), Optional.ofNullable(entry.targetId()), reason));
    }

    /** Returns whether it is an entry that came back different when it was created, and was not changed since. */
    private boolean isCanaryAsItWas(PlannedEntry entry, TimeEntry row) {
        return row.invoice().isEmpty()
                && EntryDigest.of(row).equals(entry.progress().canaryDigest());
    }
}
