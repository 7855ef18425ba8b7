package dev.hourbridge.cli;

import dev.hourbridge.migration.Outcome;

/**
 * The exit codes of the command, in the order in which they matter: the first that applies is returned.
 *
 * <p>A script decides by these alone, so none of them ever changes its meaning. {@code docs/scripting.md} is checked
 * against this list.
 */
enum ExitCode {
    INTERRUPTED(130, "Interrupted, or the question was not answered with yes. Run again to resume."),
    CLOSED_PIPE(141, "The reader of standard output closed it, as the command head does."),
    USAGE(2, "The command line is invalid, or --yes is missing where standard input is not a terminal."),
    LEDGER_DAMAGED(13, "The ledger is damaged."),
    LEDGER_FOREIGN(
            12,
            "The ledger belongs to other services, accounts or days, to a wider range or filter or to another plan, or is older than the target."),
    CONFIGURATION(
            3, "The configuration or a credential is invalid, a service denies read access, or an archive is damaged."),
    NEEDS_INPUT(
            4,
            "A decision is needed: the mapping is incomplete or names an id that the target does not have, equal entries"
                    + " are on the target under existing: stop or similar ones under existing: adopt, a loss is forbidden by --fail-on-loss, more rows would be"
                    + " deleted than policy.maxDeletes, sent entries are mapped differently, or the first entry of a kind"
                    + " came back different."),
    TEMPORARY(
            5,
            "Temporary: a service does not respond or could not be read completely, or output could not be written. "
                    + "Run again."),
    DIFFERENT(
            8,
            "The target is not as planned: differences, conflicts, entries not sent yet, possible duplicates, entries that undo"
                    + " retained, apply with a ledger that was undone, or an archive whose total differs from the "
                    + "service's own total."),
    IN_DOUBT(7, "It is unknown whether some entries are on the target."),
    REJECTS(6, "Finished, but the target rejected some entries."),
    INTERNAL_ERROR(1, "An error in hourbridge itself."),
    DONE(0, "Done and verified.");

    private final int code;
    private final String meaning;

    /**
     * Creates an exit code.
     *
     * @param code the number, 0 to 255
     * @param meaning what it means, for {@code hourbridge help exit-codes}
     */
    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns the number that the process ends with. */
    int code() {
        return code;
    }

    /** Returns what it means, in a sentence or two. */
    String meaning() {
        return meaning;
    }

    /** Returns the one of the two that matters more. */
    ExitCode and(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns the exit code of a step's outcome. */
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
