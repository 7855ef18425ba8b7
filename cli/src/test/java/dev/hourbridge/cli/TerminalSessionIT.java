package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.cli.TerminalSession.Ended;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A migration on a real terminal: what a person sees, and Ctrl-C. */
@Tag("packaged")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TerminalSessionIT {
    private static final int ENTRIES = 24;
    private static final int PARALLEL = 4;

    /** A create after those that are sent first, one at a time. */
    private static final int FIRST = 16;

    private static final long POLL_NANOS = 2_000_000;
    private static final Pattern BAR =
            Pattern.compile("\\[#*\\.*]( +\\d+ %)? +[a-z ]+(: \\d+( of \\d+)?(, \\d+ s left)?)?|"
                    + "\\[#*\\.*] +\\d+ % +waiting \\d+ s for delayed creates to appear");
    private static final Pattern SHARE = Pattern.compile("\\] +(\\d+) %");
    private static final Pattern WAIT = Pattern.compile("waiting (\\d+) s for delayed creates to appear");

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() throws InterruptedException {
        TerminalSession.assumeAvailable();
        bench = new Bench(directory)
                .withEntries(ENTRIES)
                .replace("existing: stop", "existing: stop\n  parallel: 4\n  settle: 8s\n  requestTimeout: 4s");
        assertThat(bench.run("plan").code()).isZero();
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    private static List<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private String migrate() {
        return TerminalSession.command("migrate", bench.path("migration.yaml"));
    }

    @Test
    void showsOneBarACountdownAndResultsOnLinesOfTheirOwn() throws Exception {
        bench.target.faults().nth(9, Requests.method("POST"), Fault.lostResponse());

        Ended migrate =
                new TerminalSession(bench.environment()).typing("[y/N] ", "y\n").run(migrate());

        assertThat(migrate.code()).as(migrate.screen()).isZero();
        assertThat(numbers(SHARE, migrate.screen())).isSorted().hasSizeGreaterThan(5);
        List<Integer> left = numbers(WAIT, migrate.screen()).stream().distinct().toList();
        assertThat(left).hasSizeGreaterThan(3).isSortedAccordingTo((one, other) -> other - one);
        assertThat(migrate.lines())
                .as(migrate.screen())
                .anyMatch(line -> line.matches("Apply: 24 POSTs in this run\\. Entries: 23 created, 1 found .*"))
                .anyMatch(line -> line.startsWith("All 24 entries are on the target"))
                .anyMatch(line -> line.startsWith("Report: "))
                .filteredOn(line -> line.startsWith("["))
                .as("a bar has its line for itself")
                .isNotEmpty()
                .allMatch(line -> BAR.matcher(line).matches());
        assertThat(bench.target.entries()).hasSize(ENTRIES);
    }

    @ParameterizedTest
    @CsvSource({"NO_COLOR, 1", "TERM, dumb"})
    void hasNoEscapeCodesWhereThereShouldBeNone(String variable, String value) throws Exception {
        Map<String, String> environment = new HashMap<>(bench.environment());
        environment.put(variable, value);
        bench.target.faults().nth(9, Requests.method("POST"), Fault.lostResponse());

        Ended migrate = new TerminalSession(environment).typing("[y/N] ", "y\n").run(migrate());

        assertThat(migrate.code()).as(migrate.screen()).isZero();
        assertThat(migrate.screen()).doesNotContain("\u001b").containsPattern(WAIT);
        assertThat(migrate.screen().replace("\r\n", "\n")).doesNotContain("\r");
    }

    @Test
    void ctrlCWithFourCreatesInFlightLeavesNoDoubtBehind() throws Exception {
        // Longer than a busy machine needs between a create and the release of its response.
        bench.replace("settle: 8s", "settle: 1h").replace("requestTimeout: 4s", "requestTimeout: 2m");
        for (int post = FIRST; post < FIRST + PARALLEL; post++) {
            bench.target.faults().nth(post, Requests.method("POST"), Fault.held());
        }
        TerminalSession session = new TerminalSession(bench.environment())
                .typing("[y/N] ", "y\n")
                .doing(
                        "Waiting for responses",
                        () -> bench.target.faults().clear().release());
        Thread user = new Thread(() -> {
            while (bench.target.faults().fired() < PARALLEL) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            session.type(String.valueOf(TerminalSession.CTRL_C));
        });
        user.start();

        Ended interrupted = session.run(migrate());
        user.join();

        assertThat(interrupted.code()).as(interrupted.screen()).isEqualTo(130);
        CommandRun status = bench.run("status");
        assertThat(status.out()).contains("created").doesNotContain("in doubt");
        // With a settle time of an hour, a doubt would keep it for as long.
        Ended again =
                new TerminalSession(bench.environment()).typing("[y/N] ", "y\n").run(migrate());
        assertThat(again.code()).as(again.screen()).isZero();
        assertThat(bench.posts()).isEqualTo(ENTRIES);
        assertThat(bench.target.entries()).hasSize(ENTRIES);
    }
}
