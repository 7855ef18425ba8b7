package dev.hourbridge.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Prints a completion script for a shell.
 *
 * <p>picocli writes the scripts for bash and zsh from the same model that parses the command line. The script for fish
 * is written by {@link FishCompletion}.
 */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in a shell.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(hourbridge completion bash)",
            "  source <(hourbridge completion zsh)",
            "  hourbridge completion fish > ~/.config/fish/completions/hourbridge.fish"
        })
final class CompletionCommand extends Subcommand {
    private static final Pattern CONSTANTS = Pattern.compile("=\\((\"[A-Z]+\" ?)+\\)");

    /** The shells. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shell shell;

    CompletionCommand(CommandContext context) {
        super(context);
    }

    @Override
    boolean isListing() {
        return true;
    }

    @Override
    ExitCode execute() {
        CommandLine root = spec().commandLine().getParent();
        String script = switch (shell) {
            case BASH -> bash(root);
            case ZSH ->
                "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + bash(root);
            case FISH -> FishCompletion.of(root);
        };
        result().put("shell", shell.name().toLowerCase(Locale.ROOT));
        result().put("script", script);
        script.lines().forEach(this::say);
        return ExitCode.DONE;
    }

    /** Returns the script for bash, with constants in lower case, as in the help. */
    private static String bash(CommandLine root) {
        return CONSTANTS
                .matcher(AutoComplete.bash(root.getCommandName(), root))
                .replaceAll(words -> words.group().toLowerCase(Locale.ROOT));
    }
}
