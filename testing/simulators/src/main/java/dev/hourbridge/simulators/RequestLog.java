package dev.hourbridge.simulators;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The requests that arrived at a simulator, including rejected requests and requests to which a fault applied. The
 * number of requests, and their number by operation, are complete. Only the last 10,000 requests are retained.
 * Thread-safe.
 *
 * <!-- with: Simulator<?> simulator -->
 * <pre>{@code
 * RequestLog requests = simulator.requests();
 * System.out.println(requests.count("create") + " of " + requests.count(Requests.writes()) + " writes are creates");
 * }</pre>
 */
public interface RequestLog {
    /** Returns the number of requests since the start or the last {@link #clear()}. */
    long count();

    /** Returns the number of requests for this operation, such as {@code create}. */
    long count(String operation);

    /** Returns how many of the last 10,000 requests meet the condition. */
    long count(Predicate<? super LoggedRequest> condition);

    /** Returns a copy of the counts by operation, sorted by name. */
    Map<String, Long> countsByOperation();

    /** Returns a copy of the last 10,000 requests, oldest first. */
    List<LoggedRequest> all();

    /** Removes all requests and sets the counts to 0. */
    void clear();
}
