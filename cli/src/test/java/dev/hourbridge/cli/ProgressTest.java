package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress as a person sees it; each look at the clock is a second later here. */
final class ProgressTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(30);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void isALineEveryFewSecondsWhereThereIsNoTerminal() {
        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.err().lines())
                .anyMatch(line -> line.matches("reading source \\d+"))
                .anyMatch(line -> line.matches("writing \\d+ of 30, \\d+ s left"))
                .hasSizeLessThan(40);
        assertThat(migrate.err()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void saysWhatIsWaitedForWhileItWaits() {
        bench.target.faults().nth(9, Requests.method("POST"), Fault.lostAnswer());

        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.err())
                .containsPattern("waiting for late creates to show on the target, \\d+ of \\d+ s")
                .doesNotContain("settling");
    }

    @Test
    void isABarOnATerminalAndIsTakenAwayAtTheEnd() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.err())
                .contains("\r\u001b[K[####")
                .containsPattern("\\] writing \\d+ of 30, \\d+ s left")
                .endsWith("\r\u001b[K");
    }

    @Test
    void leavesResultsAlone() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.out()).doesNotContain("\u001b").doesNotContain(" left");
    }
}
