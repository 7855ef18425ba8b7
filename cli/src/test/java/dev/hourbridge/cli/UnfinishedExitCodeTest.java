package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes of what was begun and not finished: by the services, by the entries, or by whoever sits there. */
final class UnfinishedExitCodeTest {
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
    void fourForACanaryThatCameBackDifferent() {
        CommandRun migrate = bench.withEntries(3)
                .withoutReportedZone()
                .replace("America/New_York", "Asia/Tokyo")
                .run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.out()).isEqualTo(4);
        assertThat(bench.posts()).isEqualTo(1);
        assertThat(migrate.out())
                .contains("start (sent 2024-01-", "+09:00, found 2024-01-")
                .contains("Is target.zone the zone of the target's account?")
                .contains("specify a new ledger")
                .doesNotContain("[START]");
        assertThat(bench.text("report.json")).contains("\"field\" : \"start\"");
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
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries()).hasSize(60);
    }

    @Test
    void fiveWhenNothingIsEverCommitted() {
        assertThat(bench.withEntries(12).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.dropped());

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).as(apply.out()).isEqualTo(5);
        assertThat(apply.out()).contains("5 POSTs");
        CommandRun verify = bench.run("verify");
        assertThat(verify.code()).isEqualTo(8);
        assertThat(verify.out()).contains("+      12  missing on the target, 12 of them not yet sent (run apply)");
        assertThat(bench.text("report.html")).contains("missing on the target, 12 of them not yet sent");
        assertThat(verify.lastLine())
                .startsWith("NOT FINISHED: 12 not yet sent (run apply); 0 of 12 entries as planned.");
    }

    @Test
    void sixForARefusedEntryAgainOnEachRun() {
        assertThat(bench.withEntries(6).run("plan").code()).isZero();
        bench.target.faults().nth(5, Requests.method("POST"), Fault.status(422));

        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);
        assertThat(bench.run("apply").code()).isEqualTo(6);
        CommandRun again = bench.run("verify");
        assertThat(again.code()).isEqualTo(6);
        assertThat(again.lastLine()).startsWith("NOT FINISHED: 1 rejected; 5 of 6 entries as planned.");
        assertThat(bench.target.entries()).hasSize(5);

        // A further plan sends it again, and the target takes it now.
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries()).hasSize(6);
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
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        deleteFirstRow();

        CommandRun verify = bench.run("verify");

        assertThat(verify.code()).isEqualTo(8);
        assertThat(verify.lastLine()).startsWith("NOT FINISHED: 1 missing");
        assertThat(verify.out())
                .contains("+       1  missing on the target, 1 of them no longer listed")
                .containsPattern("    \\+ source \\d+, target \\d+, 2024-01-\\d\\d: no longer listed\n")
                .contains("specify a new ledger and a new report, set policy.existing to adopt");
        bench.inNewLedger("second").replace("existing: stop", "existing: adopt");
        assertThat(bench.run("migrate", "--yes").code())
                .as("the way out that it names")
                .isZero();
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void eightNamesTheFirstTenThatAreDifferent() {
        assertThat(bench.withEntries(12).run("migrate", "--yes").code()).isZero();
        try (TeamworkClient client = bench.targetClient()) {
            bench.target
                    .entries()
                    .forEach(entry -> client.update(
                            TimeEntryId.of(client.account(), Long.toString(entry.id())),
                            TimeEntryUpdate.builder()
                                    .workTime(WorkTime.from(
                                            entry.date().atOffset(ZoneOffset.UTC), Duration.ofMinutes(30)))
                                    .build()));
        }

        CommandRun verify = bench.run("verify");

        assertThat(verify.code()).isEqualTo(8);
        assertThat(verify.out().lines().filter(line -> line.startsWith("    * source ")))
                .hasSize(10)
                .allMatch(line -> line.endsWith(": duration (planned 1:00, found 0:30)"), "says both values");
        assertThat(verify.out()).contains("    and 2 more; the report lists all of them.");
        assertThat(bench.text("report.txt")).contains("differs: duration (planned 1:00, found 0:30)");
        assertThat(bench.text("report.html")).contains("differs: duration (planned 1:00, found 0:30)");
        assertThat(bench.text("report.json")).contains("\"planned\" : \"1:00\"", "\"found\" : \"0:30\"");
    }

    @Test
    void theScreenSaysHowTheSourceChangedAsTheSentenceDoes() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        bench.source.remove(bench.source.entries().get(0).id());

        CommandRun verify = bench.run("verify");

        assertThat(verify.out())
                .contains("s       1  changed at the source since the plan: 0 changed, 0 added, 1 removed");
        assertThat(verify.lastLine()).endsWith("0 changed, 0 added, 1 removed.");
    }

    @Test
    void eightWhenUndoHadToKeepSomething() throws IOException {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        changeFirstRow();

        CommandRun undo = bench.run("undo", "--yes");

        assertThat(undo.code()).isEqualTo(8);
        assertThat(undo.out()).contains("2 entries deleted").contains("1 retained");
        assertThat(bench.target.entries()).hasSize(1);
    }

    @Test
    void hundredAndThirtyForAnInterruptResumable() {
        bench.withEntries(4);
        Thread.currentThread().interrupt();
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries()).hasSize(4);
    }

    private void deleteFirstRow() {
        try (TeamworkClient client = bench.targetClient()) {
            client.delete(firstRow(client.account()));
        }
    }

    private void changeFirstRow() {
        try (TeamworkClient client = bench.targetClient()) {
            client.update(
                    firstRow(client.account()),
                    TimeEntryUpdate.builder().note("Changed by hand").build());
        }
    }

    private TimeEntryId firstRow(Account account) {
        return TimeEntryId.of(
                account, Long.toString(bench.target.entries().get(0).id()));
    }
}
