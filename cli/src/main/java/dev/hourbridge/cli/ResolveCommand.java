package dev.hourbridge.cli;

import dev.hourbridge.migration.Migration;
import dev.hourbridge.model.InvalidInputException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Records the user's decision about an entry in doubt or in conflict, or about a row that may be a duplicate.
 *
 * <p>Each call records one decision, so each decision is in the shell history and can be repeated after the ledger is
 * restored.
 */
@Command(
        name = "resolve",
        description =
                "Records your decision about an entry in doubt or in conflict, or about a row on the target that may "
                        + "be a duplicate. Sends nothing. The next apply carries out the decision.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge resolve -c migration.yaml 3871 --is 17249637",
            "  hourbridge resolve -c migration.yaml 3871 --absent",
            "  hourbridge resolve -c migration.yaml 3871 --keep-target",
            "  hourbridge resolve -c migration.yaml 3871 --overwrite",
            "  hourbridge resolve -c migration.yaml --unrelated 17249637"
        })
final class ResolveCommand extends ConfiguredSubcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE_ID",
            description = "The source id of the entry. Required except with --unrelated.")
    private @Nullable String sourceId;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Decision decision;

    static final class Decision {
        @Option(names = "--is", paramLabel = "TARGET_ID", description = "The entry is this row on the target.")
        private @Nullable String targetId;

        @Option(names = "--absent", description = "The entry is not on the target. The next apply sends it again.")
        private boolean absent;

        @Option(
                names = "--keep-target",
                description =
                        "The entry's row remains unchanged on the target until the entry changes at the source again.")
        private boolean keepTarget;

        @Option(
                names = "--overwrite",
                description = "The entry's row must match the plan. The next apply overwrites it, unless it changes "
                        + "in the meantime.")
        private boolean overwrite;

        @Option(
                names = "--unrelated",
                paramLabel = "TARGET_ID",
                description = "This row on the target belongs to no entry. The decision applies until the row changes.")
        private @Nullable String unrelated;
    }

    ResolveCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        checkSourceId();
        try (Session session = new Session(context(), configuration())) {
            context().out().println(decide(session.requireLedger().migration()));
            return ExitCode.DONE;
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Requires the id of an entry if the decision is about an entry, and rejects it otherwise. */
    private void checkSourceId() {
        boolean isNeeded = decision.unrelated == null;
        if (isNeeded && sourceId == null) {
            throw new UsageException("SOURCE_ID is missing. Specify the entry by its source id.");
        }
        if (!isNeeded && sourceId != null) {
            throw new UsageException(
                    "SOURCE_ID cannot be combined with --unrelated, which refers only to a row on the target.");
        }
    }

    /** Records the decision and returns the line that confirms it. */
    private String decide(Migration migration) {
        String unrelated = decision.unrelated;
        if (unrelated != null) {
            migration.resolveAsUnrelated(unrelated);
            result().put("decision", "unrelated");
            result().put("targetId", unrelated);
            return "Row " + unrelated + " on the target is recorded as unrelated until it changes.";
        }
        String entry = String.valueOf(sourceId);
        result().put("sourceId", entry);
        if (decision.absent) {
            migration.resolveAsAbsent(entry);
            result().put("decision", "absent");
            return "Entry " + entry + " is recorded as absent. The next apply sends it again.";
        }
        if (decision.keepTarget) {
            migration.resolveByKeepingTarget(entry);
            result().put("decision", "keep target");
            return "The row of entry " + entry + " remains unchanged until the entry changes at the source again.";
        }
        if (decision.overwrite) {
            migration.resolveByOverwriting(entry);
            result().put("decision", "overwrite");
            return "The next apply makes the row of entry " + entry
                    + " match the plan, unless another user changes it first.";
        }
        String targetId = String.valueOf(decision.targetId);
        List<String> differences = migration.resolveAsRow(entry, targetId).stream()
                .map(each -> each.field().name().toLowerCase(Locale.ROOT))
                .toList();
        result().put("decision", "is");
        result().put("targetId", targetId);
        result().put("differences", differences);
        return "Entry " + entry + " is recorded as row " + targetId + " of the target."
                + (differences.isEmpty()
                        ? ""
                        : " It differs from what was sent: " + String.join(", ", differences) + ".");
    }
}
