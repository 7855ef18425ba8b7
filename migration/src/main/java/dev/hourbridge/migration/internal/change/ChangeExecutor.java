package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.EntryUpdates;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.OwnRows.Comparison;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out one planned update or deletion: reads the row, compares it with what was sent last, writes the intent,
 * sends the request, writes the outcome, and reads the row back. Used by one thread.
 */
public final class ChangeExecutor {
    /** The maximum number of requests for one change. */
    public static final int MAX_ATTEMPTS = 3;

    private static final TimeEntryUpdate NO_UPDATE = TimeEntryUpdate.builder().build();

    private final MigrationContext run;
    private final Ledger ledger;
    private final OwnRows rows;
    private final ChangeOutcomes outcomes;
    private final Set<Set<EntryField>> confirmedShapes = new HashSet<>();
    private long updates;
    private long deletions;

    /** The result of a change. */
    enum Result {
        DONE,
        /** The change was not carried out; the user or a later plan decides. */
        NOT_DONE,
        IN_DOUBT,
        NOT_SENT
    }

    /** Creates an executor for one apply or undo. */
    ChangeExecutor(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.rows = new OwnRows(run, ledger);
        this.outcomes = new ChangeOutcomes(run, ledger);
    }

    /** Returns the number of updates that were sent or may have been sent. */
    public long updates() {
        return updates;
    }

    /** Returns the number of deletions that were sent or may have been sent. */
    public long deletions() {
        return deletions;
    }

    /**
     * Returns the time at which the last attempt with an unknown outcome ended, or else the time at which the run
     * began.
     */
    long lastDoubt() {
        return outcomes.lastDoubt();
    }

    /**
     * Carries out a change if the row is unchanged since it was sent. The row is read and compared before each request.
     */
    Result carryOut(StoredChange change) {
        WriteRetries retries = new WriteRetries(run);
        while (true) {
            StoredChange current = ledger.changes().byId(change.id()).orElse(change);
            PlannedEntry entry = ledger.entries().get(change.seq());
            // This comes first, so there is no wait for the rate limit between reading the row and sending the request.
            PreparedUpdate request = prepare(entry, current);
            Comparison comparison = rows.compare(entry, current);
            Optional<Result> result = settle(entry, current, comparison);
            if (result.isEmpty()) {
                result = current.attempts() >= MAX_ATTEMPTS
                        ? Optional.of(Result.IN_DOUBT)
                        : send(entry, current, comparison.row().orElseThrow(), request, retries);
            }
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    /**
     * Waits for a permit for the request of a change, so nothing except the request happens between reading the row and
     * writing it.
     */
    private PreparedUpdate prepare(PlannedEntry entry, StoredChange change) {
        TimeTracker tracker = run.targets().of(entry.person());
        if (!change.isDeletion()) {
            return tracker.prepareUpdate(rows.id(entry));
        }
        PreparedDelete delete = tracker.prepareDelete(rows.id(entry));
        return (row, update) -> delete.send();
    }

    /** Records the result that follows from the current row; empty if the request must be sent. */
    Optional<Result> settle(PlannedEntry entry, StoredChange change, Comparison comparison) {
        return switch (comparison.kind()) {
            case GONE -> Optional.of(outcomes.gone(entry, change));
            case AS_PLANNED -> Optional.of(outcomes.updated(change, comparison.row()));
            case AS_SENT -> Optional.empty();
            case CHANGED ->
                Optional.of(
                        outcomes.notDone(change, ChangeState.CONFLICT, comparison.differences(), comparison.reason()));
        };
    }

    /** Sends the request once; empty if it changed nothing and must be prepared again. */
    private Optional<Result> send(
            PlannedEntry entry, StoredChange change, TimeEntry row, PreparedUpdate request, WriteRetries retries) {
        Set<EntryField> differing = change.isDeletion() ? Set.of() : rows.differences(entry, change.content(), row);
        TimeEntryUpdate update = change.isDeletion() ? NO_UPDATE : rows.update(entry, change.content(), row);
        Set<EntryField> impossible = rows.notUpdatable(update, differing);
        if (!impossible.isEmpty()) {
            return Optional.of(outcomes.notDone(
                    change, ChangeState.NOT_UPDATABLE, List.of(), ChangePlanner.notUpdatable(impossible)));
        }
        Instant start = run.now();
        ledger.write(
                Write.INTENT, tx -> tx.changes().markIntent(change, run.policy().marker(), start));
        updates += change.isDeletion() ? 0 : 1;
        deletions += change.isDeletion() ? 1 : 0;
        try {
            request.send(row, update);
        } catch (NotFoundException e) {
            return Optional.of(outcomes.gone(entry, change));
        } catch (HourbridgeException e) {
            return failed(change, e, retries);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            // A client that fails with an unexpected exception may still have sent the request.
            outcomes.doubt(change, "the client failed: " + e.getClass().getName());
            throw e;
        }
        return Optional.of(confirm(entry, change, row, EntryUpdates.fields(update, differing)));
    }

    /** Returns the result of a request that failed; empty if the request can be sent again. */
    private Optional<Result> failed(StoredChange change, HourbridgeException e, WriteRetries retries) {
        if (e instanceof InvalidInputException) {
            return Optional.of(outcomes.rejected(change, e));
        }
        if (WriteRetries.isInDoubt(e)) {
            Result doubt = outcomes.doubt(change, ChangeOutcomes.reason(e));
            requireNotInterrupted(e);
            return Optional.of(doubt);
        }
        boolean isConfiguration = StepAbortedException.isConfiguration(e);
        if (!WriteRetries.isUnsent(e) && !isConfiguration && !(e instanceof ThrottledException)) {
            return Optional.of(outcomes.rejected(change, e));
        }
        outcomes.retract(change);
        requireNotInterrupted(e);
        if (retries.mayRetry(e)) {
            return Optional.empty();
        }
        if (isConfiguration) {
            throw StepAbortedException.because(e);
        }
        return Optional.of(Result.NOT_SENT);
    }

    /** Ends the step if the failure is an interrupt. */
    private static void requireNotInterrupted(HourbridgeException e) {
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
    }

    /** Reads the row back, because a service may confirm an update or a deletion and do something else. */
    private Result confirm(PlannedEntry entry, StoredChange change, TimeEntry before, Set<EntryField> fields) {
        Optional<TimeEntry> read;
        try {
            read = rows.read(entry);
        } catch (HourbridgeException e) {
            outcomes.doubt(change, "it was not read back: " + ChangeOutcomes.reason(e));
            throw StepAbortedException.because(e);
        }
        if (read.isEmpty()) {
            return outcomes.gone(entry, change);
        }
        if (change.isDeletion()) {
            return outcomes.doubt(change, "the target confirmed the deletion but still has the row");
        }
        TimeEntry after = read.get();
        List<FieldDifference> differences = rows.conflict(entry, change.content(), after);
        Set<EntryField> others = EntryUpdates.changedToo(before, after, fields);
        if (differences.isEmpty() && others.isEmpty()) {
            confirmedShapes.add(fields);
            return outcomes.updated(change, read);
        }
        if (EntryUpdates.changedToo(before, after, Set.of()).isEmpty()) {
            return outcomes.doubt(change, "the target confirmed the update but the row is unchanged");
        }
        String changed = differences.isEmpty()
                ? "the update also changed its " + OwnRows.names(others)
                : "the row now has a different "
                        + OwnRows.names(
                                differences.stream().map(FieldDifference::field).toList());
        if (confirmedShapes.contains(fields)) {
            return outcomes.notDone(change, ChangeState.CONFLICT, differences, changed);
        }
        outcomes.notDone(change, ChangeState.DIFFERENT, differences, changed);
        throw different(entry, changed);
    }

    /**
     * Returns the exception for the first update of a kind if its row differs when read back. No further update is
     * sent.
     */
    static StepAbortedException different(PlannedEntry entry, String changed) {
        return new StepAbortedException(
                Outcome.NEEDS_INPUT,
                "Entry " + entry.sourceId() + " was updated as row " + entry.targetId() + " of the target: " + changed
                        + ". No further update is sent. Decide with resolve whether to retain the row or overwrite "
                        + "it.");
    }
}
