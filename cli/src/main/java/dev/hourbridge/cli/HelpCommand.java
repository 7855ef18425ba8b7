package dev.hourbridge.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Explains a command, the exit codes, or the section of the troubleshooting page that an error names.
 *
 * <p>The troubleshooting page is in the jar. A user without a network, or with an older version than the site, reads
 * the page for the installed version.
 *
 * <pre>
 * $ hourbridge help list-too-long
 * $ hourbridge help exit-codes
 * </pre>
 */
@Command(name = "help", helpCommand = true, description = "Explains a command, the exit codes or an error.")
final class HelpCommand extends Subcommand {
    private static final String EXIT_CODES = "exit-codes";

    @Parameters(
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "A command, " + EXIT_CODES + ", or the word after \"help:\" in an error.")
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
            section(topic, root);
        }
        return ExitCode.DONE;
    }

    /**
     * Prints the section with this anchor.
     *
     * @throws UsageException if there is no such section; the message lists all anchors
     */
    private void section(String anchor, CommandLine root) {
        TroubleshootingPage page = TroubleshootingPage.load();
        String text = page.section(anchor)
                .orElseThrow(
                        () -> new UsageException("help: there is no command or topic " + anchor + ". Specify one of "
                                + String.join(", ", root.getSubcommands().keySet()) + ", " + EXIT_CODES + ", "
                                + String.join(", ", page.anchors()) + "."));
        result().put("text", text);
        text.lines().forEach(this::say);
    }

    private void usage(CommandLine command) {
        context().out().print(command.getUsageMessage());
        result().put("text", command.getUsageMessage());
    }

    /** Prints all exit codes in order of precedence. */
    private void exitCodes() {
        result().put(
                        "exitCodes",
                        Arrays.stream(ExitCode.values())
                                .map(code -> Map.of("code", code.code(), "meaning", code.meaning()))
                                .toList());
        say("The first code that applies is returned:");
        Arrays.stream(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "%5d  %s", code.code(), code.meaning()))
                .forEach(this::say);
    }
}
