package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;

/** Determines the outcome of a write from the status of its response. */
final class Outcomes {
    private Outcomes() {}

    static WriteOutcome of(ApiResponse response, ServiceRules rules) {
        if (response.exchange().state().inDoubt()) {
            // A rejection does not apply to an earlier attempt whose response was lost.
            return WriteOutcome.IN_DOUBT;
        }
        if (rules.isThrottle(response)) {
            return WriteOutcome.REFUSED;
        }
        return switch (response.status()) {
            // A redirect precedes any effect.
            case 301, 307, 308 -> WriteOutcome.REFUSED;
            case 408 -> WriteOutcome.IN_DOUBT;
            default ->
                response.status() >= 400 && response.status() < 500 ? WriteOutcome.REFUSED : WriteOutcome.IN_DOUBT;
        };
    }
}
