package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress as a person sees it; each look at the clock is a second later here. */
final class ProgressTest {
    private static final Pattern SHARE = Pattern.compile("\\] +(\\d+) %");

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
                .anyMatch(line -> line.matches("reading the source: \\d+"))
                .anyMatch(line -> line.matches("\\d+ %, creating entries: \\d+ of 30, \\d+ s left"))
                .hasSizeLessThan(40);
        assertThat(migrate.err()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void hasNoEscapeCodesWithNoColorOrOnADumbTerminal() {
        for (Map<String, String> variables : List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
            CommandRun plan = bench.run(new CommandRun().with(variables).watched(), "plan");

            assertThat(plan.err()).doesNotContain("\r").doesNotContain("\u001b").contains("reading the source: ");
        }
        CommandRun plan =
                bench.run(new CommandRun().with(Map.of("NO_COLOR", "")).watched(), "plan");
        assertThat(plan.err()).as("an empty NO_COLOR does not count").contains("\u001b[K");
    }

    @Test
    void isOneBarForTheWholeRunOnATerminal() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.err())
                .contains("\r[")
                .containsPattern("\\[#+\\.+\\] +\\d+ %  creating entries: \\d+ of 30, \\d+ s left")
                .containsPattern("\\[#+\\.*\\] +\\d+ %  comparing with the target: ");
        List<Integer> shares = SHARE.matcher(migrate.err())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        assertThat(shares).isSorted().hasSizeGreaterThan(10);
        assertThat(migrate.err().split("[\r\n]"))
                .allSatisfy(line -> assertThat(line.replace("\u001b[K", ""))
                        .satisfiesAnyOf(
                                bar -> assertThat(bar).hasSizeLessThan(80),
                                other -> assertThat(other).doesNotStartWith("[")));
    }

    @Test
    void theTimeLeftDoesNotCountTheTimeOfTheQuestion() {
        for (int day = 0; day < 30; day++) {
            Instant start = Instant.parse("2024-06-02T15:00:00Z").plus(Duration.ofDays(day));
            bench.target.add(StoredTeamworkEntry.builder(999, 1049, start, 45).build());
        }
        bench.replace("existing: stop", "existing: create");

        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.code()).as(migrate.err()).isZero();
        assertThat(migrate.err().substring(migrate.err().indexOf("? [y/N] ")))
                .containsPattern("reading the target: \\d+, \\d+ min( \\d+ s)? left")
                .doesNotContainPattern("reading the target: \\d+, \\d+ h");
    }

    @Test
    void itsLineIsEndedBeforeAnythingElseIsPrinted() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.err())
                .doesNotContainPattern("\u001b\\[K[^\r\n]")
                .contains("\u001b[K\nReport: ")
                .contains("? [y/N] ")
                .doesNotEndWith("\u001b[K");
    }

    @Test
    void namesWhatIsDoneInPlainWords() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.err())
                .contains("reading the source: ")
                .contains("checking one entry of each kind: ")
                .doesNotContainIgnoringCase("canary");
    }

    @Test
    void aThrottleOfACreateIsShownBeforeTheWait() {
        bench.target.faults().nth(9, Requests.method("POST"), Fault.throttled(Duration.ofSeconds(40)));

        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.err()).containsPattern("the target limits the rate of requests: waiting (39|40) s");
    }

    @Test
    void aWaitCountsDown() {
        bench.target.faults().nth(9, Requests.method("POST"), Fault.lostResponse());

        CommandRun watched = bench.run(new CommandRun().watched(), "migrate", "--yes");
        isCountedDown(watched, 20);
        bench.inNewLedger("second").replace("existing: stop", "existing: create");
        bench.target.faults().nth(9, Requests.method("POST"), Fault.lostResponse());
        CommandRun logged = bench.run("migrate", "--yes");
        isCountedDown(logged, 6);
    }

    private static void isCountedDown(CommandRun migrate, int leastLines) {
        List<Integer> left = new ArrayList<>();
        Pattern.compile("waiting (\\d+) s for delayed creates to appear")
                .matcher(migrate.err())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .takeWhile(seconds -> left.isEmpty() || seconds < left.get(left.size() - 1))
                .forEach(left::add);
        assertThat(left).as(migrate.err()).hasSizeGreaterThan(leastLines);
        assertThat(left.get(0)).isBetween(80, 90);
        assertThat(left.get(left.size() - 1)).isLessThan(10);
        assertThat(migrate.err()).doesNotContain("settling").doesNotContain("0 of 90");
    }

    @Test
    void aThrottleIsShownAndCountsDown() {
        bench.source.faults().nth(1, Requests.any(), Fault.throttled(Duration.ofSeconds(30)));

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err())
                .contains("LiveTimer limits the rate of requests: waiting 30 s")
                .containsPattern("LiveTimer limits the rate of requests: waiting 1?\\d s");
    }

    @Test
    void aWaitForAServiceThatFailsIsShown() throws IOException {
        HttpServer failing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        failing.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "40");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        failing.start();
        try {
            bench.replace(
                    bench.source.url().toString(),
                    "http://127.0.0.1:" + failing.getAddress().getPort());

            assertThat(bench.run("list").err()).contains("LiveTimer failed: waiting 40 s");
        } finally {
            failing.stop(0);
        }
    }

    @Test
    void aListShowsThatItIsRead() {
        bench.withEntries(100);

        CommandRun list = bench.run(new CommandRun().watched(), "list");

        assertThat(list.err()).contains("reading the source: 100").endsWith("\n");
        assertThat(list.out()).doesNotContain("reading");
    }

    @Test
    void leavesResultsAlone() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("y\n"), "migrate");

        assertThat(migrate.out()).doesNotContain("\u001b").doesNotContain(" left");
    }
}
