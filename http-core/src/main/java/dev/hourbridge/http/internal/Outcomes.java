package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;

/** What an answer's status says of a write. */
final class Outcomes {
    private Outcomes() {}

    static WriteOutcome of(ApiResponse answer, ServiceRules rules) {
        if (answer.exchange().state().inDoubt()) {
            // A refusal now says nothing of the attempt whose answer was lost.
            return WriteOutcome.IN_DOUBT;
        }
        if (rules.isThrottle(answer)) {
            return WriteOutcome.REFUSED;
        }
        return switch (answer.status()) {
            // Sent to another place before anything was done.
            case 301, 307, 308 -> WriteOutcome.REFUSED;
            case 408 -> WriteOutcome.IN_DOUBT;
            default -> answer.status() >= 400 && answer.status() < 500 ? WriteOutcome.REFUSED : WriteOutcome.IN_DOUBT;
        };
    }
}
