package dev.hourbridge.cli;

import dev.hourbridge.cli.report.ConsentText;
import dev.hourbridge.cli.terminal.RunEstimate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes what this ledger created. */
@Command(
        name = "undo",
        description = "Deletes from the target what this ledger created and no other user changed since; retains and"
                + " lists the rest. Asks first, on a terminal. Exits with code 8 if it had to retain something.",
        footerHeading = "%nExamples:%n",
        footer = {"  hourbridge undo -c migration.yaml --dry-run", "  hourbridge undo -c migration.yaml"})
final class UndoCommand extends ConfiguredSubcommand {
    @Option(
            names = "--yes",
            description = "Do not ask. Required where standard input is not a terminal, as in a script.")
    private boolean yes;

    @Option(
            names = "--dry-run",
            description = "Read the target and show what would be deleted and what would be retained. Deletes nothing.")
    private boolean dryRun;

    UndoCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        if (dryRun) {
            try (Session session = Session.open(context(), configuration(), RunEstimate.Stage.UNDO)) {
                return new Steps(session.requireLedger(), context(), result()).previewUndo();
            }
        }
        ConfirmationPrompt prompt = new ConfirmationPrompt(context(), yes).requireAnswerable("undo deletes entries");
        try (Session session = Session.open(context(), configuration(), RunEstimate.Stage.UNDO)) {
            session.requireLedger();
            Optional<String> question =
                    ConsentText.toUndo(session.report("undo").build());
            if (question.isPresent() && !prompt.isConfirmed(question.get())) {
                context().notes().println("Nothing was deleted.");
                return ExitCode.INTERRUPTED;
            }
            return new Steps(session, context(), result()).undo();
        }
    }
}
