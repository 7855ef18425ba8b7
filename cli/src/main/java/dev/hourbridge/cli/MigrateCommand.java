package dev.hourbridge.cli;

import dev.hourbridge.cli.report.ConsentText;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All steps in a row. */
@Command(
        name = "migrate",
        description =
                "Plans, shows the plan, asks on a terminal, applies and verifies. Resumes from an existing ledger.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge migrate -c migration.yaml --yes")
final class MigrateCommand extends ConfiguredSubcommand {
    @Option(
            names = "--yes",
            description = "Do not ask. Required where standard input is not a terminal, as in a script.")
    private boolean yes;

    MigrateCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        ConfirmationPrompt prompt = new ConfirmationPrompt(context(), yes).requireAnswerable("migrate writes entries");
        try (Session session = Session.open(context(), configuration(), RunEstimate.Stage.migration())) {
            Steps steps = new Steps(session, context(), result());
            Optional<MigrationPlan> found =
                    session.hasLedger() ? session.migration().recordedPlan() : Optional.empty();
            // A plan that still lacks a decision is made anew, on the same condition: the file may have it by now.
            Optional<MigrationPlan> recorded = found.filter(plan -> plan.outcome() != Outcome.NEEDS_INPUT);
            if (recorded.isEmpty()) {
                ExitCode planned = steps.plan(found.map(MigrationPlan::mustKeep)
                        .map(ForbiddenLosses::ofFields)
                        .orElse(ForbiddenLosses.none()));
                if (planned != ExitCode.DONE) {
                    return planned;
                }
            } else {
                // Not after it was shown, and agreed to: the file may have another mapping by now.
                session.migration().checkRecordedPlan();
                if (!recorded.get().isBegun()) {
                    steps.show();
                }
            }
            Optional<String> question =
                    ConsentText.toCreate(session.report("plan").build());
            if (question.isPresent() && !prompt.isConfirmed(question.get())) {
                context().notes().println("Nothing was sent. Run again to resume.");
                return ExitCode.INTERRUPTED;
            }
            return steps.applyAndVerify();
        }
    }
}
