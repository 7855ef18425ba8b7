package dev.hourbridge.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the source and records what would be written. */
@Command(
        name = "plan",
        description =
                "Reads both sides and records every create, and what would be lost. Writes nothing to the target.",
        footerHeading = "%nExamples:%n",
        footer = {"  hourbridge plan -c migration.yaml", "  hourbridge plan -c migration.yaml --fail-on-loss note,start"
        })
final class PlanCommand extends ConfiguredVerb {
    @Option(
            names = "--fail-on-loss",
            split = ",",
            paramLabel = "FIELD",
            description = "End with 4 if anything of these fields would be lost: person, project, task, activity,"
                    + " client, note, date, start, duration, billable, tags, invoice.")
    private List<String> failOnLoss = List.of();

    PlanCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode execute() throws Exception {
        LossGate gate = LossGate.of(failOnLoss);
        try (Session session = Session.open(surroundings(), configuration())) {
            return new Steps(session, surroundings()).plan(gate);
        }
    }
}
