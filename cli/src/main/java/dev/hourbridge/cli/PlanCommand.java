package dev.hourbridge.cli;

import dev.hourbridge.cli.file.BoundedFile;
import dev.hourbridge.cli.report.RejectsFile;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.PlanOptions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Reads the source and records what would be written.
 *
 * <p>If the ledger already has a plan, this command creates a new one. Entries that were not sent are planned again,
 * and entries that were sent are compared with the current state of the source.
 *
 * <pre>
 * $ hourbridge plan -c migration.yaml --fail-on-loss note
 * 9 entries in the range; 13:50 h at the source, 13:50 h planned.
 * What happens to fields:
 *   activity  dropped               6   66.7 %  e.g. 3864, 3865, 3866
 * </pre>
 */
@Command(
        name = "plan",
        description =
                "Reads both sides and records every entry to create and every loss. Writes nothing to the target.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge plan -c migration.yaml",
            "  hourbridge plan -c migration.yaml --fail-on-loss note,start",
            "  hourbridge plan -c corrected.yaml --only report.rejects.jsonl"
        })
final class PlanCommand extends ConfiguredSubcommand {
    @Option(
            names = "--fail-on-loss",
            split = ",",
            paramLabel = "FIELD",
            description = "Exit with code 4 if a value of one of these fields would be lost. In that case, apply and "
                    + "migrate send nothing until you plan again. Fields: person, project, task, activity, "
                    + "client, note, date, start, duration, billable, tags, invoice.")
    private List<String> failOnLoss = List.of();

    @Option(
            names = "--only",
            paramLabel = "FILE",
            description =
                    "Plan only the entries of a rejects file (report.rejects.jsonl of an earlier run), in a new ledger and with a new"
                            + " report.")
    private @Nullable Path only;

    @Mixin
    private final PossibleDuplicateOption possibleDuplicates = new PossibleDuplicateOption();

    PlanCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        PlanOptions options = PlanOptions.builder()
                .mustKeep(ForbiddenLosses.of(failOnLoss))
                .onlySourceIds(only == null ? Set.of() : sourceIds(only))
                .acceptPossibleDuplicates(possibleDuplicates.areAccepted())
                .build();
        try (Session session =
                new Session(context(), configuration(), RunEstimate.Stage.PLAN_SOURCE, RunEstimate.Stage.PLAN_TARGET)) {
            return new Steps(session, context(), result()).plan(options);
        }
    }

    /** Returns the ids of the source entries in the rejects file that {@code --only} names. */
    private static Set<String> sourceIds(Path file) {
        try {
            Set<String> ids = RejectsFile.sourceIds(file);
            if (ids.isEmpty()) {
                throw new UsageException("--only " + file + ": it contains no entries");
            }
            return ids;
        } catch (RejectsFile.FormatException wrong) {
            throw new UsageException("--only " + wrong.getMessage());
        } catch (BoundedFile.TooLargeException noRejects) {
            throw new UsageException("--only " + file + ": " + noRejects.getMessage() + "; it is not a rejects file");
        } catch (NoSuchFileException missing) {
            throw new UsageException("--only " + file + ": the file does not exist");
        } catch (IOException unreadable) {
            throw new UsageException("--only " + file + ": it cannot be read as text");
        }
    }
}
