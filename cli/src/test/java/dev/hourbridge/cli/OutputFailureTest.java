package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that cannot be written is never exit code 0. */
final class OutputFailureTest {
    private static final String DISK_FULL = "No space left on device";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(3);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan",
                "list",
                "list --format csv",
                "list --format jsonl",
                "list --by person",
                "list --by person --format csv",
                "migrate --yes",
                "plan --help"
            })
    void aFullDiskIsNamedAndExitsWithFive(String line) {
        CommandRun command = onFullDisk(line);

        isDiskFull(command, line);
        assertThat(bench.posts())
                .as("nothing is sent after the plan could not be shown")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "verify", "status", "plan --json", "undo --yes", "undo --yes --help"})
    void aFullDiskIsNamedByStepsOfALedgerToo(String line) {
        assertThat(bench.run("plan").code()).isZero();

        isDiskFull(onFullDisk(line), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "help",
                "help plan",
                "help exit-codes",
                "demo --entries 3",
                "simulate --entries 1"
            })
    void aFullDiskIsNamedByCommandsWithoutAFileToo(String line) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        if (line.startsWith("demo")) {
            arguments.addAll(List.of("--work-dir", bench.path("demo").toString()));
        }

        isDiskFull(new CommandRun().withOutputFailing(DISK_FULL, 0).started(arguments.toArray(String[]::new)), line);
    }

    @Test
    void aDiskThatIsFullHalfwayThroughAListIsNoticed() {
        bench.withEntries(200);

        CommandRun list = bench.run(new CommandRun().withOutputFailing(DISK_FULL, 5_000), "list", "--format", "csv");

        isDiskFull(list, "list");
        assertThat(list.out()).hasSize(5_000);
    }

    @Test
    void aClosedPipeEndsQuietlyWithHundredAndFortyOne() {
        CommandRun list = bench.run(new CommandRun().withOutputFailing("Broken pipe", 10), "list");

        assertThat(list.code()).isEqualTo(141);
        assertThat(list.err()).isEmpty();
    }

    private CommandRun onFullDisk(String line) {
        String[] words = line.split(" ");
        String[] options = new String[words.length - 1];
        System.arraycopy(words, 1, options, 0, options.length);
        return bench.run(new CommandRun().withOutputFailing(DISK_FULL, 0), words[0], options);
    }

    private static void isDiskFull(CommandRun command, String line) {
        assertThat(command.code()).as(line + command.err()).isEqualTo(5);
        assertThat(command.err()).contains("hourbridge: Standard output: no space left on device.");
    }
}
