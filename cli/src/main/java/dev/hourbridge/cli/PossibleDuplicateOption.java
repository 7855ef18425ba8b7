package dev.hourbridge.cli;

import picocli.CommandLine.Option;

/**
 * The option of the commands that plan.
 *
 * <p>Accepting a duplicate is a decision for each plan. It is an option and no key of the file, so that it is not made
 * once for all later runs.
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
