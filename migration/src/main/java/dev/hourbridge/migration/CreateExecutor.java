package dev.hourbridge.migration;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PreparedCreate;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Sends one entry: intent, POST, outcome. Safe for use by several threads, each with an entry of its own. */
final class CreateExecutor {
    /** Said by some services of an entry that they cannot store. */
    private static final int FAILED = 500;

    private static final int MOST_THROTTLES = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final MigrationContext run;
    private final Ledger ledger;
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong lastDoubt;

    /** What came of it. */
    enum Result {
        CREATED,
        REFUSED,
        IN_DOUBT,
        NOT_SENT
    }

    CreateExecutor(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.lastDoubt = new AtomicLong(System.nanoTime());
    }

    /** How many POSTs left, or may have. */
    long posts() {
        return posts.get();
    }

    /** When the last attempt ended of which the outcome is not known, or else when the run began. */
    long lastDoubt() {
        return lastDoubt.get();
    }

    Result post(PlannedEntry planned) {
        for (int throttles = 0; ; throttles++) {
            PreparedCreate ready;
            try {
                ready = run.targets().of(planned.person()).prepare(planned.entry());
            } catch (InvalidInputException e) {
                ledger.entries().refuse(planned.seq(), reason(e));
                return Result.REFUSED;
            } catch (ThrottledException e) {
                waitOut(e, throttles);
                continue;
            } catch (HourbridgeException e) {
                throw StepAbortedException.because(e);
            }
            ledger.entries().intend(planned.seq());
            posts.incrementAndGet();
            try {
                return created(planned, ready.send());
            } catch (ThrottledException e) {
                if (e.outcome().equals(Optional.of(WriteOutcome.IN_DOUBT))) {
                    return doubt(planned, false, false, reason(e));
                }
                ledger.entries().retract(planned.seq());
                waitOut(e, throttles);
            } catch (HourbridgeException e) {
                return failed(planned, e);
            } catch (LedgerException e) {
                throw e;
            } catch (RuntimeException e) {
                // A client that fails in its own way may have sent all the same.
                doubt(
                        planned,
                        false,
                        false,
                        "the client failed: " + e.getClass().getName());
                throw e;
            }
        }
    }

    private Result created(PlannedEntry planned, TimeEntryId id) {
        return ledger.entries().create(planned.seq(), id.id())
                ? Result.CREATED
                : doubt(planned, true, false, "the target answered with the id of another row");
    }

    private Result failed(PlannedEntry planned, HourbridgeException e) {
        if (e instanceof InvalidInputException) {
            ledger.entries().refuse(planned.seq(), reason(e));
            return Result.REFUSED;
        }
        Result result = switch (e.outcome().orElse(WriteOutcome.IN_DOUBT)) {
            case NOT_SENT -> {
                ledger.entries().retract(planned.seq());
                yield Result.NOT_SENT;
            }
            case REFUSED -> refused(planned, e);
            case CONFIRMED, ACCEPTED_NO_ID -> doubt(planned, true, false, reason(e));
            case IN_DOUBT -> doubt(planned, false, e.status().orElse(0) == FAILED, reason(e));
        };
        if (e instanceof CallInterruptedException) {
            throw StepAbortedException.interrupted();
        }
        return result;
    }

    private Result refused(PlannedEntry planned, HourbridgeException e) {
        if (StepAbortedException.isConfiguration(e)) {
            ledger.entries().retract(planned.seq());
            throw StepAbortedException.because(e);
        }
        ledger.entries().refuse(planned.seq(), reason(e));
        return Result.REFUSED;
    }

    private Result doubt(PlannedEntry planned, boolean accepted, boolean failed, String reason) {
        lastDoubt.set(System.nanoTime());
        ledger.entries().doubt(planned.seq(), accepted, failed, reason);
        return Result.IN_DOUBT;
    }

    private void waitOut(ThrottledException e, int throttles) {
        if (throttles >= MOST_THROTTLES) {
            throw StepAbortedException.because(e);
        }
        Duration wait = e.retryAfter().orElse(FIRST_WAIT.multipliedBy(1L << Math.min(throttles, 8)));
        sleep(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    void sleep(Duration duration) {
        try {
            run.sleeper().sleep(duration);
        } catch (InterruptedException e) {
            throw StepAbortedException.interrupted();
        }
    }

    private static String reason(HourbridgeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
