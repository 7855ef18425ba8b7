package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.RunEstimate;
import picocli.CommandLine.Command;

/**
 * Reads both sides again and compares them.
 *
 * <p>It changes nothing on either service and can be run at any time after an apply.
 */
@Command(
        name = "verify",
        description = "Reads the target again, and also the source if it still responds, and compares both with the "
                + "plan.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge verify -c migration.yaml")
final class VerifyCommand extends ConfiguredSubcommand {
    VerifyCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        try (Session session = new Session(context(), configuration(), RunEstimate.Stage.VERIFY)) {
            return new Steps(session.requireLedger(), context(), result()).verify();
        }
    }
}
