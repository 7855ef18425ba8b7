package dev.hourbridge.cli;

import picocli.CommandLine.Option;

/**
 * The option of all commands that plan.
 *
 * <p>Accepting possible duplicates is a decision for each plan. It is therefore an option and not a key in the
 * configuration file, which would apply to all later runs.
 */
final class PossibleDuplicateOption {
    @Option(
            names = "--accept-possible-duplicates",
            description = "With existing: adopt, plan to send entries even if rows on the target have the same person, "
                    + "day and minutes. Without this option, such rows cause exit code 4, and nothing is "
                    + "sent.")
    private boolean accepted;

    /** Returns whether the option was given. */
    boolean areAccepted() {
        return accepted;
    }
}
