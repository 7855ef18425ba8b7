package dev.hourbridge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.service.Services;
import dev.hourbridge.migration.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads every file that {@code docs/configuration.md} and {@code docs/mapping.md} show, and compares the table of keys with
 * the schema. {@code -Dhourbridge.keys=write} writes the table.
 */
class ConfigurationGuideTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("configuration.md");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final String BEGIN = "<!-- keys: made by a test -->\n";
    private static final String END = "<!-- keys: end -->";

    static List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path page : List.of(PAGE, DOCS.resolve("archive.md"), DOCS.resolve("mapping.md"))) {
            YAML.matcher(Files.readString(page)).results().forEach(found -> files.add(found.group(1)));
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAFileThatTheCommandTakes(String yaml, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("migration.yaml"), yaml);
        Configuration configuration = ConfigurationFile.read(file, Services.ALL, name -> "value-of-" + name);
        ServiceConfiguration source = configuration.source();
        assertThat(source.find(ServiceBinding.URL).isPresent())
                .isEqualTo(!List.of("codebase", "archive")
                        .contains(source.service().word()));
    }

    @Test
    void theFileOfAllKeysShowsTheDefaults(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("migration.yaml"), files().get(0));
        Configuration shown = ConfigurationFile.read(file, Services.ALL, name -> "value-of-" + name);
        Path bare = Files.writeString(directory.resolve("bare.yaml"), "range: { from: 2024-01-01, to: 2024-01-01 }\n");
        Configuration byDefault = ConfigurationFile.read(bare, Services.ALL, name -> null);
        assertThat(shown.policy()).isEqualTo(byDefault.policy()).isEqualTo(Policy.ofDefaults());
        assertThat(shown.ledger()).isEqualTo(byDefault.ledger());
        assertThat(shown.report()).isEqualTo(byDefault.report());
        assertThat(shown.target().allowInsecureHttp()).isFalse();
    }

    @Test
    void theTableHasTheKeysOfTheSchema() throws IOException {
        String table = KeyTable.of(new JsonMapper().valueToTree(ConfigurationSchema.of(Services.ALL)));
        String page = Files.readString(PAGE);
        String expected =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("hourbridge.keys"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }
}
