package dev.hourbridge.simulators;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The requests that arrived at a simulator, also the rejected ones and those with a fault. Counts are complete;
 * of the requests themselves the last 10,000 are retained. Safe for use by several threads.
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

    /** Returns the counts by operation, sorted by its name; a copy. */
    Map<String, Long> countsByOperation();

    /** Returns the last 10,000 requests, oldest first; a copy. */
    List<LoggedRequest> all();

    /** Removes all requests and sets the counts to 0. */
    void clear();
}
