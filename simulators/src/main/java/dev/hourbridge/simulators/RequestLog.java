package dev.hourbridge.simulators;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The requests that arrived. Counts are complete; of the requests themselves the last 10,000 are kept.
 * May be used by several threads.
 */
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Object lock = new Object();
    private final Deque<LoggedRequest> latest = new ArrayDeque<>();
    private final Map<String, Long> countsByOperation = new TreeMap<>();
    private long count;

    RequestLog() {}

    void add(LoggedRequest request) {
        synchronized (lock) {
            count++;
            countsByOperation.merge(request.operation(), 1L, Long::sum);
            latest.addLast(request);
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        }
    }

    /** How many requests arrived since the start or the last {@link #clear()}. */
    public long count() {
        synchronized (lock) {
            return count;
        }
    }

    /** How many of them were for this operation. */
    public long count(String operation) {
        synchronized (lock) {
            return countsByOperation.getOrDefault(operation, 0L);
        }
    }

    /** How many of the last 10,000 meet the condition. */
    public long count(Predicate<? super LoggedRequest> condition) {
        return all().stream().filter(condition).count();
    }

    /** Counts by operation, sorted by its name; a copy. */
    public Map<String, Long> countsByOperation() {
        synchronized (lock) {
            return Collections.unmodifiableMap(new TreeMap<>(countsByOperation));
        }
    }

    /** The last 10,000 requests, oldest first; a copy. */
    public List<LoggedRequest> all() {
        synchronized (lock) {
            return List.copyOf(latest);
        }
    }

    /** Forgets everything. */
    public void clear() {
        synchronized (lock) {
            latest.clear();
            countsByOperation.clear();
            count = 0;
        }
    }
}
