package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.RunEstimate;
import picocli.CommandLine.Command;

/**
 * Applies the recorded plan.
 *
 * <p>It does not plan, so it applies exactly the plan that the user reviewed. If the configuration has changed since
 * the plan, the ledger is rejected before any request is sent.
 *
 * <pre>
 * $ hourbridge apply -c migration.yaml
 * Apply: 9 POSTs in this run. Entries: 9 created.
 * </pre>
 */
@Command(
        name = "apply",
        description =
                "Carries out exactly the plan in the ledger. If the command is interrupted, run it again to resume.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge apply -c migration.yaml && hourbridge verify -c migration.yaml")
final class ApplyCommand extends ConfiguredSubcommand {
    /**
     * Creates the subcommand.
     *
     * @param context the context of the run
     */
    ApplyCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        try (Session session =
                new Session(context(), configuration(), RunEstimate.Stage.BASELINE, RunEstimate.Stage.SEND)) {
            return new Steps(session.requireLedger(), context(), result()).apply();
        }
    }
}
