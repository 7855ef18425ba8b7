package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each command line that a page shows in a block has a command and options that the command knows. */
class CommandsInPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Set<String> LANGUAGES = Set.of("sh", "console", "ini", "");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?<![\\w-])(?:\\./|/usr/local/bin/)?hourbridge ([a-z]+)((?: +[^#&|>\\s]\\S*)*)");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--?[a-z][\\w-]*");

    @Test
    void areKnownToTheCommand() throws IOException {
        Map<String, Set<String>> options = shown();

        assertThat(options).containsKeys("check", "map", "migrate", "undo", "archive", "simulate");
        options.forEach((command, used) -> {
            CommandRun help = new CommandRun().started(command, "--help");
            assertThat(help.code()).as(command).isZero();
            List<String> words = List.of(help.out().split("[^\\w-]+"));
            assertThat(words).as("hourbridge %s --help", command).containsAll(used);
        });
    }

    /** The options of each command in all pages. */
    private static Map<String, Set<String>> shown() throws IOException {
        Map<String, Set<String>> options = new TreeMap<>();
        for (Path page : pages()) {
            BLOCK.matcher(Files.readString(page))
                    .results()
                    .filter(block -> LANGUAGES.contains(block.group(1)))
                    .flatMap(block -> COMMAND.matcher(block.group(2)).results())
                    .forEach(command -> OPTION.matcher(command.group(2))
                            .results()
                            .forEach(option -> options.computeIfAbsent(command.group(1), any -> new TreeSet<>())
                                    .add(option.group())));
        }
        return options;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }
}
