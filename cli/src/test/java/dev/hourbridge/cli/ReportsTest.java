package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the three reports say, and what they must not. */
final class ReportsTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void textEndsWithTheSentenceAfterALetterForEachEntry() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();

        List<String> lines = bench.text("report.txt").lines().toList();

        assertThat(lines).filteredOn(line -> line.startsWith("~ ")).hasSize(3);
        assertThat(lines.get(lines.size() - 1)).startsWith("All 3 entries are on the target");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("2024-01").contains("1049"));
    }

    @Test
    void jsonCarriesTheSameForMachines() throws Exception {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();

        JsonNode report = new JsonMapper().readTree(bench.text("report.json"));

        assertThat(report.at("/step").asText()).isEqualTo("verify");
        assertThat(report.at("/plan/entries").asInt()).isEqualTo(3);
        assertThat(report.at("/verify/outcome").asText()).isEqualTo("done");
        assertThat(report.at("/verify/targetSeconds").asInt()).isEqualTo(3 * 3600);
        assertThat(report.at("/entries").size()).isEqualTo(3);
        assertThat(report.at("/entries/0/state").asText()).isEqualTo("verified");
        assertThat(report.at("/entries/0/note").asText()).isEqualTo("Entry 0");
    }

    @Test
    void rejectsComeWithTheServicesOwnWords() {
        assertThat(bench.withEntries(6).run("plan").code()).isZero();
        bench.target.faults().nth(6, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);

        assertThat(bench.text("report.txt"))
                .contains("rejected")
                .contains("because: ")
                .contains("422");
    }

    @Test
    void noSecretIsInAnyFileOrOutput() throws Exception {
        String password = bench.source.password();
        String key = bench.target.apiKey();
        bench.withEntries(3).target.faults().nth(2, Requests.method("POST"), Fault.status(422));
        CommandRun migrate = bench.run("migrate", "--debug");
        bench.source.faults().always(Requests.any(), Fault.status(500));
        CommandRun list = bench.run("list", "--debug");
        bench.source.faults().clear();
        CommandRun refused =
                bench.replace("${LIVETIMER_PASSWORD}", "planted-4711").run("plan", "--debug");

        String label = migrate.out() + migrate.err() + list.out() + list.err() + refused.out() + refused.err();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".yaml")).toList()) {
                label += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
        }

        for (String secret : List.of(password, key, "planted-4711")) {
            assertThat(label)
                    .doesNotContain(secret)
                    .doesNotContain(basic("walter", secret))
                    .doesNotContain(basic(secret, "x"));
        }
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
