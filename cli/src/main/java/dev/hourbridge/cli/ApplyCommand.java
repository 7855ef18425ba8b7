package dev.hourbridge.cli;

import picocli.CommandLine.Command;

/** Carries out the recorded plan. */
@Command(
        name = "apply",
        description = "Carries out exactly the plan that is in the ledger. Interrupt it, and run it again to go on.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge apply -c migration.yaml && hourbridge verify -c migration.yaml")
final class ApplyCommand extends ConfiguredVerb {
    ApplyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode execute() throws Exception {
        try (Session session =
                Session.open(surroundings(), configuration(), RunEstimate.Stage.BASELINE, RunEstimate.Stage.SEND)) {
            return new Steps(session.requireLedger(), surroundings(), result()).apply();
        }
    }
}
