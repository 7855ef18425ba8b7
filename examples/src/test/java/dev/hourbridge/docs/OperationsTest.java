package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of operations in {@code docs/clients.md} has exactly the operations of each client. */
class OperationsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME =
            Pattern.compile("[\"`]((?:list|get|create|update|delete|summarize)[A-Z]\\w+)[\"`]");

    @ParameterizedTest
    @ValueSource(strings = {"Codebase", "Teamwork", "TeamPulse", "LiveTimer"})
    void areDocumentedForEachClient(String client) throws IOException {
        String row = Files.readAllLines(ROOT.resolve("docs/clients.md")).stream()
                .filter(line -> line.startsWith("| " + client + " | "))
                .collect(Collectors.joining());
        Set<String> inSources = new TreeSet<>();
        Path sources = ROOT.resolve(client.toLowerCase(Locale.ROOT) + "-client/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                inSources.addAll(names(Files.readString(file)));
            }
        }
        assertThat(names(row)).isNotEmpty().isEqualTo(inSources);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
