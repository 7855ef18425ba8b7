package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a ledger stands, without a request. */
final class StatusCommandTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(6);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void sendsNoRequestAndChangesNoReport() {
        assertThat(bench.run("plan").code()).isZero();
        String report = bench.text("report.json");
        bench.source.requests().clear();
        bench.target.requests().clear();

        CommandRun status = bench.run("status");

        assertThat(status.code()).isZero();
        assertThat(status.out())
                .contains(
                        "Ledger migration.db: LiveTimer (" + bench.source.url().getAuthority() + ") to Teamwork ("
                                + bench.target.url().getAuthority() + "), 2024-01-01 to 2024-12-31")
                .contains(": 6 entries, 6:00 h")
                .contains("        6  to be sent, 6:00 h\n");
        assertThat(status.lastLine()).isEqualTo("Next: hourbridge apply");
        assertThat(status.err()).isEmpty();
        assertThat(bench.source.requests().all()).isEmpty();
        assertThat(bench.target.requests().all()).isEmpty();
        assertThat(bench.text("report.json")).isEqualTo(report);
    }

    @Test
    void followsAMigrationFromItsPlanToItsUndo() {
        String people = "{ \"25\": \"999\", \"26\": \"1000\" }";
        assertThat(bench.replace(people, "{}").run("plan").code()).isEqualTo(4);
        CommandRun incomplete = bench.run("status");
        assertThat(incomplete.out()).contains("        6  incomplete: a decision is needed");
        assertThat(incomplete.lastLine()).isEqualTo("Next: hourbridge plan");

        bench.replace("people: {}", "people: " + people);
        assertThat(bench.run("plan").code()).isZero();
        bench.target.faults().nth(4, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("apply").code()).isEqualTo(6);
        CommandRun applied = bench.run("status");
        assertThat(applied.out()).contains("        5  created, 5:00 h").contains("        1  rejected, 1:00 h");
        assertThat(applied.lastLine()).isEqualTo("Next: hourbridge verify");

        assertThat(bench.run("verify").code()).isEqualTo(6);
        assertThat(bench.run("status").lastLine()).isEqualTo("Nothing remains to do.");
        assertThat(bench.run("undo", "--yes").code()).isZero();
        assertThat(bench.run("status").lastLine()).startsWith("The entries of this ledger were undone.");
    }

    @Test
    void threeWithoutALedger() {
        CommandRun status = bench.run("status");

        assertThat(status.code()).isEqualTo(3);
        assertThat(status.err()).contains("it does not exist yet; run hourbridge plan first");
    }
}
