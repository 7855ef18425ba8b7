package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command with a standard output that the system does not let it write to. */
@Tag("packaged")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutputFailureIT {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path directory;

    @Test
    void aFullDiskIsNamedAndExitsWithFive() throws Exception {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here");
        try (Bench bench = new Bench(directory).withEntries(100)) {
            assertThat(bench.run("list").code()).isZero();
            for (List<String> arguments : List.of(
                    List.of("list", "-c", bench.path("migration.yaml").toString(), "--format", "csv"),
                    List.of("plan", "-c", bench.path("migration.yaml").toString()),
                    List.of("--version"),
                    List.of("undo", "--help"))) {
                Process process = start(bench, arguments, Redirect.to(FULL.toFile()));
                String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(process.waitFor()).as(arguments + ": " + errors).isEqualTo(5);
                assertThat(errors).contains("Standard output: no space left on device.");
            }
        }
    }

    @Test
    void aClosedPipeEndsQuietlyWithHundredAndFortyOne() throws Exception {
        try (Bench bench = new Bench(directory).withEntries(300)) {
            assertThat(bench.run("list").code()).isZero();
            List<String> list =
                    List.of("list", "-c", bench.path("migration.yaml").toString());
            Process process = start(bench, list, Redirect.PIPE);
            process.getInputStream().close();
            String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(errors).isEqualTo(141);
            assertThat(errors).isEmpty();
        }
    }

    private static Process start(Bench bench, List<String> arguments, Redirect output) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("hourbridge.jar")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output);
        builder.environment().putAll(bench.environment());
        return builder.start();
    }
}
