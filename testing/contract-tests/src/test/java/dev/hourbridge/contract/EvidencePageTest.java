package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on evidence counts the rows of the contract table. */
final class EvidencePageTest {
    @ParameterizedTest
    @ValueSource(strings = {"Codebase", "Teamwork", "TeamPulse", "LiveTimer"})
    void countsTheRowsOfTheContractTable(String service) throws IOException {
        String page = Files.readString(page());
        long rows = ContractRow.all().stream()
                .filter(row -> row.vendor().equals(service.toLowerCase(Locale.ROOT)))
                .count();

        assertThat(page)
                .containsPattern(Pattern.compile(
                        "## " + service + "\n\n[^#]*\\| " + rows + " rows of the contract table", Pattern.DOTALL));
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/evidence.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/evidence.md is in no folder above this one");
        }
        return folder.resolve("docs/evidence.md");
    }
}
