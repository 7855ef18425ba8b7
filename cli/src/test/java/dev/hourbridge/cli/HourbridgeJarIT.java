package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a user runs it. */
@Tag("packaged")
final class HourbridgeJarIT {
    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path directory;

    @Test
    void saysItsVersion() throws Exception {
        assertThat(output("--version")).isEqualToIgnoringNewLines("hourbridge 0.1.0-SNAPSHOT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void saysItsVersionWithoutLoadingALibrary(String option) throws Exception {
        String loaded = label(JarProcess.with(List.of("-Xlog:class+load"), option));

        assertThat(loaded)
                .contains("dev.hourbridge.cli.Main", "hourbridge 0.1.0")
                .doesNotContain("picocli")
                .doesNotContain("okhttp3")
                .doesNotContain("jackson")
                .doesNotContain("org.sqlite");
    }

    @Test
    void runsTheDemoWithoutAWarning() throws Exception {
        String label = output("demo", "--entries", "60", "--work-dir", directory.toString());

        assertThat(label.lines().toList())
                .last()
                .asString()
                .startsWith("60 of 60 entries arrived with 61 POSTs, despite 1 lost response and 1 throttled "
                        + "request: 0 lost, 0"
                        + " duplicates");
        assertThat(label).doesNotContainIgnoringCase("warning").doesNotContain("SLF4J");
        assertThat(directory.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void simulatesUntilItIsInterrupted() throws Exception {
        Process simulate = JarProcess.of("simulate", "--entries", "5").start(Map.of(), Redirect.PIPE);
        try (BufferedReader lines = simulate.inputReader(StandardCharsets.UTF_8)) {
            JsonNode services = new JsonMapper().readTree(lines.readLine());

            assertThat(services.fieldNames())
                    .toIterable()
                    .containsExactly("codebase", "teamwork", "teampulse", "livetimer");
            assertThat(services.at("/livetimer/url").asText()).startsWith("http://127.0.0.1:");
            assertThat(services.at("/teamwork/credentials/apiKey").asText()).isNotEmpty();

            assumeTrue(takesInterrupts(simulate), "this build runs where SIGINT is ignored, as behind nohup");
            interrupt(simulate);
            assertThat(simulate.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(simulate.exitValue()).isEqualTo(130);
        } finally {
            simulate.destroyForcibly();
        }
    }

    /** A process that was started with SIGINT ignored, as from a script's background, passes that on. */
    static boolean takesInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        }
    }

    /** As Ctrl-C does; a Java process can send no SIGINT by itself. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static String output(String... arguments) throws Exception {
        return label(JarProcess.of(arguments));
    }

    private static String label(JarProcess command) throws Exception {
        Process process = command.start(Map.of(), Redirect.PIPE);
        try {
            String label = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(label).isZero();
            return label;
        } finally {
            process.destroyForcibly();
        }
    }
}
