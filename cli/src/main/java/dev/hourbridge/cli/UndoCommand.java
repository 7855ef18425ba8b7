package dev.hourbridge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes what this ledger created. */
@Command(
        name = "undo",
        description = "Deletes from the target what this ledger created and nobody changed since; keeps and lists the"
                + " rest. Ends with 8 if it had to keep something.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge undo -c migration.yaml --yes")
final class UndoCommand extends ConfiguredVerb {
    @Option(
            names = "--yes",
            description =
                    "Do not ask. Where there is no terminal, nothing is asked either, but an answer that is piped in counts.")
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
