package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reports say of single rows: where they are, who wrote them, and why they were not written. */
final class ReportedRowsTest {
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
    void aMovedRowCountsInTheMonthThatTheTargetHasItIn() throws Exception {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        try (var client = TeamworkClient.builder()
                .baseUrl(bench.target.url().toString())
                .apiKey(bench.target.apiKey())
                .zone(bench.target.zone())
                .build()) {
            String id = Long.toString(bench.target.entries().get(0).id());
            client.update(
                    TimeEntryId.of(client.account(), id),
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.from(
                                    OffsetDateTime.parse("2024-06-20T10:00:00-04:00"), Duration.ofHours(1)))
                            .build());
        }

        assertThat(bench.run("verify").code()).isEqualTo(8);

        assertThat(bench.text("report.txt"))
                .as("a long name, cut, with its id")
                .containsPattern("  Time Logging Pro… \\(1049\\) ")
                .containsPattern("2024-01 +3 +3:00 +3:00 +2:00 +-1:00")
                .containsPattern("2024-06 +0 +0:00 +0:00 +1:00 +1:00");
        assertThat(json().at("/verify/totals/1/month").asText()).isEqualTo("2024-06");
        assertThat(json().at("/verify/totals/1/targetSeconds").asInt()).isEqualTo(3600);
        assertThat(Jsoup.parse(bench.text("report.html")).select("g > title").eachText())
                .contains("Jun 2024: source 0:00, target 1:00 h");
    }

    @Test
    void refusalsAreCountedByReasonApartFromWhatWasNotSentForThem() throws Exception {
        bench.withEntries(20).target.faults().always(Requests.method("POST"), Fault.status(422));

        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).isEqualTo(6);
        assertThat(migrate.out())
                .contains("Entries: 3 rejected, 17 not sent as a result.")
                .containsPattern("Rejected by the target:\n +3  .*422")
                .containsPattern("Not sent because of these:\n +17  not sent: 3 consecutive entries .*422")
                .contains("Next: each entry is in " + bench.path("report.rejects.jsonl"))
                .contains("plan --only");
        assertThat(migrate.lastLine()).contains("3 rejected, 17 not sent as a result; 0 of 20 entries as planned.");
        assertThat(json().at("/verify/notAttempted").asInt()).isEqualTo(17);
        assertThat(bench.text("report.txt")).containsPattern("Rejected by the target:\n +3  .*422");
        assertThat(json().at("/entries/19/notAttempted").asBoolean()).isTrue();
        assertThat(bench.text("report.rejects.jsonl").lines())
                .hasSize(20)
                .allSatisfy(line -> assertThat(line).contains("422"));
    }

    @Test
    void reasonsBeyondTheTenthAreOnlyCounted() {
        bench.withEntries(40);
        assertThat(bench.run("plan").code()).isZero();
        for (int status = 0; status < 12; status++) {
            bench.target.faults().nth(8 + 2 * status, Requests.method("POST"), Fault.status(430 + status));
        }

        CommandRun apply = bench.run("apply");

        assertThat(apply.code()).as(apply.out()).isEqualTo(6);
        assertThat(apply.out()).contains("        2  for 2 more reasons").doesNotContain("not sent");
        assertThat(apply.out().lines().filter(line -> line.matches(" +1  .*returned 4.*")))
                .hasSize(10);
    }

    @Test
    void rowsOfOthersAreListedAndSaidNotToBeThePlans() throws Exception {
        bench.withEntries(2);
        StoredTeamworkEntry foreign =
                bench.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-02T20:00:00Z"), 25)
                        .description("of somebody else")
                        .build());
        assertThat(bench.run("plan").code()).isZero();

        CommandRun before = bench.run("verify");

        assertThat(before.out())
                .contains("0:25 h; all listed rows, by any user: 0:25 h (agrees, and includes no rows of this plan).");

        assertThat(bench.run("apply").code()).isZero();
        CommandRun after = bench.run("verify");

        String id = Long.toString(foreign.id());
        assertThat(after.code()).isZero();
        assertThat(after.out())
                .contains("created by other users on the same days; unchanged, listed in the report")
                .contains("2:25 h; all listed rows, by any user: 2:25 h, including from this plan: 2:00 h (agrees).");
        assertThat(bench.text("report.txt"))
                .contains("? created by another user")
                .containsPattern("\n\\?  " + id + "  2024-01-02 0:25  person .*\\(999\\)\n");
        assertThat(json().at("/unrelatedRows").size()).isEqualTo(1);
        assertThat(json().at("/unrelatedRows/0/targetId").asText()).isEqualTo(id);
        assertThat(json().at("/unrelatedRows/0/verdict").asText()).isEqualTo("unrelated");
        assertThat(Jsoup.parse(bench.text("report.html"))
                        .select("table:has(caption:contains(Rows on the target)) tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains(id);
    }

    @Test
    void whatWasAdoptedIsSaidToHaveBeenThere() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();

        CommandRun migrate = bench.inNewLedger("second")
                .replace("existing: stop", "existing: adopt")
                .run("migrate", "--yes");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.out()).contains("Entries: 3 existed before, adopted.");
    }

    @Test
    void aShareThatIsNotNothingIsNotShownAsNothing() {
        for (int entry = 0; entry < 2_100; entry++) {
            bench.source.add(StoredLiveTimerEntry.durationOnly(
                            Bench.WALTER, LocalDate.of(2024, 1, 1).plusDays(entry % 300), 30)
                    .note("Entry " + entry)
                    .build());
        }
        CommandRun plan = bench.withEntries(1).run("plan");

        assertThat(plan.out()).containsPattern("client +dropped +1 +< 0.1 %");
    }

    private JsonNode json() throws Exception {
        return new JsonMapper().readTree(bench.text("report.json"));
    }
}
