package dev.hourbridge.simulators;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Conditions on requests, for {@link FaultPlan} and {@link RequestLog}. Both also accept any other predicate.
 *
 * <!-- with: Simulator<?> simulator -->
 * <pre>{@code
 * simulator.faults().always(Requests.writes().and(request -> request.path().endsWith(".json")), Fault.status(503));
 * }</pre>
 */
public final class Requests {
    private Requests() {}

    /** Returns a condition that matches every request. */
    public static Predicate<LoggedRequest> any() {
        return request -> true;
    }

    /** Returns a condition that matches requests for this operation, such as {@code create}. */
    public static Predicate<LoggedRequest> operation(String operation) {
        return request -> request.operation().equals(operation);
    }

    /** Returns a condition that matches requests with this HTTP method, ignoring case. */
    public static Predicate<LoggedRequest> method(String method) {
        return request -> request.method().equals(method.toUpperCase(Locale.ROOT));
    }

    /** Returns a condition that matches requests that only read. */
    public static Predicate<LoggedRequest> reads() {
        return method("GET");
    }

    /** Returns a condition that matches requests that change something. */
    public static Predicate<LoggedRequest> writes() {
        return reads().negate();
    }
}
