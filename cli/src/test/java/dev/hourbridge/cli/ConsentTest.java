package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is created or deleted without the user's consent: {@code --yes}, or a yes typed at a terminal in time. */
final class ConsentTest {
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

    @Test
    void undoWithoutATerminalExitsWithTwoAndDeletesNothing() {
        migrate();

        CommandRun undo = bench.run("undo");

        assertThat(undo.code()).isEqualTo(2);
        assertThat(undo.err()).contains("standard input is not a terminal").contains("--yes");
        assertThat(bench.target.entries()).hasSize(3);
        assertThat(bench.run("undo", "--yes").code()).isZero();
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void migrateWithoutATerminalExitsWithTwoAndLeavesNoTrace() {
        CommandRun migrate = bench.run("migrate");

        assertThat(migrate.code()).isEqualTo(2);
        assertThat(migrate.err()).contains("standard input is not a terminal").contains("--yes");
        assertThat(bench.target.requests().all()).isEmpty();
        assertThat(bench.source.requests().all()).isEmpty();
        assertThat(bench.path("migration.db")).doesNotExist();
        assertThat(bench.path("report.txt")).doesNotExist();
    }

    @Test
    void aYesThatIsPipedInDoesNotCount() {
        migrate();

        assertThat(bench.run(new CommandRun().piped("yes\n"), "undo").code()).isEqualTo(2);
        assertThat(bench.target.entries()).hasSize(3);
        assertThat(bench.inNewLedger("second")
                        .replace("existing: stop", "existing: create")
                        .run(new CommandRun().piped("yes\n"), "migrate")
                        .code())
                .isEqualTo(2);
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void theQuestionsNameCountHoursHostAndAccount() {
        String host = bench.target.url().getAuthority();

        assertThat(bench.run(new CommandRun().onTerminal("y\n"), "migrate").err())
                .contains("Create 3 entries (3:00 h) on Teamwork at " + host + ", account " + host + "? [y/N] ");
        assertThat(bench.run(new CommandRun().onTerminal("y\n"), "undo").err())
                .contains("Delete 3 entries (3:00 h) from Teamwork at " + host + ", account " + host + "? [y/N] ");
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void adoptedRowsAreNotCountedAsDeleted() {
        migrate();
        bench.inNewLedger("second").replace("existing: stop", "existing: adopt");
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        CommandRun undo = bench.run(new CommandRun().onTerminal("no\n"), "undo");

        assertThat(undo.err()).doesNotContain("Delete ");
        assertThat(undo.out()).contains("3 adopted and not deleted");
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void aQuestionWithAdoptionCountsTheEntriesWithoutARow() {
        migrate();
        bench.inNewLedger("second").replace("existing: stop", "existing: adopt").withDayEntry(25, "New");

        assertThat(bench.run(new CommandRun().onTerminal("no\n"), "migrate").err())
                .contains("Create 1 entry (1:30 h) on Teamwork");
    }

    @Test
    void noMeansHundredAndThirtyAndNothingIsSentOrDeleted() {
        CommandRun no = bench.run(new CommandRun().onTerminal("no\n"), "migrate");
        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err()).contains("Nothing was sent.");
        assertThat(bench.posts()).isZero();

        migrate();
        CommandRun undo = bench.run(new CommandRun().onTerminal("nyes\n"), "undo");
        assertThat(undo.code()).isEqualTo(130);
        assertThat(undo.err()).contains("Nothing was deleted.");
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void endOfInputMeansNo() {
        migrate();

        assertThat(bench.run(new CommandRun().onTerminal(""), "undo").code()).isEqualTo(130);
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void noResponseWithinTenMinutesMeansNo() {
        migrate();

        CommandRun undo = bench.run(new CommandRun().onSilentTerminal(), "undo");

        assertThat(undo.code()).isEqualTo(130);
        assertThat(undo.err()).contains("No response within 10 minutes.").contains("Nothing was deleted.");
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void aYesAfterFourMinutesCounts() {
        assertThat(bench.run(new CommandRun().onSlowTerminal("yes\n", 4), "migrate")
                        .code())
                .isZero();
    }

    @Test
    void anInterruptEndsTheQuestion() {
        migrate();

        CommandRun undo = bench.run(new CommandRun().onInterruptedTerminal(), "undo");

        assertThat(undo.code()).isEqualTo(130);
        assertThat(undo.err()).contains("Interrupted");
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void migrateAsksAgainForWhatIsLeftAndNotWhenNothingIs() {
        bench.target.faults().nth(2, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);
        assertThat(bench.run("plan").code()).isZero();

        CommandRun rest = bench.run(new CommandRun().onTerminal("y\n"), "migrate");
        assertThat(rest.err()).contains("Create 1 entry (1:00 h) on");
        assertThat(rest.code()).isZero();

        CommandRun nothing = bench.run(new CommandRun().onTerminal("no\n"), "migrate");
        assertThat(nothing.err()).doesNotContain("[y/N]");
        assertThat(nothing.code()).isZero();
    }

    @Test
    void aDryRunDeletesNothingAndListsWhatWouldBeRetained() {
        migrate();
        String report = bench.text("report.txt");
        bench.target.faults().always(Requests.method("DELETE"), Fault.status(500));

        CommandRun all = bench.run("undo", "--dry-run");
        assertThat(all.code()).isZero();
        assertThat(all.out())
                .isEqualTo("Undo would delete 3 entries and retain 0; 0 deleted earlier, 0 adopted and not deleted."
                        + " Nothing was deleted.\n");

        try (TeamworkClient client = bench.targetClient()) {
            client.update(
                    TimeEntryId.of(
                            client.account(),
                            Long.toString(bench.target.entries().get(1).id())),
                    TimeEntryUpdate.builder().note("Corrected").build());
        }
        CommandRun changed = bench.run("undo", "--dry-run");
        assertThat(changed.code()).isEqualTo(8);
        assertThat(changed.out())
                .contains("would delete 2 entries and retain 1")
                .contains("changed its note");
        assertThat(bench.target.requests().count(Requests.method("DELETE"))).isZero();
        assertThat(bench.text("report.txt")).as("the report of what was done").isEqualTo(report);

        bench.target.faults().clear();
        assertThat(bench.run("undo", "--yes").out()).contains("2 entries deleted");
    }

    private void migrate() {
        assertThat(bench.run("migrate", "--yes").code()).isZero();
    }
}
