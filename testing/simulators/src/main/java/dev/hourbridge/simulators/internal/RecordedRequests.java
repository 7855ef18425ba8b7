package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.LoggedRequest;
import dev.hourbridge.simulators.RequestLog;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The request log of a simulator, with a bounded size.
 *
 * <p>Counts include every request. The requests themselves are retained up to a limit, because a test with a million
 * requests must not fill the memory. Guarded by its own lock.
 */
final class RecordedRequests implements RequestLog {
    private static final int MAX_RETAINED = 10_000;

    private final Object lock = new Object();
    private final Deque<LoggedRequest> latest = new ArrayDeque<>();
    private final Map<String, Long> countsByOperation = new TreeMap<>();
    private long count;

    /** Records a request before it is processed, so a request without a response is also in the log. */
    void add(LoggedRequest request) {
        synchronized (lock) {
            count++;
            countsByOperation.merge(request.operation(), 1L, Long::sum);
            latest.addLast(request);
            if (latest.size() > MAX_RETAINED) {
                latest.removeFirst();
            }
        }
    }

    @Override
    public long count() {
        synchronized (lock) {
            return count;
        }
    }

    @Override
    public long count(String operation) {
        synchronized (lock) {
            return countsByOperation.getOrDefault(operation, 0L);
        }
    }

    @Override
    public long count(Predicate<? super LoggedRequest> condition) {
        return all().stream().filter(condition).count();
    }

    @Override
    public Map<String, Long> countsByOperation() {
        synchronized (lock) {
            return Collections.unmodifiableMap(new TreeMap<>(countsByOperation));
        }
    }

    @Override
    public List<LoggedRequest> all() {
        synchronized (lock) {
            return List.copyOf(latest);
        }
    }

    @Override
    public void clear() {
        synchronized (lock) {
            latest.clear();
            countsByOperation.clear();
            count = 0;
        }
    }
}
