package dev.hourbridge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes what this ledger created. */
@Command(
        name = "undo",
        description = "Deletes from the target what this ledger created and nobody changed since; keeps and lists the"
                + " rest. Asks first, on a terminal only. Ends with 8 if it had to keep something.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge undo -c migration.yaml --yes")
final class UndoCommand extends ConfiguredVerb {
    @Option(
            names = "--yes",
            description = "Do not ask. Without a terminal, as in a script, undo never asks and deletes at once, with or"
                    + " without this option; but an answer that is piped in counts.")
    private boolean yes;

    UndoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode execute() throws Exception {
        try (Session session = Session.open(surroundings(), configuration())) {
            session.requireLedger();
            if (!new Question(surroundings(), yes).isAgreed("Delete what this ledger created?")) {
                surroundings().err().println("Nothing was deleted.");
                return ExitCode.INTERRUPTED;
            }
            return new Steps(session, surroundings()).undo();
        }
    }
}
