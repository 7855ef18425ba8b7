package dev.hourbridge.cli;

import dev.hourbridge.cli.report.ConsentText;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.PlanOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs all steps in sequence.
 *
 * <p>The steps are those of the individual subcommands, so a failed run can be resumed with either this command or
 * those.
 */
@Command(
        name = "migrate",
        description =
                "Plans, shows the plan, asks for confirmation on a terminal, applies and verifies. Later runs also "
                        + "apply changes made at the source.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge migrate -c migration.yaml --yes")
final class MigrateCommand extends ConfiguredSubcommand {
    @Option(
            names = "--yes",
            description = "Do not ask for confirmation. Required if standard input is not a terminal, for example in "
                    + "a script.")
    private boolean yes;

    @Mixin
    private final PossibleDuplicateOption possibleDuplicates = new PossibleDuplicateOption();

    MigrateCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        ConfirmationPrompt prompt = new ConfirmationPrompt(context(), yes).requireAnswerable("migrate writes entries");
        try (Session session = new Session(context(), configuration(), RunEstimate.Stage.migration())) {
            Steps steps = new Steps(session, context(), result());
            Optional<MigrationPlan> found =
                    session.hasLedger() ? session.migration().recordedPlan() : Optional.empty();
            MigrationPlan plan = steps.record(PlanOptions.builder()
                    .mustKeep(Set.copyOf(found.map(MigrationPlan::mustKeep).orElse(List.of())))
                    .acceptPossibleDuplicates(possibleDuplicates.areAccepted())
                    .build());
            if (found.filter(MigrationPlan::isBegun).isPresent() && isUnchanged(plan, session)) {
                return steps.confirmUnchanged();
            }
            ExitCode planned = steps.showAndDecide(plan);
            if (planned != ExitCode.DONE
                    && planned != ExitCode.DIFFERENT
                    && planned != ExitCode.TEMPORARY
                    && planned != ExitCode.REJECTS) {
                return planned;
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

    /** Returns whether apply would have nothing to send and nothing to report. */
    private static boolean isUnchanged(MigrationPlan plan, Session session) {
        return plan.outcome() == Outcome.DONE
                && plan.changes().creates() == 0
                && plan.changes().isNothingToSend()
                && ConsentText.toCreate(session.report("plan").build()).isEmpty();
    }
}
