package dev.hourbridge.kafka;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.ThrottledException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads accounts on a few threads and returns their batches one at a time. After a temporary failure, an account is
 * read again later, with increasing pauses, while the other accounts continue.
 */
final class AccountThreads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountThreads.class);
    private static final int MAX_THREADS = 4;
    private static final Duration MAX_PAUSE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 500;

    private final List<AccountReader> readers;
    private final SourceSettings settings;
    private final ScheduledThreadPoolExecutor threads;
    private final BlockingQueue<Result> results;
    private final Map<AccountReader, Integer> failures = new ConcurrentHashMap<>();

    /** Creates a few threads for any number of accounts, because reading mostly waits for the network. */
    AccountThreads(List<AccountReader> readers, SourceSettings settings) {
        this.readers = List.copyOf(readers);
        this.settings = settings;
        int count = Math.min(MAX_THREADS, readers.size());
        AtomicInteger number = new AtomicInteger();
        threads = new ScheduledThreadPoolExecutor(count, task -> {
            Thread thread = new Thread(task, "hourbridge-source-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        results = new ArrayBlockingQueue<>(count);
    }

    /** Starts reading all accounts. */
    void start() {
        readers.forEach(reader -> schedule(reader, Duration.ZERO));
    }

    /**
     * Returns the next batch, or null after half a second without one.
     *
     * @throws RetriableException if an account failed temporarily; it is read again later
     * @throws ConnectException if an account failed permanently
     */
    @Nullable
    Batch poll() throws InterruptedException {
        Result result = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (result == null) {
            return null;
        }
        if (result.failure() != null) {
            throw result.failure();
        }
        return result.batch();
    }

    /** Stops the threads and closes the clients, which ends the requests in flight. */
    @Override
    public void close() {
        threads.shutdownNow();
        for (AccountReader reader : readers) {
            reader.metrics().close();
            reader.close();
        }
    }

    private void schedule(AccountReader reader, Duration delay) {
        if (!threads.isShutdown()) {
            var unused = threads.schedule(() -> step(reader), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads one batch of an account, and schedules the next step. */
    private void step(AccountReader reader) {
        try {
            Optional<Batch> batch = reader.next();
            if (batch.isPresent()) {
                results.put(new Result(batch.get(), null));
                schedule(reader, Duration.ZERO);
            } else {
                failures.remove(reader);
                schedule(reader, reader.untilDue());
            }
        } catch (InterruptedException | CallInterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // An account that is no longer read must be reported.
            failed(reader, e);
        }
    }

    /** Postpones an account after a temporary failure, and passes on any other. */
    private void failed(AccountReader reader, Throwable cause) {
        String message = "Account " + reader.name() + ": " + cause.getMessage();
        try {
            if (isTemporary(cause)) {
                Duration pause = pause(failures.merge(reader, 1, Integer::sum));
                reader.postpone(pause);
                schedule(reader, pause);
                results.put(new Result(null, new RetriableException(message, cause)));
            } else if (cause instanceof HourbridgeException && settings.skipsFailedAccounts()) {
                LOG.error("{} The account is skipped for {}.", message, settings.censusInterval());
                reader.postpone(settings.censusInterval());
                schedule(reader, settings.censusInterval());
            } else {
                results.put(new Result(null, new ConnectException(message, cause)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause(int failure) {
        Duration pause = settings.pollInterval().multipliedBy(1L << Math.min(failure - 1, 10));
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }

    /** Returns whether a later attempt may succeed without a change of the configuration. */
    private static boolean isTemporary(Throwable cause) {
        return cause instanceof ConnectionException
                || cause instanceof ThrottledException
                || cause instanceof ServerException
                || cause instanceof ListChangedException;
    }

    /** A batch, or the exception that the next poll throws. */
    private record Result(@Nullable Batch batch, @Nullable ConnectException failure) {}
}
