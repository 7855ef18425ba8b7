package dev.hourbridge.cli;

import dev.hourbridge.cli.report.ConsentText;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.UndoScope;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Deletes what this ledger created.
 *
 * <p>It lists what it would delete before it asks for confirmation. It is the only subcommand that deletes rows without
 * a plan.
 */
@Command(
        name = "undo",
        description = "Deletes the rows that this ledger created on the target. Rows that another user has changed "
                + "since are retained and listed. Asks for confirmation first, on a terminal. Exits with code 8 if a "
                + "row was retained.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge undo -c migration.yaml --dry-run",
            "  hourbridge undo -c migration.yaml --person 999 --from 2024-06-01",
            "  hourbridge undo -c migration.yaml"
        })
final class UndoCommand extends ConfiguredSubcommand {
    @Option(
            names = "--yes",
            description = "Do not ask for confirmation. Required if standard input is not a terminal, for example in "
                    + "a script.")
    private boolean yes;

    @Option(
            names = "--dry-run",
            description = "Read the target and show what would be deleted and what would be retained, without deleting "
                    + "anything.")
    private boolean dryRun;

    @Option(
            names = "--person",
            paramLabel = "ID",
            description = "Delete only rows of this person, by the person's " + "id on the target.")
    private @Nullable String person;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Delete only rows on or after this day, by their day on the target, such as 2024-06-01.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Delete only rows on or before this day, by their day " + "on the target.")
    private @Nullable String to;

    UndoCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        UndoScope scope = scope();
        if (dryRun) {
            try (Session session = new Session(context(), configuration(), RunEstimate.Stage.UNDO)) {
                return new Steps(session.requireLedger(), context(), result()).previewUndo(scope);
            }
        }
        ConfirmationPrompt prompt = new ConfirmationPrompt(context(), yes).requireAnswerable("undo deletes entries");
        try (Session session = new Session(context(), configuration(), RunEstimate.Stage.UNDO)) {
            session.requireLedger();
            Optional<String> question =
                    ConsentText.toUndo(session.report("undo").build(), scope);
            if (question.isPresent() && !prompt.isConfirmed(question.get())) {
                context().notes().println("Nothing was deleted.");
                return ExitCode.INTERRUPTED;
            }
            return new Steps(session, context(), result()).undo(scope);
        }
    }

    /** Returns what to undo: everything, or the entries of a person or of a range of days. */
    private UndoScope scope() {
        UndoScope scope = UndoScope.everything();
        if (person != null) {
            scope = scope.ofPerson(person);
        }
        if (from != null) {
            scope = scope.from(day("--from", from));
        }
        if (to != null) {
            LocalDate last = day("--to", to);
            if (scope.firstDay().filter(last::isBefore).isPresent()) {
                throw new UsageException("--to " + to + " is before --from " + from + ". Swap the two.");
            }
            scope = scope.to(last);
        }
        return scope;
    }

    /** Parses the day in an option. */
    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    option + " " + text + ": not a day. Specify the year, month and day, such as " + "2024-06-01.");
        }
    }
}
