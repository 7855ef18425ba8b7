package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.demo.SimulatedServices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code docs/getting-started.md} asks a newcomer to do, and compares the output with the page. */
class GettingStartedTest {
    private static final Pattern PROGRAM =
            Pattern.compile("(?s)<!-- program -->\n```java\n(.*?)```.*?```text\n(.*?)```");
    private static final Pattern FILE = Pattern.compile("(?s)<!-- file: (\\S+) -->\n```yaml\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./hourbridge (.* -c .*)$");
    private static final Pattern RESULT = Pattern.compile("(?s).*```text\n(.*?)```");

    @TempDir
    Path directory;

    private final SimulatedServices services = new SimulatedServices(100, 0, Year.of(2024));
    private String page = "";

    @BeforeEach
    void readThePage() throws IOException {
        JsonNode addresses = new JsonMapper().readTree(services.json());
        page = Files.readString(Path.of("..", "docs", "getting-started.md"))
                .replace("http://127.0.0.1:8081", addresses.at("/teamwork/url").asText())
                .replace("http://127.0.0.1:8083", addresses.at("/livetimer/url").asText());
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void theProgramPrintsWhatThePageShows() throws Exception {
        MatchResult program = first(PROGRAM);
        Path source = Files.writeString(directory.resolve("Hours.java"), program.group(1));
        int errors = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-d", directory.toString(), "-proc:none", source.toString());
        assertThat(errors).isZero();

        assertThat(printed()).isEqualToNormalizingNewlines(program.group(2));
    }

    @Test
    void theCommandsMoveTheHours() throws IOException {
        Files.writeString(
                directory.resolve("migration.yaml"),
                here(file("migration.yaml")) + "ledger: " + directory.resolve("migration.db") + "\nreport: "
                        + directory.resolve("report") + "\n");
        List<String> results = new ArrayList<>();
        for (MatchResult command : all(COMMAND)) {
            String arguments = here(command.group(1)).replace("migrate", "migrate --yes");
            CommandRun run = new CommandRun().started(arguments.split(" "));
            assertThat(run.code()).as(arguments + "\n" + run.out() + run.err()).isZero();
            results.add(run.lastLine());
            if (arguments.startsWith("map ")) {
                fillIn();
            }
        }

        assertThat(results).hasSize(3).last().isEqualTo(first(RESULT).group(1).strip());
        assertThat(directory.resolve("mapping.yaml.1")).doesNotExist();
    }

    /** Compares the file that map wrote with the one of the page, which has values in addition, and fills in those. */
    private void fillIn() throws IOException {
        Path mapping = directory.resolve("mapping.yaml");
        String filledIn = file("mapping.yaml");
        assertThat(filledIn.replaceAll("(?m)^( +[^#\\s]+:) [^#\\s]+( +#)", "$1$2"))
                .isEqualTo(Files.readString(mapping));
        Files.writeString(mapping, filledIn);
    }

    private String file(String name) {
        return all(FILE).stream()
                .filter(file -> file.group(1).equals(name))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private List<MatchResult> all(Pattern pattern) {
        return pattern.matcher(page).results().toList();
    }

    private MatchResult first(Pattern pattern) {
        return all(pattern).get(0);
    }

    private String here(String text) {
        return text.replaceAll("(?<![\\w./])(m(?:igration|apping)\\.yaml)", directory + "/$1");
    }

    private String printed() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            classes.loadClass("Hours").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
