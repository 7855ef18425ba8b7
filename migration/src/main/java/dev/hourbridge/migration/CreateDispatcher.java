package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CircuitBreaker;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.CreateExecutor.Result;
import dev.hourbridge.migration.internal.create.RequestThreads;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;

/**
 * Sends the planned entries, several at a time, but never two that the target could not tell apart. Each pass ends with
 * nothing in flight.
 *
 * <p>Two entries that the target could not tell apart are never in flight together: if the response of one were lost,
 * its row could not be distinguished from the other's. The second waits until the outcome of the first is recorded.
 */
final class CreateDispatcher {
    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final Canary canary;
    private final long total;

    private long sent;

    private record Done(Result result, String fingerprint) {}

    /** How a pass ended. */
    enum Pass {
        /** Everything was sent, except for entries that wait for one in doubt. */
        THROUGH,
        /** Too many creates in a row had no clear response. */
        TARGET_FAILING
    }

    /** Creates a dispatcher for one apply. */
    CreateDispatcher(MigrationContext run, Ledger ledger, CreateExecutor executor, Canary canary) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.canary = canary;
        this.total = ledger.counts().count();
    }

    /** Returns how many entries the last pass sent, or tried to. */
    long sent() {
        return sent;
    }

    /** Sends everything that is planned. */
    Pass pass() {
        sent = 0;
        try (RequestThreads threads = executor.threads()) {
            return new Walk(threads).run();
        }
    }

    private final class Walk {
        private final RequestThreads threads;
        private final ExecutorCompletionService<Done> results;
        private final CircuitBreaker breaker = new CircuitBreaker();
        private final Set<String> busy = new HashSet<>();
        private final Set<String> doubted = ledger.fingerprints().inDoubt();
        private int inFlight;
        private long settled = total - ledger.counts().count(EntryState.PLANNED);

        Walk(RequestThreads threads) {
            this.threads = threads;
            this.results = new ExecutorCompletionService<>(threads.executor());
        }

        Pass run() {
            long after = -1;
            while (!breaker.isOpen()) {
                List<PlannedEntry> page = ledger.entries().plannedPage(after);
                if (page.isEmpty()) {
                    break;
                }
                for (PlannedEntry entry : page) {
                    if (breaker.isOpen()) {
                        break;
                    }
                    after = entry.seq();
                    if (!canary.isStopped(entry.place())) {
                        submit(entry);
                    }
                }
            }
            while (inFlight > 0) {
                takeOne();
            }
            breaker.rethrow();
            return breaker.isTargetFailing() ? Pass.TARGET_FAILING : Pass.THROUGH;
        }

        private void submit(PlannedEntry entry) {
            while (!breaker.hasFailed()
                    && (inFlight >= CreateDispatcher.this.run.policy().parallelism()
                            || busy.contains(entry.fingerprint()))) {
                takeOne();
            }
            if (breaker.isOpen() || doubted.contains(entry.fingerprint())) {
                return;
            }
            busy.add(entry.fingerprint());
            sent++;
            results.submit(() -> new Done(executor.post(entry, threads), entry.fingerprint()));
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
                breaker.fail(e.getCause() == null ? e : e.getCause());
            }
        }

        private void count(Done done) {
            busy.remove(done.fingerprint());
            CreateDispatcher.this.run.report(Progress.Phase.WRITING, ++settled, OptionalLong.of(total));
            var pause = breaker.count(done.result());
            if (done.result() == Result.IN_DOUBT) {
                doubted.add(done.fingerprint());
            }
            if (done.result() == Result.NOT_SENT) {
                settled--;
                if (!breaker.hasFailed()) {
                    CreateDispatcher.this.run.sleep(pause);
                }
            }
        }
    }
}
