package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.LiveTimerSimulator;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.StoredTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every exit code of the command, by what brings it about. */
final class ExitCodeTest {
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
    void zeroWhenDoneAndVerified() {
        CommandRun migrate =
                bench.withEntries(5).withDayEntry(26, "Without a start").run("migrate");

        assertThat(migrate.code()).as(migrate.err() + migrate.out()).isZero();
        assertThat(migrate.lastLine())
                .isEqualTo("All 6 entries are on the target, 6 with declared loss. 390 of 390 minutes.");
        assertThat(bench.target.entries()).hasSize(6);
    }

    @Test
    void zeroAndNoPostWhenThereIsNothingLeftToDo() {
        assertThat(bench.withEntries(5).run("migrate").code()).isZero();
        long posts = bench.posts();

        assertThat(bench.run("migrate").code()).isZero();
        assertThat(bench.run("apply").code()).isZero();

        assertThat(bench.posts()).isEqualTo(posts).isEqualTo(5);
    }

    @Test
    void oneForAFaultOfOurOwnWithoutItsText() {
        CommandRun list = new CommandRun()
                .failing("s3cret")
                .started("list", "-c", writtenFile().toString());

        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err())
                .contains("a fault of hourbridge itself")
                .doesNotContain("s3cret")
                .doesNotContain("\tat ");
    }

    @Test
    void oneWithTheStackTraceOnDemand() {
        CommandRun list = new CommandRun()
                .failing("s3cret")
                .started("list", "--debug", "-c", writtenFile().toString());

        assertThat(list.err()).contains("\tat ");
    }

    @Test
    void twoForWrongUsageNamingTheOption() {
        assertThat(new CommandRun().run()).isEqualTo(2);
        assertThat(new CommandRun().run("plan")).isEqualTo(2);
        assertThat(new CommandRun().run("explode")).isEqualTo(2);
        assertThat(bench.run("list", "--format", "xml").code()).isEqualTo(2);
        assertThat(bench.run("list", "--from", "2024-02-01", "--to", "2024-01-01")
                        .err())
                .contains("--to");

        CommandRun plan = bench.run("plan", "--fail-on-loss", "colour");
        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.err()).contains("--fail-on-loss").contains("colour").contains("note");
    }

    @Test
    void threeForAnErrorInTheFile() {
        CommandRun plan = bench.replace("existing: stop", "existng: stop").run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("migration.yaml:17: policy.existng: unknown key; did you mean existing?");
    }

    @Test
    void threeForAWrongPassword() {
        CommandRun plan = bench.replace("${LIVETIMER_PASSWORD}", "s3cret-guess").run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("authentication").doesNotContain("s3cret-guess");
    }

    @Test
    void threeForAKeyThatMayNotWrite() {
        assertThat(bench.withEntries(3).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.status(403));

        assertThat(bench.run("apply").code()).isEqualTo(3);
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void threeForPlainHttpToAnotherMachine() {
        CommandRun plan = bench.replace(bench.target.url().toString(), "http://198.51.100.7")
                .run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("migration.yaml:7: target.url").contains("https");
    }

    @Test
    void threeWithoutALedgerAndNoneIsMade() {
        assertThat(bench.run("apply").code()).isEqualTo(3);
        assertThat(bench.run("verify").code()).isEqualTo(3);
        assertThat(bench.run("undo").err()).contains("run hourbridge plan first");

        assertThat(bench.path("migration.db")).doesNotExist();
    }

    @Test
    void fourForAnUnmappedPersonWithAMappingFileToFillIn() {
        CommandRun plan = bench.withEntries(3)
                .replace("{ \"25\": \"999\", \"26\": \"1000\" }", "{}")
                .run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("person 25").contains("not mapped, 3 entries");
        assertThat(bench.text("migration.db.mapping.yaml"))
                .contains("people:\n    \"25\":")
                .contains("3 entries");
        assertThat(bench.run("apply").code()).isEqualTo(4);
        assertThat(bench.posts()).isZero();
    }

    @Test
    void fourIsMendedByPlanningAgainInTheSameLedger() {
        String people = "{ \"25\": \"999\", \"26\": \"1000\" }";
        assertThat(bench.withEntries(3).replace(people, "{}").run("migrate").code())
                .isEqualTo(4);

        CommandRun migrate = bench.replace("people: {}", "people: " + people).run("migrate");

        assertThat(migrate.code()).as(migrate.err()).isZero();
    }

    @Test
    void fourForAStartThatNobodyGave() {
        CommandRun plan = bench.withDayEntry(25, "When?")
                .replace("startPolicy: \"09:00\"", "startPolicy: refuse")
                .run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("policy.startPolicy");
    }

    @Test
    void fourForEqualRowsOnTheTarget() {
        bench.withEntries(2).target.add(equalToFirstEntry());

        assertThat(bench.run("migrate").code()).isEqualTo(4);
        assertThat(bench.posts()).isZero();

        bench.replace("existing: stop", "existing: adopt");
        assertThat(bench.run("migrate").code()).isZero();
        assertThat(bench.posts()).isEqualTo(1);
    }

    @Test
    void fourForALossThatMustNotBe() {
        assertThat(bench.withDayEntry(25, "When?")
                        .run("plan", "--fail-on-loss", "note,start")
                        .code())
                .isEqualTo(4);
        CommandRun apply = bench.run("apply");
        assertThat(apply.code()).isEqualTo(4);
        assertThat(apply.out() + apply.err()).contains("START");
        assertThat(bench.posts()).isZero();

        assertThat(bench.run("plan", "--fail-on-loss", "note").code()).isZero();
        assertThat(bench.run("apply").code()).isZero();
    }

    @Test
    void fourForACanaryThatCameBackDifferent() {
        CommandRun migrate =
                bench.withEntries(3).replace("America/New_York", "Asia/Tokyo").run("migrate");

        assertThat(migrate.code()).as(migrate.out()).isEqualTo(4);
        assertThat(bench.posts()).isEqualTo(1);
        assertThat(bench.run("undo", "--yes").code()).isZero();
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void fiveWhenASideDoesNotAnswer() {
        bench.withEntries(2).source.faults().always(Requests.any(), Fault.status(503));

        CommandRun plan = bench.run("plan");
        assertThat(plan.code()).isEqualTo(5);
        assertThat(plan.err()).contains("GET " + bench.source.url().getAuthority() + "/");
    }

    @Test
    void fiveWhenASideCannotBeReadWhole() {
        bench.withEntries(2).source.faults().always(Requests.any(), Fault.html());

        assertThat(bench.run("plan").code()).isEqualTo(5);
    }

    @Test
    void fiveWhenTheServiceIsIllAndNothingCommits() {
        assertThat(bench.withEntries(60).run("plan").code()).isZero();
        AtomicInteger posts = new AtomicInteger();
        bench.target
                .faults()
                .always(Requests.method("POST").and(post -> posts.incrementAndGet() > 40), Fault.dropped());

        CommandRun apply = bench.run("apply");
        assertThat(apply.code()).as(apply.err() + apply.out()).isEqualTo(5);

        bench.target.faults().clear();
        assertThat(bench.run("migrate").code()).isZero();
        assertThat(bench.target.entries()).hasSize(60);
    }

    @Test
    void fiveWhenNothingIsEverCommitted() {
        assertThat(bench.withEntries(12).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.dropped());

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).as(apply.out()).isEqualTo(5);
        assertThat(apply.out()).contains("5 POSTs");
        assertThat(bench.run("verify").code()).isEqualTo(8);
    }

    @Test
    void sixForARefusedEntryAgainOnEachRun() {
        assertThat(bench.withEntries(6).run("plan").code()).isZero();
        bench.target.faults().nth(5, Requests.method("POST"), Fault.status(422));

        assertThat(bench.run("migrate").code()).isEqualTo(6);
        CommandRun again = bench.run("migrate");
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.lastLine()).startsWith("NOT FINISHED: ");
        assertThat(bench.target.entries()).hasSize(5);
    }

    @Test
    void sevenWhenADoubtIsLeft() {
        assertThat(bench.withEntries(1).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.dropped());

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).as(apply.out()).isEqualTo(7);
        assertThat(apply.out()).contains("in doubt");
        assertThat(bench.run("verify").code()).isEqualTo(7);
    }

    @Test
    void eightWhenARowIsGone() {
        assertThat(bench.withEntries(3).run("migrate").code()).isZero();
        deleteFirstRow();

        CommandRun verify = bench.run("verify");

        assertThat(verify.code()).isEqualTo(8);
        assertThat(verify.lastLine()).startsWith("NOT FINISHED: 1 missing");
    }

    @Test
    void eightWhenUndoHadToKeepSomething() throws IOException {
        assertThat(bench.withEntries(3).run("migrate").code()).isZero();
        changeFirstRow();

        CommandRun undo = bench.run("undo", "--yes");

        assertThat(undo.code()).isEqualTo(8);
        assertThat(undo.out()).contains("2 entries deleted").contains("1 kept");
        assertThat(bench.target.entries()).hasSize(1);
    }

    @Test
    void eightForALedgerThatWasUndone() {
        assertThat(bench.withEntries(3).run("migrate").code()).isZero();
        assertThat(bench.run("undo", "--yes").code()).isZero();

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).isEqualTo(8);
        assertThat(apply.out() + apply.err()).contains("3 of the plan's entries were undone");
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void hundredAndThirtyForANoThatWasPipedIn() {
        assertThat(bench.withEntries(3).run("migrate").code()).isZero();

        CommandRun undo = bench.run(new CommandRun().piped("n\n"), "undo");

        assertThat(undo.code()).isEqualTo(130);
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void threeForALedgerInADirectoryThatIsNotThere() {
        bench.replace("migration.db", "missing/migration.db");

        CommandRun plan = bench.withEntries(1).run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("its directory is missing");
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

        assertThat(bench.run("apply").code()).isEqualTo(12);
        assertThat(bench.posts()).isEqualTo(posts);
    }

    @Test
    void thirteenForADamagedLedger() throws IOException {
        Files.writeString(bench.path("migration.db"), "This is no database, and never was one.\n".repeat(200));

        assertThat(bench.run("apply").code()).isEqualTo(13);
        assertThat(bench.run("plan").code()).isEqualTo(13);
    }

    @Test
    void hundredAndThirtyForANo() {
        CommandRun migrate = bench.withEntries(2).run(new CommandRun().onTerminal("no\n"), "migrate");

        assertThat(migrate.code()).isEqualTo(130);
        assertThat(migrate.err()).contains("Carry out this plan? [y/N]");
        assertThat(bench.posts()).isZero();

        assertThat(bench.run(new CommandRun().onTerminal("yes\n"), "migrate").code())
                .isZero();
        assertThat(bench.run(new CommandRun().onTerminal(""), "undo").code()).isEqualTo(130);
        assertThat(bench.target.entries()).hasSize(2);
    }

    @Test
    void hundredAndThirtyForAnInterruptResumable() {
        bench.withEntries(4);
        Thread.currentThread().interrupt();
        assertThat(bench.run("migrate").code()).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(bench.run("migrate").code()).isZero();
        assertThat(bench.target.entries()).hasSize(4);
    }

    private Path writtenFile() {
        bench.run("list");
        return bench.path("migration.yaml");
    }

    private static StoredTeamworkEntry equalToFirstEntry() {
        return StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-02T15:00:00Z"), 60)
                .description("Entry 0")
                .build();
    }

    private void deleteFirstRow() {
        try (TeamworkClient client = client()) {
            client.delete(firstRow(client.account()));
        }
    }

    private void changeFirstRow() {
        try (TeamworkClient client = client()) {
            client.update(
                    firstRow(client.account()),
                    TimeEntryUpdate.builder().note("Changed by hand").build());
        }
    }

    private TimeEntryId firstRow(Account account) {
        return TimeEntryId.of(
                account, Long.toString(bench.target.entries().get(0).id()));
    }

    private TeamworkClient client() {
        return TeamworkClient.builder()
                .baseUrl(bench.target.url().toString())
                .apiKey(bench.target.apiKey())
                .zone(bench.target.zone())
                .build();
    }
}
