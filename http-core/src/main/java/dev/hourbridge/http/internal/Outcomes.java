package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;

/** What a response's status says of a write. */
final class Outcomes {
    private Outcomes() {}

    static WriteOutcome of(ApiResponse response, ServiceRules rules) {
        if (response.exchange().state().inDoubt()) {
            // A refusal now says nothing of the attempt whose response was lost.
            return WriteOutcome.IN_DOUBT;
        }
        if (rules.isThrottle(response)) {
            return WriteOutcome.REFUSED;
        }
        return switch (response.status()) {
            // Sent to another place before anything was done.
            case 301, 307, 308 -> WriteOutcome.REFUSED;
            case 408 -> WriteOutcome.IN_DOUBT;
            default ->
                response.status() >= 400 && response.status() < 500 ? WriteOutcome.REFUSED : WriteOutcome.IN_DOUBT;
        };
    }
}
