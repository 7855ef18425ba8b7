package dev.hourbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes a completion script for fish from the model of the command, because picocli does not support fish.
 *
 * <p>The script has one line for each option of each subcommand, with its first sentence as the description:
 *
 * <pre>{@code
 * complete -c hourbridge -n '__fish_seen_subcommand_from plan' -l config -s c -r -F -d 'The configuration file.'
 * }</pre>
 */
final class FishCompletion {
    private FishCompletion() {}

    /** Returns the script, with one line per option. */
    static String of(CommandLine root) {
        String name = root.getCommandName();
        List<String> lines = new ArrayList<>();
        lines.add("complete -c " + name + " -f");
        for (Map.Entry<String, CommandLine> each : root.getSubcommands().entrySet()) {
            CommandLine command = each.getValue();
            lines.add("complete -c " + name + " -n __fish_use_subcommand -a " + each.getKey() + " -d "
                    + quoted(firstSentence(
                            command.getCommandSpec().usageMessage().description())));
            String condition = "complete -c " + name + " -n " + quoted("__fish_seen_subcommand_from " + each.getKey());
            command.getCommandSpec().options().forEach(option -> lines.add(condition + option(option)));
            for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
                if (parameter.type().isEnum()) {
                    lines.add(condition + " -a " + quoted(words(parameter)));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the names of an option and its possible values: constants, a file, or any text. */
    private static String option(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(each -> each.startsWith("--") ? " -l " + each.substring(2) : " -s " + each.substring(1))
                .collect(Collectors.joining());
        String value = "";
        if (option.arity().max() > 0) {
            value = option.type().isEnum()
                    ? " -x -a " + quoted(words(option))
                    : option.type() == Path.class ? " -r -F" : " -x";
        }
        return names + value + " -d " + quoted(firstSentence(option.description()));
    }

    private static String words(ArgSpec argument) {
        return Arrays.stream(argument.type().getEnumConstants())
                .map(each -> each.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Returns the text up to its first full stop, inclusive. */
    private static String firstSentence(String[] description) {
        String text = String.join(" ", description);
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
