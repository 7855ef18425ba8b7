package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CreateExecutor.Result;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import java.util.HashSet;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;

/**
 * Sends several entries at a time. No request is in flight when a call returns. Used by one thread.
 *
 * <p>Two entries that the target could not tell apart are never in flight together. If the response to one were lost,
 * its row could not be distinguished from the other's. The second waits until the outcome of the first is recorded.
 */
public final class CreateDispatcher {
    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private final long total;

    private long sent;

    private record Done(Result result, String fingerprint) {}

    /** Creates a dispatcher for one apply. */
    public CreateDispatcher(MigrationContext run, Ledger ledger, CreateExecutor executor) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.total = ledger.counts().count();
    }

    /** Returns the number of entries that were sent or attempted. */
    public long sent() {
        return sent;
    }

    /** Returns whether too many consecutive creates had no clear response. In this case, nothing more is sent. */
    public boolean isTargetFailing() {
        return breaker.isTargetFailing();
    }

    /** Permits creates again, after a lookup on the target has resolved those with an unknown outcome. */
    public void forgetDoubts() {
        breaker.forgetDoubts();
    }

    /**
     * Sends planned entries, except those that wait for an equal entry in doubt. Ends early if the target keeps
     * failing.
     *
     * @param phase the phase that the listener receives
     */
    public void send(Iterator<PlannedEntry> entries, Progress.Phase phase) {
        try (RequestThreads threads = new RequestThreads(run)) {
            new Walk(threads, phase).run(entries);
        }
    }

    private final class Walk {
        private final RequestThreads threads;
        private final Progress.Phase phase;
        private final ExecutorCompletionService<Done> results;
        private final Set<String> busy = new HashSet<>();
        private final Set<String> doubted = ledger.fingerprints().inDoubt();
        private int inFlight;
        private long settled = total - ledger.counts().count(EntryState.PLANNED);

        Walk(RequestThreads threads, Progress.Phase phase) {
            this.threads = threads;
            this.phase = phase;
            this.results = new ExecutorCompletionService<>(threads.executor());
        }

        /** Sends entries until there are no more or the target keeps failing, and waits for those in flight. */
        void run(Iterator<PlannedEntry> entries) {
            while (!breaker.isOpen() && entries.hasNext()) {
                submit(entries.next());
            }
            while (inFlight > 0) {
                takeOne();
            }
            breaker.rethrow();
        }

        /** Sends an entry as soon as there is a free slot and no equal entry is in flight. */
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

        /** Waits for the next outcome. */
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

        /** Counts an outcome. An entry in doubt prevents equal entries from being sent. */
        private void count(Done done) {
            busy.remove(done.fingerprint());
            CreateDispatcher.this.run.report(phase, ++settled, OptionalLong.of(total));
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
