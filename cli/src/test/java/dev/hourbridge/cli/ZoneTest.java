package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone of the file, and the zone that the service reports. */
final class ZoneTest {
    private static final String LINE = "  zone: America/New_York\n";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(2);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void anotherZoneThanTheServicesIsAnErrorBeforeTheFirstWrite() {
        bench.replace(LINE, "  zone: Europe/Dublin\n");

        for (String step : new String[] {"plan", "migrate"}) {
            CommandRun run = step.equals("plan") ? bench.run(step) : bench.run(step, "--yes");
            assertThat(run.code()).as(step).isEqualTo(3);
            assertThat(run.err())
                    .contains("migration.yaml:5: target: zone is Europe/Dublin, but the service reports"
                            + " America/New_York for the owner of the credentials")
                    .contains("set zone: America/New_York, omit it, or change it in the user's profile");
        }
        CommandRun check = bench.run("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out())
                .contains(
                        "target  invalid   find the time zone: Europe/Dublin, but the service reports America/New_York.")
                .contains("target  ok        compare the total of a day");
        assertThat(bench.posts()).isZero();
        assertThat(bench.path("migration.db")).doesNotExist();
    }

    @Test
    void theZoneMayBeLeftOutWhereTheServiceReportsIt() {
        bench.replace(LINE, "");

        for (String step : new String[] {"check", "map", "plan", "apply", "verify"}) {
            CommandRun run = bench.run(step);
            assertThat(run.code()).as(step + run.out() + run.err()).isZero();
        }

        assertThat(bench.run("check").out()).contains("find the time zone: America/New_York, per the service.");
        assertThat(bench.run("list", "--side", "target").code()).isZero();
        assertThat(bench.target.entries().get(0).date()).isEqualTo(Instant.parse("2024-01-02T15:00:00Z"));
        assertThat(bench.replace("  credentials: { apiKey", LINE + "  credentials: { apiKey")
                        .run("migrate", "--yes")
                        .code())
                .as("the same zone by name is the same plan")
                .isZero();
    }

    @Test
    void withoutAReportedZoneTheFileGivesIt() {
        bench.withoutReportedZone();
        assertThat(bench.run("plan").code()).isZero();
        CommandRun check = bench.run("check");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("America/New_York, and the service reports none. Meaning: starts");

        bench.replace(LINE, "");

        for (String step : new String[] {"check", "map", "plan", "apply"}) {
            CommandRun run = bench.run(step);
            assertThat(run.code()).as(step).isEqualTo(3);
            assertThat(run.err())
                    .contains("migration.yaml:5: target: zone is missing, and the service does not report it; set "
                            + "zone to the zone that the owner of the credentials has set, such as Europe/Dublin");
        }
    }

    @Test
    void aZoneThatCannotBeReadIsNotComparedAndTheUserIsTold() {
        bench.target.faults().always(ZoneTest::isProfile, Fault.status(500));

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isZero();
        assertThat(plan.err()).contains("The zone of the target was not compared with the zone of the service");
        assertThat(bench.replace(LINE, "").run("plan").code())
                .as("perhaps later")
                .isEqualTo(5);
    }

    @Test
    void anotherNameOfTheSameZoneIsNoDifference() {
        bench.replace(LINE, "  zone: US/Eastern\n");

        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.run("check").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE, ""})
    void aRejectedCredentialIsReportedAsSuchWithAndWithoutAZone(String line) {
        bench.replace(LINE, line).replace("${TEAMWORK_API_KEY}", "no-key");

        for (String step : new String[] {"plan", "map"}) {
            CommandRun run = bench.run(step);
            assertThat(run.code()).as(step).isEqualTo(3);
            assertThat(run.err()).contains("target.credentials: the target does not accept these credentials.");
        }
        CommandRun check = bench.run("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(check.out()).contains("source  ok ").contains("target  invalid   send a request: Authentication");
    }

    @Test
    void aSourceIsComparedToo() throws IOException {
        try (TeamworkSide source = new TeamworkSide();
                LiveTimerSide target = new LiveTimerSide()) {
            Path file = directory.resolve("reverse.yaml");
            Files.writeString(file, """
                    source:
                      service: teamwork
                      %s
                    target:
                      service: livetimer
                      %s
                    range: { from: 2024-01-01, to: 2024-12-31 }
                    ledger: %s
                    report: %s
                    """.formatted(
                            String.join("\n  ", source.yaml()).replaceAll("zone: [\\w/]+", "zone: Asia/Tokyo"),
                            String.join("\n  ", target.yaml()),
                            directory.resolve("reverse.db"),
                            directory.resolve("reverse")));

            CommandRun plan = new CommandRun()
                    .with(source.environment())
                    .with(target.environment())
                    .started("plan", "-c", file.toString());

            assertThat(plan.code()).isEqualTo(3);
            assertThat(plan.err()).contains("source: zone is Asia/Tokyo, but the service reports America/New_York");
        }
    }

    private static boolean isProfile(LoggedRequest request) {
        return request.path().contains("me.json");
    }
}
