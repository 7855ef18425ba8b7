package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes that come of the ledger: where it is, whose it is, and what became of it. */
final class LedgerExitCodeTest {
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
    void threeWithoutALedgerAndNoneIsMade() {
        assertThat(bench.run("apply").code()).isEqualTo(3);
        assertThat(bench.run("verify").code()).isEqualTo(3);
        assertThat(bench.run("undo", "--yes").err()).contains("run hourbridge plan first");

        assertThat(bench.path("migration.db")).doesNotExist();
    }

    @Test
    void fourIsMendedByPlanningAgainInTheSameLedger() {
        String people = "{ \"25\": \"999\", \"26\": \"1000\" }";
        assertThat(bench.withEntries(3)
                        .replace(people, "{}")
                        .run("migrate", "--yes")
                        .code())
                .isEqualTo(4);

        CommandRun migrate = bench.replace("people: {}", "people: " + people).run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.err()).isZero();
    }

    @Test
    void eightForALedgerThatWasUndone() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        assertThat(bench.run("undo", "--yes").code()).isZero();

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).isEqualTo(8);
        assertThat(apply.out() + apply.err()).contains("Undone entries of the plan are not sent again: 3.");
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void threeForALedgerInADirectoryThatIsNotThere() {
        bench.replace("migration.db", "missing/migration.db");

        CommandRun plan = bench.withEntries(1).run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("ledger: its directory does not exist; create it");
    }

    @Test
    void twelveForALedgerOfOtherServices() {
        assertThat(bench.withEntries(2).run("plan").code()).isZero();

        try (LiveTimerSimulator other = LiveTimerSimulator.start()) {
            bench.replace(bench.source.url().toString(), other.url().toString());
            assertThat(bench.run("apply").code()).isEqualTo(12);
        }
    }

    @Test
    void twelveForAMappingThatIsNotThePlans() {
        assertThat(bench.withEntries(2).run("plan").code()).isZero();

        assertThat(bench.replace("\"29\": \"1049\"", "\"29\": \"999\"")
                        .run("apply")
                        .code())
                .isEqualTo(12);
        assertThat(bench.posts()).isZero();
    }

    @Test
    void twelveForALedgerThatIsOlderThanTheTarget() throws IOException {
        assertThat(bench.withEntries(4).run("plan").code()).isZero();
        bench.target.faults().nth(3, Requests.method("POST"), Fault.status(403));
        assertThat(bench.run("apply").code()).isEqualTo(3);
        Path copy = bench.path("copy.db");
        Files.copy(bench.path("migration.db"), copy);
        assertThat(bench.run("apply").code()).isZero();

        Files.move(copy, bench.path("migration.db"), StandardCopyOption.REPLACE_EXISTING);
        long posts = bench.posts();

        CommandRun apply = bench.run("apply");
        assertThat(apply.code()).isEqualTo(12);
        assertThat(apply.err())
                .contains("is an older copy")
                .contains("last used as " + bench.path("migration.db"))
                .contains("policy.existing to adopt");
        assertThat(bench.run("status").code()).isEqualTo(12);
        assertThat(bench.posts()).isEqualTo(posts);
    }

    @Test
    void thirteenForADamagedLedger() throws IOException {
        Files.writeString(bench.path("migration.db"), "This is no database, and never was one.\n".repeat(200));

        CommandRun apply = bench.run("apply");
        assertThat(apply.code()).isEqualTo(13);
        assertThat(apply.err())
                .contains("The ledger " + bench.path("migration.db") + " is damaged")
                .contains("set policy.existing to adopt");
        assertThat(bench.run("plan").code()).isEqualTo(13);
    }

    @Test
    void aLedgerDamagedHalfwayIsGoneOnFromInANewOne() throws IOException {
        assertThat(bench.withEntries(6).run("plan").code()).isZero();
        bench.target.faults().nth(4, Requests.method("POST"), Fault.status(403));
        assertThat(bench.run("apply").code()).isEqualTo(3);
        int sent = bench.target.entries().size();
        assertThat(sent).isBetween(3, 5);
        Files.writeString(bench.path("migration.db"), "This is no database, and never was one.\n".repeat(200));
        assertThat(bench.run("apply").code()).isEqualTo(13);

        bench.inNewLedger("second").replace("existing: stop", "existing: adopt");
        assertThat(bench.run("plan").out()).contains("Already on the target: " + sent + " entries equal to planned");
        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.err() + migrate.out()).isZero();
        assertThat(bench.target.entries()).as("none lost, none doubled").hasSize(6);
        Evidence.of(Area.MIGRATION, "A ledger damaged halfway")
                .tried("the ledger is overwritten after some POSTs; a new one is planned with existing rows adopted")
                .result("the damaged one is rejected with code 13; the rest is sent, none lost, none duplicated")
                .count(1);
    }

    @Test
    void fiveForALedgerThatIsOpenElsewhereNamingIt() {
        assertThat(bench.withEntries(2).run("plan").code()).isZero();
        try (TimeTracker source = source();
                TimeTracker target = target();
                Migration other = Migration.builder()
                        .source(source)
                        .target(target)
                        .range(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))
                        .ledger(bench.path("migration.db"))
                        .stateDirectory(bench.path("state"))
                        .build()) {
            assertThat(other.recordedPlan()).isPresent();

            CommandRun apply = bench.run("apply");

            assertThat(apply.code()).isEqualTo(5);
            assertThat(apply.err())
                    .contains("The ledger " + bench.path("migration.db") + " is in use by another process");
        }
    }

    private TimeTracker source() {
        return LiveTimerClient.builder()
                .baseUrl(bench.source.url().toString())
                .login("walter", bench.source.password())
                .build();
    }

    private TimeTracker target() {
        return TeamworkClient.builder()
                .baseUrl(bench.target.url().toString())
                .apiKey(bench.target.apiKey())
                .zone(bench.target.zone())
                .build();
    }
}
