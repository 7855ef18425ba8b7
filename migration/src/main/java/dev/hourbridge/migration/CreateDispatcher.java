package dev.hourbridge.migration;

import dev.hourbridge.migration.CreateExecutor.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends the entries that are planned, several at a time, but never two that the target could not tell
 * apart. Each pass ends with nothing in flight.
 */
final class CreateDispatcher {
    private static final int PAGE = 256;
    private static final int MOST_IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final Canary canary;
    private final long total;

    private int doubtsInARow;
    private int unsentInARow;
    private long sent;
    private long settled;

    private record Done(Result result, String fingerprint) {}

    /** How a pass ended. */
    enum Pass {
        /** Nothing was left to send, but for what a doubt holds up. */
        THROUGH,
        /** Too many doubts in a row. */
        TARGET_FAILING
    }

    CreateDispatcher(MigrationContext run, Ledger ledger, CreateExecutor executor, Canary canary) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.canary = canary;
        this.total = ledger.entries().count();
    }

    /** How many entries the last pass sent, or tried to. */
    long sent() {
        return sent;
    }

    Pass pass() {
        sent = 0;
        doubtsInARow = 0;
        settled = total - ledger.entries().count(EntryState.PLANNED);
        ExecutorService threads = Executors.newFixedThreadPool(run.policy().parallelism(), task -> {
            Thread thread = new Thread(task, "hourbridge-dispatcher");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Walk(threads).go();
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    /** What is in flight is cancelled by the interrupt, and still written down before the ledger may close. */
    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static StepAbortedException targetFailing() {
        return new StepAbortedException(
                Outcome.TEMPORARY, "The target gave no clear answer several times in a row, and did nothing.");
    }

    /** Whether the target failed for too long to go on. */
    private boolean isTargetFailing() {
        return doubtsInARow >= MOST_IN_A_ROW;
    }

    private final class Walk {
        private final ExecutorCompletionService<Done> results;
        private int inFlight;
        private final Set<String> busy = new HashSet<>();
        private final Set<String> doubted = new HashSet<>();
        private @Nullable Throwable failure;

        Walk(ExecutorService threads) {
            this.results = new ExecutorCompletionService<>(threads);
            ledger.database()
                    .list(
                            "SELECT fingerprint FROM entry WHERE state = 'IN_DOUBT'",
                            row -> doubted.add(row.getString(1)));
        }

        Pass go() {
            long after = -1;
            while (failure == null && !isTargetFailing()) {
                List<PlannedEntry> page =
                        ledger.entries().where("state = 'PLANNED' AND seq > ? ORDER BY seq LIMIT " + PAGE, after);
                if (page.isEmpty()) {
                    break;
                }
                Map<Long, Canary.Pair> pairs = pairs(page);
                for (PlannedEntry entry : page) {
                    if (failure != null || isTargetFailing()) {
                        break;
                    }
                    after = entry.seq();
                    if (!canary.isStopped(Objects.requireNonNull(pairs.get(entry.seq())))) {
                        submit(entry);
                    }
                }
            }
            while (inFlight > 0) {
                takeOne();
            }
            rethrow();
            return isTargetFailing() ? Pass.TARGET_FAILING : Pass.THROUGH;
        }

        private Map<Long, Canary.Pair> pairs(List<PlannedEntry> page) {
            Map<Long, Canary.Pair> pairs = new HashMap<>();
            ledger.database()
                    .list(
                            "SELECT seq, person, place_group FROM entry WHERE seq BETWEEN ? AND ?",
                            row -> pairs.put(row.getLong(1), new Canary.Pair(row.getString(2), row.getString(3))),
                            page.get(0).seq(),
                            page.get(page.size() - 1).seq());
            return pairs;
        }

        private void submit(PlannedEntry entry) {
            while (failure == null && (inFlight >= run.policy().parallelism() || busy.contains(entry.fingerprint()))) {
                takeOne();
            }
            if (failure != null || isTargetFailing() || doubted.contains(entry.fingerprint())) {
                return;
            }
            busy.add(entry.fingerprint());
            sent++;
            results.submit(() -> new Done(executor.post(entry), entry.fingerprint()));
            inFlight++;
        }

        private void takeOne() {
            try {
                Future<Done> done = results.take();
                inFlight--;
                count(done.get());
            } catch (InterruptedException e) {
                throw StepAbortedException.interrupted();
            } catch (ExecutionException e) {
                fail(e.getCause() == null ? e : e.getCause());
            }
        }

        private void count(Done done) {
            Result result = done.result();
            busy.remove(done.fingerprint());
            run.report(Progress.Phase.WRITING, ++settled, OptionalLong.of(total));
            doubtsInARow = result == Result.IN_DOUBT ? doubtsInARow + 1 : 0;
            unsentInARow = result == Result.NOT_SENT ? unsentInARow + 1 : 0;
            if (result == Result.IN_DOUBT) {
                doubted.add(done.fingerprint());
            }
            if (result == Result.NOT_SENT) {
                settled--;
                if (unsentInARow >= MOST_IN_A_ROW) {
                    fail(new StepAbortedException(Outcome.TEMPORARY, "The target cannot be reached."));
                } else {
                    executor.sleep(PAUSE.multipliedBy(unsentInARow));
                }
            }
        }

        private void fail(Throwable cause) {
            if (failure == null) {
                failure = cause;
            }
        }

        private void rethrow() {
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
