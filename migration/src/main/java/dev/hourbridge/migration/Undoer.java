package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes what this ledger created and nobody changed since; keeps the rest and says why. */
final class Undoer {
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final MigrationContext run;
    private final Ledger ledger;
    private final boolean isDryRun;
    private final List<RetainedEntry> kept = new ArrayList<>();
    private long deleted;
    private long gone;
    private long seen;

    /** Creates an undo; a dry run deletes nothing and leaves the ledger as it is. */
    Undoer(MigrationContext run, Ledger ledger, boolean isDryRun) {
        this.run = run;
        this.ledger = ledger;
        this.isDryRun = isDryRun;
    }

    UndoReport undo() {
        ledger.requireIntactPlan();
        Optional<StepAbortedException> stop = Optional.empty();
        try {
            if (!isDryRun) {
                resolveDoubts();
            }
            deleteOwn();
        } catch (StepAbortedException e) {
            stop = Optional.of(e);
        } catch (HourbridgeException e) {
            stop = Optional.of(StepAbortedException.because(e));
        }
        for (PlannedEntry doubt : ledger.entries().inDoubtOrIntent()) {
            kept.add(
                    RetainedEntry.of(doubt.sourceId(), Optional.empty(), "it is in doubt whether it is on the target"));
        }
        for (PossibleDuplicate row : ledger.rows().possibleDuplicates()) {
            kept.add(RetainedEntry.of(
                    row.sourceId(), Optional.of(row.targetId()), "it may be double, or somebody else's"));
        }
        Outcome outcome = kept.isEmpty() ? Outcome.DONE : Outcome.DIFFERENT;
        return UndoReport.of(
                stop.map(StepAbortedException::outcome).orElse(Outcome.DONE).and(outcome),
                stop.map(StepAbortedException::getMessage),
                deleted,
                gone,
                ledger.entries().countAdopted(),
                kept);
    }

    private void resolveDoubts() {
        InDoubtResolver doubts = new InDoubtResolver(run, ledger, new CreateExecutor(run, ledger));
        if (ledger.entries().hasIntent()) {
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markInterrupted(Applier.INTERRUPTED));
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
            List<PlannedEntry> page = ledger.entries().deletablePage(skip);
            if (page.isEmpty()) {
                return;
            }
            int before = kept.size();
            for (PersonDateRange range : PersonDateRange.around(page)) {
                delete(range, total);
            }
            skip += isDryRun ? page.size() : kept.size() - before;
        }
    }

    private void delete(PersonDateRange window, long total) {
        Map<String, TimeEntry> rows = new HashMap<>();
        run.eachRow(
                window.person(),
                window.first(),
                window.last(),
                (row, identity) -> rows.put(row.id().id(), row));
        for (PlannedEntry entry : window.entries()) {
            delete(entry, Optional.ofNullable(rows.get(Objects.requireNonNull(entry.targetId()))));
            run.report(Progress.Phase.UNDOING, ++seen, OptionalLong.of(total));
        }
    }

    private void delete(PlannedEntry entry, Optional<TimeEntry> listed) {
        TimeEntryId id = TimeEntryId.of(run.targets().account(), Objects.requireNonNull(entry.targetId()));
        var tracker = run.targets().of(entry.person());
        try {
            TimeEntry row = listed.isPresent() ? listed.get() : tracker.get(id);
            if (row.deleted()) {
                undone(entry);
                gone++;
                return;
            }
            Optional<String> reason = reasonToKeep(entry, row, listed.isPresent());
            if (reason.isPresent() && !isCanaryAsItWas(entry, tracker.get(id))) {
                keep(entry, reason.get());
                return;
            }
            if (!isDryRun) {
                tracker.delete(id);
            }
            undone(entry);
            deleted++;
        } catch (NotFoundException e) {
            undone(entry);
            gone++;
        } catch (RejectedException e) {
            keep(entry, "the target refused: " + e.getMessage());
        }
    }

    private void undone(PlannedEntry entry) {
        if (!isDryRun) {
            ledger.write(LedgerWriteHook.Write.UNDO, tx -> tx.entries().markUndone(entry.seq()));
        }
    }

    private void keep(PlannedEntry entry, String reason) {
        kept.add(RetainedEntry.of(entry.sourceId(), Optional.ofNullable(entry.targetId()), reason));
    }

    /** Whether it is an entry that came back different when it was created, and nobody touched it since. */
    private boolean isCanaryAsItWas(PlannedEntry entry, TimeEntry row) {
        return row.invoice().isEmpty()
                && EntryDigest.of(row).equals(entry.progress().canaryDigest());
    }

    private Optional<String> reasonToKeep(PlannedEntry entry, TimeEntry row, boolean isListed) {
        if (row.invoice().isPresent()) {
            return Optional.of("it is on an invoice");
        }
        if (!isListed) {
            return Optional.of("it is not in its person's list on its day any more");
        }
        Set<EntryField> differences = entry.identity()
                .differences(EntryIdentity.listed(row), run.targets().capabilities());
        if (!differences.isEmpty()) {
            return Optional.of("somebody changed its "
                    + differences.stream()
                            .map(field -> field.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        String verified = entry.seen().digest();
        if (verified != null && !verified.equals(EntryDigest.of(row))) {
            return Optional.of("somebody changed it since it was verified");
        }
        Optional<Instant> created = row.audit().createdAt();
        Optional<Instant> updated = row.audit().updatedAt();
        if (created.isPresent()
                && updated.isPresent()
                && updated.get().isAfter(created.get().plus(SLACK))) {
            return Optional.of("the target says that it was changed after it was created");
        }
        return Optional.empty();
    }
}
