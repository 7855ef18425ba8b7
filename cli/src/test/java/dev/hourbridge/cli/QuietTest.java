package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code -q} a scheduled job prints nothing as long as all is well. */
final class QuietTest {
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
    void printsNothingWhereTheExitCodeIsZero() {
        for (String step : new String[] {"plan", "apply", "verify"}) {
            CommandRun run = bench.run(step, "-q");

            assertThat(run.code()).isZero();
            assertThat(run.out() + run.err()).as(step).isEmpty();
        }
        CommandRun undo = bench.run(new CommandRun().watched(), "undo", "--quiet", "--yes");
        assertThat(undo.out() + undo.err()).isEmpty();
        assertThat(bench.text("report.txt")).contains("Undo: 30 entries deleted");
    }

    @Test
    void printsTheSummaryAndTheNotesWhereItIsNot() {
        CommandRun plan =
                bench.replace("{ \"25\": \"999\", \"26\": \"1000\" }", "{}").run("plan", "-q");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("Decision needed: person 25");
        assertThat(plan.err())
                .contains("Report: ")
                .contains("The mapping to fill in is in")
                .doesNotContain("reading the source");
    }

    @Test
    void printsErrorsWithWhatWasPrintedBefore() {
        bench.replace("${LIVETIMER_PASSWORD}", "wrong");

        CommandRun plan = bench.run("plan", "-q");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err())
                .contains("migration.yaml contains a secret")
                .contains("hourbridge: migration.yaml:4: source.credentials")
                .doesNotContain("reading");
    }

    @Test
    void asksAllTheSame() {
        CommandRun migrate = bench.run(new CommandRun().onTerminal("no\n"), "migrate", "-q");

        assertThat(migrate.code()).isEqualTo(130);
        assertThat(migrate.err()).contains("Create 30 entries (30:00 h)");
        assertThat(migrate.out()).contains("30 entries in the range");
    }

    @Test
    void listsAreTheirOwnPurpose() {
        assertThat(bench.run("list", "-q").lastLine()).startsWith("30 entries");
        assertThat(bench.run("plan", "-q").code()).isZero();
        assertThat(bench.run("status", "-q").out()).contains("Next: hourbridge apply");
        assertThat(new CommandRun().started("help", "-q", "exit-codes").out()).contains("130");
    }
}
