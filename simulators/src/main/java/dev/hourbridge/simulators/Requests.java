package dev.hourbridge.simulators;

import java.util.Locale;
import java.util.function.Predicate;

/** Conditions on requests, for {@link FaultPlan} and {@link RequestLog}. Any other predicate does as well. */
public final class Requests {
    private Requests() {}

    /** Every request. */
    public static Predicate<LoggedRequest> any() {
        return request -> true;
    }

    /** Requests for this operation, such as {@code create}. */
    public static Predicate<LoggedRequest> operation(String operation) {
        return request -> request.operation().equals(operation);
    }

    /** Requests with this HTTP method. */
    public static Predicate<LoggedRequest> method(String method) {
        return request -> request.method().equals(method.toUpperCase(Locale.ROOT));
    }

    /** Requests that only read. */
    public static Predicate<LoggedRequest> reads() {
        return method("GET");
    }

    /** Requests that change something. */
    public static Predicate<LoggedRequest> writes() {
        return reads().negate();
    }
}
