package dev.hourbridge.cli;

import dev.hourbridge.migration.Outcome;

/** How the command ends, in the order in which they matter: the first that applies is the one. */
enum ExitCode {
    /** Interrupted, or answered "no"; resumable. */
    INTERRUPTED(130),
    /** Wrong options. */
    USAGE(2),
    /** The ledger is damaged. */
    LEDGER_DAMAGED(13),
    /** The ledger is not of these services or this plan, or is older than the target. */
    LEDGER_FOREIGN(12),
    /** The configuration or the credentials are wrong. */
    CONFIGURATION(3),
    /** Somebody must decide: a mapping, equal rows, a loss, a canary. */
    NEEDS_INPUT(4),
    /** Temporary; run again. */
    TEMPORARY(5),
    /** Verify found differences. */
    DIFFERENT(8),
    /** It is unknown of some entries whether they are on the target. */
    IN_DOUBT(7),
    /** Finished with rejects and nothing else wrong. */
    REJECTS(6),
    /** Our own fault. */
    OUR_FAULT(1),
    /** Done and verified. */
    DONE(0);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The one of the two that matters more. */
    ExitCode and(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case INTERRUPTED -> INTERRUPTED;
            case CONFIGURATION -> CONFIGURATION;
            case NEEDS_INPUT -> NEEDS_INPUT;
            case TEMPORARY -> TEMPORARY;
            case DIFFERENT -> DIFFERENT;
            case IN_DOUBT -> IN_DOUBT;
            case REJECTS -> REJECTS;
            case DONE -> DONE;
        };
    }
}
