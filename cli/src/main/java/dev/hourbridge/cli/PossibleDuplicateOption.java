package dev.hourbridge.cli;

import picocli.CommandLine.Option;

/** The option of the commands that plan. */
final class PossibleDuplicateOption {
    @Option(
            names = "--accept-possible-duplicates",
            description =
                    "With existing: adopt, plan to send entries although rows on the target have the person, the day"
                            + " and the minutes of them. Without it the exit code is then 4, and nothing is sent.")
    private boolean accepted;

    boolean areAccepted() {
        return accepted;
    }
}
