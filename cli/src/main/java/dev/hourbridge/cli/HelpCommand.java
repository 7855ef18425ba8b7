package dev.hourbridge.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a command or a topic. */
@Command(name = "help", helpCommand = true, description = "Explains a command, or the exit codes.")
final class HelpCommand extends Subcommand {
    private static final String EXIT_CODES = "exit-codes";

    @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A command, or " + EXIT_CODES + ".")
    private @Nullable String topic;

    HelpCommand(CommandContext context) {
        super(context);
    }

    @Override
    boolean isListing() {
        return true;
    }

    @Override
    ExitCode execute() {
        CommandLine root = spec().commandLine().getParent();
        if (topic == null) {
            usage(root);
        } else if (topic.equals(EXIT_CODES)) {
            exitCodes();
        } else if (root.getSubcommands().containsKey(topic)) {
            usage(root.getSubcommands().get(topic));
        } else {
            throw new UsageException("help: there is no command or topic " + topic + ". Give one of "
                    + String.join(", ", root.getSubcommands().keySet()) + ", " + EXIT_CODES + ".");
        }
        return ExitCode.DONE;
    }

    private void usage(CommandLine command) {
        context().out().print(command.getUsageMessage());
        result().put("text", command.getUsageMessage());
    }

    private void exitCodes() {
        result().put(
                        "exitCodes",
                        Arrays.stream(ExitCode.values())
                                .map(code -> Map.of("code", code.code(), "meaning", code.meaning()))
                                .toList());
        say("The first that applies is returned:");
        Arrays.stream(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "%5d  %s", code.code(), code.meaning()))
                .forEach(this::say);
    }
}
