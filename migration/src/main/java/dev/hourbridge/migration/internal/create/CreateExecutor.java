package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook.Write;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends one entry: intent, POST, outcome. Thread-safe if each thread uses a different entry.
 *
 * <p>The order makes a crash at any point safe. First the request is prepared, which waits for the rate limit. Then the
 * intent is recorded durably, one POST is sent, and its outcome is recorded durably before anything else happens to the
 * entry. If a process ends between the intent and the outcome, the entry is in doubt. It is then looked up on the
 * target and never sent again without a check.
 */
public final class CreateExecutor {
    /** The reason for the doubt about an entry that was about to be sent when the process ended. */
    public static final String INTERRUPTED = "the run ended before a response was received";

    /** The status that some services return for an entry that they cannot store. */
    private static final int FAILED = 500;

    private final MigrationContext run;
    private final Ledger ledger;
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong lastDoubt;

    /** The result of a create. */
    public enum Result {
        CREATED,
        REJECTED,
        IN_DOUBT,
        NOT_SENT
    }

    /** The result of one POST, and the exception from the client if no id was returned. */
    public record Posted(Result result, Optional<HourbridgeException> failure) {}

    /** Creates an executor for one apply or undo. */
    public CreateExecutor(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.lastDoubt = new AtomicLong(System.nanoTime());
    }

    /** Returns the number of POSTs that were sent or may have been sent. */
    public long posts() {
        return posts.get();
    }

    /**
     * Returns the time at which the last attempt with an unknown outcome ended, or else the time at which the run
     * began.
     */
    long lastDoubt() {
        return lastDoubt.get();
    }

    /** Sends an entry, and sends it again after each throttle. */
    public Result post(PlannedEntry planned, RequestThreads threads) {
        for (int throttles = 0; ; throttles++) {
            try {
                return postOnce(planned, threads).result();
            } catch (ThrottledException e) {
                waitOut(e, throttles, threads);
            }
        }
    }

    /**
     * Sends an entry at most once.
     *
     * @throws ThrottledException if the target throttled the request and did not execute it
     */
    public Posted postOnce(PlannedEntry planned, RequestThreads threads) {
        PreparedCreate ready;
        try {
            ready = threads.await(() -> run.targets().of(planned.person()).prepare(planned.create()));
        } catch (InvalidInputException e) {
            return new Posted(rejected(planned, reason(e)), Optional.of(e));
        } catch (ThrottledException e) {
            throw e;
        } catch (HourbridgeException e) {
            throw StepAbortedException.because(e);
        }
        Instant start = run.now();
        Optional<Instant> targetTime = run.targets().of(planned.person()).serverTime();
        ledger.write(
                Write.INTENT,
                tx -> tx.entries().markIntent(planned.seq(), run.policy().marker(), start, targetTime));
        posts.incrementAndGet();
        try {
            return new Posted(created(planned, ready.send()), Optional.empty());
        } catch (ThrottledException e) {
            if (e.outcome().equals(Optional.of(WriteOutcome.IN_DOUBT))) {
                return new Posted(doubt(planned, false, false, reason(e)), Optional.of(e));
            }
            Instant end = run.now();
            ledger.write(Write.OUTCOME, tx -> tx.entries().markThrottled(planned.seq(), end));
            throw e;
        } catch (HourbridgeException e) {
            return new Posted(failed(planned, e), Optional.of(e));
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            // A client that fails with an unexpected exception may still have sent the request.
            doubt(planned, false, false, "the client failed: " + e.getClass().getName());
            throw e;
        }
    }

    /** Records the id of a new row. An id that the ledger already knows cannot belong to a new row. */
    private Result created(PlannedEntry planned, TimeEntryId id) {
        Instant now = run.now();
        boolean isNew = ledger.writeAndGet(Write.OUTCOME, tx -> {
            if (ledger.rows().isKnown(id.id())) {
                return false;
            }
            tx.entries().markCreated(planned.seq(), id.id(), now);
            return true;
        });
        return isNew ? Result.CREATED : doubt(planned, true, false, "the target responded with the id of another row");
    }

    /** Records what is known about a create that failed: not sent, rejected, or in doubt. */
    private Result failed(PlannedEntry planned, HourbridgeException e) {
        if (e instanceof InvalidInputException) {
            return rejected(planned, reason(e));
        }
        Result result = switch (e.outcome().orElse(WriteOutcome.IN_DOUBT)) {
            case NOT_SENT -> {
                retract(planned);
                yield Result.NOT_SENT;
            }
            case REJECTED -> rejected(planned, e);
            case CONFIRMED, ACCEPTED_NO_ID -> doubt(planned, true, false, reason(e));
            case IN_DOUBT -> doubt(planned, false, e.status().orElse(0) == FAILED, reason(e));
        };
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
        return result;
    }

    /** Records a rejection, unless it concerns the credentials or the configuration, which ends the step. */
    private Result rejected(PlannedEntry planned, HourbridgeException e) {
        if (StepAbortedException.isConfiguration(e)) {
            retract(planned);
            throw StepAbortedException.because(e);
        }
        return rejected(planned, reason(e));
    }

    /** Records a rejection with its reason. */
    private Result rejected(PlannedEntry planned, String reason) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.entries().markRejected(planned.seq(), reason, now));
        return Result.REJECTED;
    }

    /** Removes the intent of a POST that had no effect. */
    private void retract(PlannedEntry planned) {
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.entries().markNotSent(planned.seq(), now));
    }

    /** Records that the outcome is unknown. */
    private Result doubt(PlannedEntry planned, boolean accepted, boolean failed, String reason) {
        lastDoubt.set(System.nanoTime());
        Instant now = run.now();
        ledger.write(Write.OUTCOME, tx -> tx.entries().markInDoubt(planned.seq(), accepted, failed, reason, now));
        return Result.IN_DOUBT;
    }

    /** Waits as long as throttling requires, while other requests continue. */
    private void waitOut(ThrottledException e, int throttles, RequestThreads threads) {
        Duration wait = ThrottleWait.of(e, throttles, run);
        threads.await(() -> {
            run.sleep(wait);
            return wait;
        });
    }

    private static String reason(HourbridgeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
