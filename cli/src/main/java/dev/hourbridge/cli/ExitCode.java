package dev.hourbridge.cli;

import dev.hourbridge.migration.Outcome;

/**
 * The exit codes of the command, in order of precedence: the first code that applies is returned.
 *
 * <p>Scripts rely on these codes, so their meaning never changes. {@code docs/scripting.md} is checked against this
 * list.
 */
enum ExitCode {
    INTERRUPTED(130, "Interrupted, or the confirmation prompt was not answered with yes. Run again to resume."),
    CLOSED_PIPE(141, "Standard output was closed by its reader, for example by the head command."),
    USAGE(2, "The command line is invalid, or standard input is not a terminal and --yes is missing."),
    LEDGER_DAMAGED(13, "The ledger is damaged."),
    LEDGER_FOREIGN(
            12,
            "The ledger belongs to other services, accounts or days, has a wider range or filter or a different "
                    + "plan, or is older than the target."),
    CONFIGURATION(
            3, "The configuration or a credential is invalid, a service denies read access, or an archive is damaged."),
    NEEDS_INPUT(
            4,
            "A decision is needed: the mapping is incomplete or has an id that does not exist on the target, the "
                    + "target has equal entries (existing: stop) or similar entries (existing: adopt), "
                    + "--fail-on-loss forbids a loss, more rows than policy.maxDeletes would be deleted, sent "
                    + "entries are mapped differently, or the first entry of a kind differed when it was read back."),
    TEMPORARY(
            5,
            "Temporary: a service does not respond or could not be read completely, or output could not be written. "
                    + "Run again."),
    DIFFERENT(
            8,
            "The target differs from the plan: there are differences, conflicts, entries not yet sent, possible "
                    + "duplicates or entries that undo retained; apply was run with an undone ledger; or the total "
                    + "of an archive differs from the service's own total."),
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

    /** Returns the exit status of the process. */
    int code() {
        return code;
    }

    /** Returns the meaning as one or two sentences. */
    String meaning() {
        return meaning;
    }

    /** Returns whichever of the two codes takes precedence. */
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
