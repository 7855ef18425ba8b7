package dev.hourbridge.cli;

import dev.hourbridge.cli.report.LedgerStatus;
import picocli.CommandLine.Command;

/**
 * Shows the state of a ledger.
 *
 * <p>It reads only the ledger, so it can be run at any time between steps.
 */
@Command(
        name = "status",
        description = "Shows the state of the ledger and what to do next, without sending a request.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge status -c migration.yaml")
final class StatusCommand extends ConfiguredSubcommand {
    StatusCommand(CommandContext context) {
        super(context);
    }

    @Override
    boolean isListing() {
        return true;
    }

    @Override
    ExitCode execute() {
        try (Session session = new Session(context(), configuration())) {
            LedgerStatus status =
                    new LedgerStatus(session.requireLedger().report("status").build());
            status.lines().forEach(this::say);
            result().putAll(status.json());
            return ExitCode.DONE;
        }
    }
}
