package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.ThrottleWait;
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
import dev.hourbridge.model.WriteOutcome;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out one planned update or deletion: reads the row, compares it with what was sent last, writes the intent, sends
 * the request, writes the outcome, and reads the row back. Used by one thread.
 */
public final class ChangeExecutor {
    /** How many requests are sent for one change. */
    static final int MAX_ATTEMPTS = 3;

    private final MigrationContext run;
    private final Ledger ledger;
    private final OwnRows rows;
    private final Set<Set<EntryField>> confirmedShapes = new HashSet<>();
    private long updates;
    private long deletions;
    private long lastDoubt;

    /** What came of it. */
    enum Result {
        DONE,
        /** The user decides on it, or a later plan. */
        NOT_DONE,
        IN_DOUBT,
        NOT_SENT
    }

    ChangeExecutor(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.rows = new OwnRows(run, ledger);
        this.lastDoubt = System.nanoTime();
    }

    /** Returns how many updates left, or may have. */
    public long updates() {
        return updates;
    }

    /** Returns how many deletions left, or may have. */
    public long deletions() {
        return deletions;
    }

    /** Returns when the last attempt ended of which the outcome is not known, or else when the run began. */
    long lastDoubt() {
        return lastDoubt;
    }

    /** Carries out a change, unless the row is not as it was sent. */
    Result carryOut(StoredChange change) {
        for (int throttles = 0; ; throttles++) {
            StoredChange current = ledger.changes().byId(change.id()).orElse(change);
            PlannedEntry entry = ledger.entries().get(change.seq());
            Comparison comparison = rows.compare(entry, current);
            Optional<Result> settled = settle(entry, current, comparison);
            if (settled.isPresent()) {
                return settled.get();
            }
            if (current.attempts() >= MAX_ATTEMPTS) {
                return Result.IN_DOUBT;
            }
            try {
                return send(entry, current, comparison.row().orElseThrow());
            } catch (ThrottledException e) {
                // Another user may change the row meanwhile, so it is read again.
                run.sleep(ThrottleWait.of(e, throttles, run));
            }
        }
    }

    /** Records what a look at the row decides; empty if the request is to be sent. */
    Optional<Result> settle(PlannedEntry entry, StoredChange change, Comparison comparison) {
        return switch (comparison.kind()) {
            case GONE -> Optional.of(gone(entry, change));
            case AS_PLANNED -> Optional.of(updated(change, comparison.row()));
            case AS_SENT -> Optional.empty();
            case CHANGED ->
                Optional.of(notDone(change, ChangeState.CONFLICT, comparison.differences(), comparison.reason()));
        };
    }

    private Result gone(PlannedEntry entry, StoredChange change) {
        Instant now = run.now();
        if (change.isDeletion()) {
            ledger.write(Write.OUTCOME, tx -> tx.changes().markDeleted(change, now));
            return Result.DONE;
        }
        if (change.attempts() > 0 && ledger.changes().wasDeletionSent(entry)) {
            // The entry came back at the source after its deletion was sent; the next plan creates it again.
            ledger.write(Write.OUTCOME, tx -> {
                tx.changes().markDeleted(change, now);
                tx.reseal();
            });
            throw new StepAbortedException(
                    Outcome.TEMPORARY,
                    "Entry " + entry.sourceId() + " is at the source again after it was deleted. Plan again.");
        }
        return notDone(change, ChangeState.CONFLICT, List.of(), "another user deleted the row");
    }

    private Result updated(StoredChange change, Optional<TimeEntry> row) {
        Instant now = run.now();
        Instant stamp = row.flatMap(read -> read.audit().updatedAt()).orElse(null);
        ledger.write(Write.OUTCOME, tx -> tx.changes().markUpdated(change, stamp, now));
        return Result.DONE;
    }

    private Result notDone(StoredChange change, ChangeState state, List<FieldDifference> conflict, String reason) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markNotDone(change, state, conflict, reason, now));
        return Result.NOT_DONE;
    }

    private Result send(PlannedEntry entry, StoredChange change, TimeEntry row) {
        TimeTracker tracker = run.targets().of(entry.person());
        TimeEntryUpdate update =
                change.isDeletion() ? TimeEntryUpdate.builder().build() : rows.update(entry, change.content(), row);
        Set<EntryField> fields = EntryUpdates.fields(update, rows.differences(entry, change.content(), row));
        Set<EntryField> impossible = change.isDeletion()
                ? Set.of()
                : rows.notUpdatable(update, rows.differences(entry, change.content(), row));
        if (!impossible.isEmpty()) {
            return notDone(change, ChangeState.NOT_UPDATABLE, List.of(), ChangePlanner.notUpdatable(impossible));
        }
        TimeEntryUpdate sent = run.targets().capabilities().updatesReplace() && !change.isDeletion()
                ? EntryUpdates.whole(update, row, run.targets().capabilities())
                : update;
        Instant start = run.now();
        ledger.write(
                Write.INTENT, tx -> tx.changes().markIntent(change, run.policy().marker(), start));
        try {
            if (change.isDeletion()) {
                deletions++;
                tracker.delete(rows.id(entry));
            } else {
                updates++;
                tracker.update(rows.id(entry), sent);
            }
        } catch (ThrottledException e) {
            if (e.outcome().equals(Optional.of(WriteOutcome.IN_DOUBT))) {
                return doubt(change, reason(e));
            }
            retract(change);
            throw e;
        } catch (NotFoundException e) {
            return gone(entry, change);
        } catch (HourbridgeException e) {
            return failed(change, e);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            // A client that fails in its own way may have sent all the same.
            doubt(change, "the client failed: " + e.getClass().getName());
            throw e;
        }
        return confirm(entry, change, row, fields);
    }

    private Result failed(StoredChange change, HourbridgeException e) {
        if (e instanceof InvalidInputException) {
            return notDone(change, ChangeState.REJECTED, List.of(), reason(e));
        }
        Result result = switch (e.outcome().orElse(WriteOutcome.IN_DOUBT)) {
            case NOT_SENT -> {
                retract(change);
                yield Result.NOT_SENT;
            }
            case REFUSED -> {
                if (StepAbortedException.isConfiguration(e)) {
                    retract(change);
                    throw StepAbortedException.because(e);
                }
                yield notDone(change, ChangeState.REJECTED, List.of(), reason(e));
            }
            case CONFIRMED, ACCEPTED_NO_ID, IN_DOUBT -> doubt(change, reason(e));
        };
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
        return result;
    }

    private void retract(StoredChange change) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markNotSent(change, now));
    }

    private Result doubt(StoredChange change, String reason) {
        lastDoubt = System.nanoTime();
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.changes().markInDoubt(change, reason, now));
        return Result.IN_DOUBT;
    }

    /** Reads the row back: a service may confirm an update or a deletion, and do something else. */
    private Result confirm(PlannedEntry entry, StoredChange change, TimeEntry before, Set<EntryField> fields) {
        Optional<TimeEntry> read;
        try {
            read = rows.read(entry);
        } catch (HourbridgeException e) {
            doubt(change, "it was not read back: " + reason(e));
            throw StepAbortedException.because(e);
        }
        if (read.isEmpty()) {
            return gone(entry, change);
        }
        if (change.isDeletion()) {
            return doubt(change, "the target confirmed the deletion and still has the row");
        }
        TimeEntry after = read.get();
        List<FieldDifference> differences = rows.differencesTo(entry, change.content(), after);
        Set<EntryField> others = EntryUpdates.changedToo(before, after, fields);
        if (differences.isEmpty() && others.isEmpty()) {
            confirmedShapes.add(fields);
            return updated(change, read);
        }
        if (EntryUpdates.changedToo(before, after, Set.of()).isEmpty()) {
            return doubt(change, "the target confirmed the update and still has the row as it was");
        }
        String changed = differences.isEmpty()
                ? "the update also changed its " + OwnRows.names(others)
                : "the row came back with another "
                        + OwnRows.names(
                                differences.stream().map(FieldDifference::field).toList());
        if (confirmedShapes.contains(fields)) {
            return notDone(change, ChangeState.CONFLICT, differences, changed);
        }
        notDone(change, ChangeState.DIFFERENT, differences, changed);
        throw different(entry, changed);
    }

    /** The first update of its kind came back different: no further update is sent. */
    static StepAbortedException different(PlannedEntry entry, String changed) {
        return new StepAbortedException(
                Outcome.NEEDS_INPUT,
                "Entry " + entry.sourceId() + " was updated as row " + entry.targetId() + " of the target: " + changed
                        + ". No further update is sent. Decide with resolve: retain the row, or overwrite it.");
    }

    private static String reason(HourbridgeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
