package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ChangeDispatcher;
import dev.hourbridge.migration.internal.change.RowDeleter;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.InDoubtResolver;
import dev.hourbridge.migration.internal.create.RequestThreads;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.ListedDays;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes the rows that this ledger created and that no other user has changed since. Retains all other rows and
 * reports the reasons.
 */
final class Undoer {
    private final MigrationContext run;
    private final Ledger ledger;
    private final UndoScope scope;
    private final boolean isDryRun;
    private final RowDeleter deleter;
    private final List<RetainedEntry> retained = new ArrayList<>();
    private final Map<String, String> duplicates = new TreeMap<>();
    private long deleted;
    private long alreadyDeleted;
    private long seen;

    /** Creates an undo. A dry run deletes nothing and does not change the ledger. */
    Undoer(MigrationContext run, Ledger ledger, UndoScope scope, boolean isDryRun) {
        this.scope = scope;
        this.run = run;
        this.ledger = ledger;
        this.isDryRun = isDryRun;
        this.deleter = new RowDeleter(run, new OwnRows(run, ledger), isDryRun);
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
        noteRetained(ledger.entries().inDoubtOrIntent(), "it is unknown whether the row is on the target");
        noteRetained(
                ledger.changes().updatedAdopted(),
                "the row was on the target before the migration; its updates are not reverted");
        noteRetained(ledger.changes().deleted(), "this ledger deleted the row, which cannot be restored");
        duplicates.forEach((id, sourceId) -> retained.add(RetainedEntry.of(
                sourceId, Optional.of(id), "it may be a duplicate, or may belong to " + "another user")));
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
            int before = retained.size();
            List<PlannedEntry> deletedHere = delete(page, total);
            deleted += deletedHere.size() - confirm(page, deletedHere);
            skip += isDryRun ? page.size() : retained.size() - before;
        }
    }

    /** Returns those entries whose rows were deleted now. */
    private List<PlannedEntry> delete(List<PlannedEntry> page, long total) {
        List<PlannedEntry> deletedHere = new ArrayList<>();
        try (RequestThreads threads = new RequestThreads(run)) {
            threads.each(page, entry -> deleter.delete(entry, threads), deletion -> {
                switch (deletion.result()) {
                    case DELETED -> deletedHere.add(deletion.entry());
                    case ALREADY_DELETED -> {
                        markUndone(List.of(deletion.entry()));
                        alreadyDeleted++;
                    }
                    case RETAINED -> retain(deletion.entry(), deletion.reason());
                }
                run.report(Progress.Phase.UNDOING, ++seen, OptionalLong.of(total));
            });
        }
        return deletedHere;
    }

    /**
     * Lists again, since a service may confirm a deletion and not carry it out, and notes rows that equal what was sent.
     * Returns how many of the deleted rows still exist.
     */
    private int confirm(List<PlannedEntry> page, List<PlannedEntry> deletedHere) {
        Set<String> listed = new HashSet<>();
        for (DayRange range :
                ListedDays.around(ledger, page.stream().map(PlannedEntry::day).toList())) {
            run.eachRow(range.first(), range.last(), (row, identity) -> {
                listed.add(row.id().id());
                noteDuplicate(row, identity);
            });
        }
        Map<Boolean, List<PlannedEntry>> byListed = deletedHere.stream()
                .collect(Collectors.partitioningBy(
                        entry -> !isDryRun && listed.contains(Objects.requireNonNull(entry.targetId()))));
        List<PlannedEntry> left = byListed.getOrDefault(true, List.of());
        left.forEach(entry -> retain(entry, "the target confirmed the deletion but still lists the row"));
        markUndone(byListed.getOrDefault(false, List.of()));
        return left.size();
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

    private void markUndone(List<PlannedEntry> entries) {
        if (!isDryRun && !entries.isEmpty()) {
            ledger.write(LedgerWriteHook.Write.UNDO, tx -> {
                entries.forEach(entry -> tx.entries().markUndone(entry.seq()));
                if (scope.isEverything()) {
                    tx.close();
                }
            });
        }
    }

    private void retain(PlannedEntry entry, String reason) {
        retained.add(RetainedEntry.of(entry.sourceId(), Optional.ofNullable(entry.targetId()), reason));
    }
}
