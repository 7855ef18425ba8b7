package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {
    private static final int DOZEN = 12;
    private static final Instant FIRST_DAY = Instant.parse("2024-01-01T15:00:00Z");

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(40).withDayEntry(26, "A note of Olive");
        bench.target.seed(3, 200);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void statesWhatWasTriedWhatCameBackAndWhatItMeans() throws IOException {
        CommandRun check = bench.run("check", "--json");

        assertThat(check.code()).as(check.out() + check.err()).isZero();
        JsonNode json = new JsonMapper().readTree(check.out());
        assertThat(json.path("requests").asInt()).isBetween(4, DOZEN - 1);
        assertThat(bench.source.requests().count() + bench.target.requests().count())
                .isEqualTo(json.path("requests").asInt());
        assertThat(json.path("findings"))
                .extracting(finding -> finding.path("side").asText() + " "
                        + finding.path("tried").asText())
                .contains(
                        "both read the configuration",
                        "source list one page",
                        "source compare clocks",
                        "source compare the total of a day",
                        "target list one page",
                        "target find the time zone",
                        "target read paging headers",
                        "target look for rows of other people");
        assertThat(json.path("findings")).allSatisfy(finding -> {
            assertThat(finding.path("result").asText()).isNotBlank();
            assertThat(finding.path("meaning").asText()).isNotBlank();
        });
        assertThat(bench.posts()).isZero();
        assertThat(bench.path("migration.db")).doesNotExist();
    }

    @Test
    void holdsNothingThatABugReportMustNotHold() {
        CommandRun check = bench.run("check");

        assertThat(check.out())
                .doesNotContain("walter", "olive", "Harbour", "Entry ", "A note", "127.0.0.1")
                .doesNotContain(bench.source.password(), bench.target.apiKey());
        assertThat(check.out().lines()).allMatch(line -> line.contains("Meaning: ") || line.endsWith("was written."));
    }

    /** The proxy adds a Date header, which the simulators do not send. */
    @ParameterizedTest
    @CsvSource({"0, ok, the clocks agree", "600, warning, set the clock of this machine"})
    void comparesTheClocksWhereTheServiceStatesItsTime(long seconds, String level, String meaning) throws Exception {
        try (EchoingProxy proxy = new EchoingProxy(bench.target.url())) {
            bench.replace(bench.target.url().toString(), proxy.url());

            CommandRun check = bench.run(new CommandRun().withClockAhead(Duration.ofSeconds(seconds)), "check");

            assertThat(check.code()).as(check.out() + check.err()).isZero();
            assertThat(check.out())
                    .containsPattern("target  " + level + " +compare clocks: the service is \\d+ s (ahead|behind)\\."
                            + " Meaning: " + meaning + "\\.");
        }
    }

    @Test
    void aRejectedCredentialIsThree() {
        bench.replace("${TEAMWORK_API_KEY}", "no-key");

        CommandRun check = bench.run("check");

        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains("target  invalid   send a request: Authentication, HTTP 401. Meaning: the credentials are "
                        + "rejected.");
    }

    @Test
    void aServiceThatDoesNotRespondIsFive() {
        bench.target.close();

        CommandRun check = bench.run("check");

        assertThat(check.code()).isEqualTo(5);
        assertThat(check.out()).contains("source  ok ").contains("target  temporary ");
    }

    @Test
    void aTotalThatDisagreesIsEight() {
        // Each request for a total or for the list after it meets one more entry.
        AtomicBoolean isTotalRead = new AtomicBoolean();
        bench.target
                .faults()
                .always(
                        request -> {
                            isTotalRead.compareAndSet(false, request.path().contains("total"));
                            if (isTotalRead.get()) {
                                bench.target.add(StoredTeamworkEntry.builder(999, 999, FIRST_DAY, 10)
                                        .build());
                            }
                            return false;
                        },
                        Fault.dropped());
        bench.target.add(StoredTeamworkEntry.builder(999, 999, FIRST_DAY, 10).build());

        CommandRun check = bench.run("check");

        assertThat(check.code()).as(check.out()).isEqualTo(8);
        assertThat(check.out()).contains("target  different compare the total of a day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebase", "teamwork", "teampulse", "livetimer"})
    void sendsLessThanADozenRequestsToEveryService(String service) throws IOException {
        try (RouteSide end = RouteSide.start(service)) {
            end.seed(5, 300);
            Path file = directory.resolve("both.yaml");
            String side = "  service: " + service + "\n  " + String.join("\n  ", end.yaml()) + "\n";
            Files.writeString(
                    file, "source:\n" + side + "target:\n" + side + "range: { from: 2024-01-01, to: 2024-12-31 }\n");

            CommandRun check =
                    new CommandRun().with(end.environment()).started("check", "--json", "-c", file.toString());

            assertThat(check.code()).as(check.out() + check.err()).isZero();
            assertThat(new JsonMapper().readTree(check.out()).path("requests").asInt())
                    .isLessThan(DOZEN);
            assertThat(List.of(check.out().split("\"side\""))).hasSizeGreaterThan(DOZEN);
        }
    }
}
