package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while four creates are on their way: the packaged command waits for their responses. */
@Tag("packaged")
final class InterruptedProcessIT {
    private static final int ENTRIES = 24;
    private static final int PARALLEL = 4;

    /** A create after those that are sent first, one at a time. */
    private static final int FIRST = 16;

    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory)
                .withEntries(ENTRIES)
                .replace("existing: stop", "existing: stop\n  parallel: " + PARALLEL + "\n  settle: 1h");
        assertThat(bench.run("plan").code()).isZero();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void leavesNoDoubtBehind() throws Exception {
        Process apply = interrupted();
        try (BufferedReader output = apply.inputReader(StandardCharsets.UTF_8)) {
            awaitLine(output, "Waiting for responses");
            bench.target.faults().clear().release();

            assertThat(apply.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(apply.exitValue()).isEqualTo(130);
        } finally {
            apply.destroyForcibly();
        }
        assertThat(states())
                .isEqualTo(Map.of("created", FIRST - 1 + PARALLEL, "planned", ENTRIES - FIRST + 1 - PARALLEL));
        // With a settle time of an hour, a doubt would keep it for as long; it is run with the real clock.
        Process again = apply();
        assertThat(again.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).isZero();
        assertThat(bench.posts()).isEqualTo(ENTRIES);
        assertThat(bench.target.entries()).hasSize(ENTRIES);
    }

    @Test
    void aSecondOneEndsItAtOnce() throws Exception {
        Process apply = interrupted();
        try (BufferedReader output = apply.inputReader(StandardCharsets.UTF_8)) {
            awaitLine(output, "Waiting for responses");

            interrupt(apply);

            assertThat(apply.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(apply.exitValue()).isEqualTo(130);
        } finally {
            apply.destroyForcibly();
            bench.target.faults().clear().release();
        }
        assertThat(states()).containsEntry("created", FIRST - 1);
    }

    /** Starts an apply whose last four creates are held, and interrupts it then. */
    private Process interrupted() throws Exception {
        for (int post = FIRST; post < FIRST + PARALLEL; post++) {
            bench.target.faults().nth(post, Requests.method("POST"), Fault.held());
        }
        Process apply = apply();
        assumeTrue(HourbridgeJarIT.takesInterrupts(apply), "this build runs where SIGINT is ignored");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (bench.target.faults().fired() < PARALLEL) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(apply.waitFor(2, TimeUnit.MILLISECONDS)).isFalse();
        }
        interrupt(apply);
        return apply;
    }

    private Process apply() throws IOException {
        return JarProcess.of("apply", "-c", bench.path("migration.yaml").toString())
                .start(bench.environment(), Redirect.PIPE);
    }

    private static void interrupt(Process process) throws Exception {
        HourbridgeJarIT.interrupt(process);
    }

    private static void awaitLine(BufferedReader output, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("It ended without that: " + read);
    }

    private Map<String, Integer> states() throws IOException {
        Map<String, Integer> states = new TreeMap<>();
        new ObjectMapper()
                .readTree(bench.run("status", "--json").out())
                .path("states")
                .properties()
                .forEach(state -> states.put(
                        state.getKey(), state.getValue().path("entries").asInt()));
        return states;
    }
}
