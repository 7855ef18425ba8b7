package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.StandardOutput;
import dev.hourbridge.cli.terminal.TerminalText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code hourbridge} command.
 *
 * <p>How a command runs: picocli parses the arguments and runs a {@link Subcommand}, which returns an {@link ExitCode}.
 * {@link Failures} translates an exception to an exit code and one line on standard error. Nothing here ends the
 * process, so tests can run commands in their own process.
 */
@Command(
        name = "hourbridge",
        versionProvider = Hourbridge.JarVersion.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Moves time entries between Codebase, Teamwork, TeamPulse and LiveTimer, each exactly once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge demo                       see it work; no account needed",
            "  hourbridge check  -c migration.yaml   check that both services can be read",
            "  hourbridge map    -c migration.yaml   propose a mapping of source ids to target ids",
            "  hourbridge plan   -c migration.yaml   show what would be moved and what would be lost",
            "  hourbridge apply  -c migration.yaml   carry out the plan; can be interrupted and repeated",
            "  hourbridge verify -c migration.yaml   read the target again and reconcile",
            "  hourbridge list   -c migration.yaml --side target --format csv > entries.csv",
            "",
            "Exit codes: hourbridge help exit-codes",
            "An error that ends with (help: TOPIC): hourbridge help TOPIC"
        })
final class Hourbridge extends GlobalOptions implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Hourbridge() {}

    /** Runs the command and returns its exit code. Never throws. */
    static int run(CommandContext context, String... arguments) {
        Hourbridge root = new Hourbridge();
        CommandLine command = new CommandLine(root);
        for (Subcommand subcommand : List.of(
                new DemoCommand(context),
                new SimulateCommand(context),
                new ListCommand(context),
                new ArchiveCommand(context),
                new CheckCommand(context),
                new MapCommand(context),
                new PlanCommand(context),
                new ApplyCommand(context),
                new VerifyCommand(context),
                new ResolveCommand(context),
                new UndoCommand(context),
                new MigrateCommand(context),
                new StatusCommand(context),
                new CompletionCommand(context),
                new SchemaCommand(context),
                new HelpCommand(context))) {
            command.addSubcommand(subcommand);
        }
        return command.registerConverter(LocalDate.class, Hourbridge::day)
                .setOut(printWriter(context.out()))
                .setErr(printWriter(context.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(112)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> usageError(context, wrong))
                .setExecutionExceptionHandler((failure, line, result) -> root.failed(context, failure))
                .setExecutionStrategy(parsed -> root.execute(context, parsed))
                .execute(arguments);
    }

    /** Picocli's exception handler covers neither the printing of help nor errors such as a lack of memory. */
    private int execute(CommandContext context, ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StandardOutput.FailedException | Error failed) {
            return failed(context, failed);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "specify a command, such as demo or plan");
    }

    /** Reads the value of an option that is a day. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new TypeConversionException("specify a day such as 2007-12-31");
        }
    }

    /**
     * Prints what is wrong with the arguments and how to get help. For a misspelled command, suggests the nearest ones.
     */
    private static int usageError(CommandContext context, ParameterException wrong) {
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        boolean isUnknownCommand = wrong instanceof UnmatchedArgumentException unmatched
                && unmatched.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption();
        String message = isUnknownCommand
                ? "There is no command "
                        + ((UnmatchedArgumentException) wrong).getUnmatched().get(0)
                : String.valueOf(wrong.getMessage());
        context.err().println(TerminalText.line(message));
        if (wrong instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().contains("--dry-run")) {
            context.err().println("hourbridge plan is the dry run: it writes nothing to the target.");
        }
        UnmatchedArgumentException.printSuggestions(wrong, printWriter(context.err()));
        context.err().println("Try: " + name + " --help");
        return ExitCode.USAGE.code();
    }

    /**
     * Prints the failure on standard error and returns its exit code. A closed pipe is not a failure: its reader needs
     * no more output.
     */
    private int failed(CommandContext context, Throwable failure) {
        ExitCode code = Failures.codeOf(failure);
        if (code == ExitCode.CLOSED_PIPE) {
            return code.code();
        }
        context.screen().release();
        context.err().println("hourbridge: " + Failures.describe(failure));
        if (isDebug()) {
            failure.printStackTrace(context.err());
        }
        return code.code();
    }

    private static PrintWriter printWriter(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Supplies the version for the option {@code --version} when combined with other options. */
    static final class JarVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Version.line()};
        }
    }
}
