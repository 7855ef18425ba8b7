package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ConflictDecisions;
import dev.hourbridge.migration.internal.context.LedgerAccess;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.create.UserDecisions;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Moves the time entries of a range of days from one service to another. The first step opens the ledger and locks it
 * against other processes until {@link #close()}. After that, the next step can run in another process.
 *
 * <p>Use it from one thread only. Every step throws {@link LedgerException} if the ledger cannot be used, and {@link
 * IllegalStateException} after {@link #close()}. An interrupt ends a step promptly, once everything is recorded. Before
 * it ends, the step waits for the responses to all creates in flight and, in an undo, to all deletions in flight, so
 * the next run starts with nothing in doubt. This wait takes at most the request timeout. A second interrupt ends it.
 */
public final class Migration implements AutoCloseable {
    private final MigrationContext run;
    private final LedgerAccess ledger;

    Migration(MigrationContext run, Path file, LedgerWriteHook hook, StateDirectory state) {
        this.run = run;
        this.ledger = new LedgerAccess(run, file, hook, state);
    }

    /** Returns a builder. */
    public static MigrationBuilder builder() {
        return new MigrationBuilder();
    }

    /**
     * Reads the source, maps every entry, reads the existing rows of the target, and records the plan in one
     * transaction. Writes nothing to the target. {@link MigrationPlan#unknownIds()} lists projects and tasks that are
     * known to be missing from the target. Entries that were not sent under an earlier plan of this ledger are planned
     * again. Entries that were sent are compared with the source, and their changes are planned. If the earlier plan
     * was for selected entries only, so is this one.
     *
     * @throws dev.hourbridge.model.HourbridgeException if the source or target cannot be read; nothing is recorded
     */
    public MigrationPlan plan() {
        return plan(PlanOptions.ofDefaults());
    }

    /**
     * Makes a plan with options; see {@link #plan()}.
     *
     * @throws dev.hourbridge.model.InvalidInputException if the options select entries, but the ledger has a plan for
     *     all entries
     * @throws dev.hourbridge.model.HourbridgeException if the source or target cannot be read; nothing is recorded
     */
    public MigrationPlan plan(PlanOptions options) {
        // Only a locked file is certain not to be planned in by another process.
        Ledger open = ledger.open();
        boolean isToDiscard = !open.hasPlan();
        try {
            Planner.check(run, open);
            MigrationPlan plan = new Planner(run, open, options).plan();
            isToDiscard = false;
            return plan;
        } finally {
            if (isToDiscard) {
                ledger.discard();
            }
        }
    }

    /** Returns the recorded plan; empty if there is none yet. */
    public Optional<MigrationPlan> recordedPlan() {
        if (!ledger.exists()) {
            return Optional.empty();
        }
        Ledger open = ledger.open();
        return open.hasPlan() ? Optional.of(PlanReader.read(run, open)) : Optional.empty();
    }

    /**
     * Checks that {@link #apply()} will accept the recorded plan, before anything is shown or sent. The plan must have
     * been made with this mapping and policy, and must be unchanged.
     *
     * @throws LedgerException if {@link #apply()} would not accept the plan, or if there is no plan
     */
    public void checkRecordedPlan() {
        ledger.openExisting().requirePlan(run.contentDigest());
    }

    /**
     * Carries out the recorded plan. Resumes where the last run ended. If nothing remains to be done, it sends nothing.
     */
    public ApplyReport apply() {
        return new Applier(run, ledger.openExisting()).apply();
    }

    /** Reads the target again, and also the source if it is available, and compares both with the recorded plan. */
    public VerifyReport verify() {
        return new Verifier(run, ledger.openExisting()).verify();
    }

    /**
     * Deletes the rows that this ledger created, unless another user has changed them since, and closes the ledger.
     * Rows that existed before the migration are not deleted. The report lists updates to them, and rows that this
     * ledger deleted.
     */
    public UndoReport undo() {
        return undo(UndoScope.everything());
    }

    /**
     * Deletes the rows in the given scope that were created with this ledger, unless other users changed them. After an
     * undo of one person or of some days, you can plan again with the ledger, but undone entries are not planned again.
     */
    public UndoReport undo(UndoScope scope) {
        return new Undoer(run, ledger.openExisting(), scope, false).undo();
    }

    /**
     * Reads the target and returns what {@link #undo()} would delete and what it would retain. Deletes nothing and
     * changes nothing in the ledger. An entry in doubt is listed as retained, although {@link #undo()} first looks for
     * it and deletes it if it is found.
     */
    public UndoReport previewUndo() {
        return previewUndo(UndoScope.everything());
    }

    /** Returns what {@link #undo(UndoScope)} would do; see {@link #previewUndo()}. */
    public UndoReport previewUndo(UndoScope scope) {
        return new Undoer(run, ledger.openExisting(), scope, true).undo();
    }

    /**
     * Records that an entry in doubt is a given row on the target. The entry is not sent again.
     *
     * @param sourceId the source id of the entry
     * @param targetId the target id of the row
     * @return how the row differs from what was sent; empty if it does not
     * @throws dev.hourbridge.model.InvalidInputException if the entry is not in doubt, or if the row does not exist or
     *     belongs to another entry
     */
    public List<FieldDifference> resolveAsRow(String sourceId, String targetId) {
        return new UserDecisions(run, ledger.openExisting()).isRow(sourceId, targetId);
    }

    /**
     * Records that an entry in doubt is not on the target. The next {@link #apply()} sends it again. Rows that may be
     * the entry are recorded as unrelated; see {@link #resolveAsUnrelated}.
     *
     * @param sourceId the source id of the entry
     * @throws dev.hourbridge.model.InvalidInputException if the entry is not in doubt
     */
    public void resolveAsAbsent(String sourceId) {
        new UserDecisions(run, ledger.openExisting()).isAbsent(sourceId);
    }

    /**
     * Records that the row of an entry remains unchanged on the target until the entry changes at the source again. The
     * entry is no longer in conflict, and {@link #verify()} does not report the difference.
     *
     * @param sourceId the source id of the entry
     * @throws dev.hourbridge.model.InvalidInputException if the entry has no row, or the row is as planned
     */
    public void resolveByKeepingTarget(String sourceId) {
        new ConflictDecisions(run, ledger.openExisting()).keepTarget(sourceId);
    }

    /**
     * Records that the row of an entry must match the plan. The next {@link #apply()} overwrites it, unless it changes
     * in the meantime. A row that was deleted is created again, and a row that was to be deleted is deleted.
     *
     * @param sourceId the source id of the entry
     * @throws dev.hourbridge.model.InvalidInputException if the entry has no row, or the row is as planned
     */
    public void resolveByOverwriting(String sourceId) {
        new ConflictDecisions(run, ledger.openExisting()).overwrite(sourceId);
    }

    /**
     * Records that a row on the target belongs to no entry of this ledger. The decision holds until the row changes.
     *
     * @param targetId the target id of the row
     * @throws dev.hourbridge.model.InvalidInputException if the row does not exist or belongs to an entry of this
     *     ledger
     */
    public void resolveAsUnrelated(String targetId) {
        new UserDecisions(run, ledger.openExisting()).isUnrelated(targetId);
    }

    /** Passes every entry of the plan to the consumer, with its state, in the order of the plan. */
    public void forEachEntry(Consumer<? super EntryReport> use) {
        Ledger open = ledger.openExisting();
        Pages.forEach(
                open.entries()::page,
                PlannedEntry::seq,
                entry -> use.accept(EntryReport.of(
                        entry,
                        entry.state() == EntryState.IN_DOUBT ? open.rows().candidatesOf(entry.seq()) : List.of())));
    }

    /**
     * Passes to the consumer the rows that were on the target when the plan was made and that are equal to entries to
     * be sent. These are the rows that {@link ExistingRows#ADOPT} adopts, except rows of other ledgers.
     */
    public void forEachExistingRow(Consumer<? super ExistingRow> use) {
        ledger.openExisting().plan().existingRows().forEach(use);
    }

    /**
     * Passes to the consumer the entries that {@link #apply()} would send, in the order of the plan. With {@link
     * ExistingRows#ADOPT}, entries for which a row is adopted are not included. With any other policy, these are all
     * entries that were not sent.
     */
    public void forEachEntryToSend(Consumer<? super EntryReport> use) {
        Pages.forEach(
                ledger.openExisting().creates(run.adoptsRows())::page,
                PlannedEntry::seq,
                entry -> use.accept(EntryReport.of(entry, List.of())));
    }

    /**
     * Passes possible duplicates to the consumer, ordered by day. These are rows that were on the target when the plan
     * was made. They have the same person, day and minutes as an entry that {@link #apply()} would send, but differ
     * from it otherwise. They are determined only with {@link ExistingRows#ADOPT}. While there are any, {@link
     * #apply()} sends nothing, unless the plan was made with {@link PlanOptions#acceptPossibleDuplicates()}.
     */
    public void forEachPossibleDuplicate(Consumer<? super PossibleDuplicate> use) {
        ledger.openExisting().creates(run.adoptsRows()).possibleDuplicates().forEach(use);
    }

    /**
     * Passes to the consumer every change to a sent entry that is planned or was not carried out, in the order of the
     * plan. Changes that were carried out are not included.
     */
    public void forEachChange(Consumer<? super PlannedChange> use) {
        Ledger open = ledger.openExisting();
        Pages.forEach(
                open.changes()::page, StoredChange::id, change -> use.accept(ChangeReport.change(run, open, change)));
    }

    /**
     * Passes to the consumer the rows on the target that are not in the plan, as the last verify found them: rows of
     * other users, possible duplicates, and rows that undo deleted but that have reappeared.
     */
    public void forEachUnrelatedRow(Consumer<? super UnrelatedRow> use) {
        ledger.openExisting().verification().unrelatedRows().forEach(use);
    }

    /** Closes the ledger. Idempotent. Every later step throws an exception. */
    @Override
    public void close() {
        ledger.close();
    }
}
