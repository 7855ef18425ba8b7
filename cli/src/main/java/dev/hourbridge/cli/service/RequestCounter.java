package dev.hourbridge.cli.service;

import dev.hourbridge.cli.report.RequestCounts;
import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests of clients by kind. Each attempt counts as one request. Thread-safe. */
public final class RequestCounter {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong readCalls = new AtomicLong();
    private final AtomicLong creates = new AtomicLong();
    private final AtomicLong updates = new AtomicLong();
    private final AtomicLong deletions = new AtomicLong();

    /** Returns a listener that counts requests and passes on waits. */
    public RequestListener and(RequestListener waits) {
        return new RequestListener() {
            @Override
            public void attemptStart(RequestEvent event) {
                AtomicLong count = count(event);
                count.incrementAndGet();
                readCalls.addAndGet(count == reads && event.attempt() == 1 ? 1 : 0);
            }

            @Override
            public void retry(RequestEvent event, RetryReason reason, Duration wait) {
                waits.retry(event, reason, wait);
            }

            @Override
            public void throttled(RequestEvent event, Duration wait) {
                waits.throttled(event, wait);
            }
        };
    }

    /** Returns the counter for a request. A POST for a token does not count as a create. */
    private AtomicLong count(RequestEvent event) {
        return switch (event.method()) {
            case "POST" -> event.operation().startsWith("create") ? creates : reads;
            case "PUT" -> updates;
            case "DELETE" -> deletions;
            default -> reads;
        };
    }

    /** Returns the number of reads without repeated attempts. */
    public long readCalls() {
        return readCalls.get();
    }

    /** Returns the numbers of attempts so far. */
    public RequestCounts counts() {
        return new RequestCounts(reads.get(), creates.get(), updates.get(), deletions.get());
    }
}
