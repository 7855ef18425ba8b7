package dev.hourbridge.cli;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command or a topic. */
@Command(name = "help", helpCommand = true, description = "Explains a command, or the exit codes.")
final class HelpCommand extends Verb {
    private static final String EXIT_CODES = "exit-codes";

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A command, or " + EXIT_CODES + ".")
    private @Nullable String topic;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    HelpCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode execute() {
        CommandLine root = spec.commandLine().getParent();
        if (topic == null) {
            root.usage(surroundings().out());
        } else if (topic.equals(EXIT_CODES)) {
            exitCodes();
        } else if (root.getSubcommands().containsKey(topic)) {
            root.getSubcommands().get(topic).usage(surroundings().out());
        } else {
            throw new UsageException("help: there is no command or topic " + topic + ". Give one of "
                    + String.join(", ", root.getSubcommands().keySet()) + ", " + EXIT_CODES + ".");
        }
        return ExitCode.DONE;
    }

    private void exitCodes() {
        say("The first that applies is returned:");
        Arrays.stream(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "%5d  %s", code.code(), code.meaning()))
                .forEach(this::say);
    }
}
