package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that resemble entries to be sent, where rows are adopted. */
final class PossibleDuplicatesTest {
    private static final String OPTION = "--accept-possible-duplicates";

    @TempDir
    Path directory;

    private Bench bench;
    private long near;

    /** Two entries were sent with a ledger that is lost; one of the rows was edited, and a third entry is new. */
    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(2);
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        StoredTeamworkEntry row = bench.target.entries().get(1);
        bench.target.remove(row.id());
        near = bench.target
                .add(StoredTeamworkEntry.builder(row.personId(), row.projectId(), row.date(), row.minutes())
                        .description("Edited")
                        .build())
                .id();
        bench.withDayEntry(26, "New")
                .replace("existing: stop", "existing: adopt")
                .inNewLedger("second");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void planShowsWhatItWouldSendAndWhatThatMayDuplicate() throws IOException {
        long posts = bench.posts();

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).as(plan.out()).isEqualTo(4);
        assertThat(plan.out())
                .contains("Still to be sent: 2 entries, 2:30 h.")
                .containsPattern("  source \\d+: 2024-01-03 1:00 h, person Demo User \\(999\\)")
                .containsPattern("  source \\d+: 2024-02-29 1:30 h, person (.* \\()?1000")
                .contains(
                        "Decision needed: 1 row on the target may be entries to be sent: same person, day and minutes.")
                .containsPattern("  target " + near + ", like source \\d+");
        JsonNode report = new JsonMapper().readTree(bench.text("second.json"));
        assertThat(report.path("plan").path("entriesToSend").asInt()).isEqualTo(2);
        assertThat(report.path("plan").path("secondsToSend").asInt()).isEqualTo(9000);
        assertThat(report.path("plan").path("possibleDuplicates").asInt()).isEqualTo(1);
        assertThat(report.path("entriesToSend")).hasSize(2);
        assertThat(report.path("possibleDuplicates").get(0).path("targetId").asText())
                .isEqualTo(Long.toString(near));
        assertThat(bench.text("second.html")).contains("target " + near + ", like source");
        assertThat(bench.run("apply").code()).isEqualTo(4);
        assertThat(bench.posts()).isEqualTo(posts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOptionLetsThePlanBeCarriedOut(boolean isInOneStep) {
        long posts = bench.posts();
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(4);
        assertThat(bench.posts()).isEqualTo(posts);

        CommandRun run = isInOneStep ? bench.run("migrate", "--yes", OPTION) : bench.run("plan", OPTION);

        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("Accepted as different work: 1 row on the target")
                .doesNotContain("Decision needed");
        if (!isInOneStep) {
            assertThat(bench.run("apply").code()).isZero();
            assertThat(bench.run("verify").code()).isZero();
        }
        assertThat(bench.posts()).isEqualTo(posts + 2);
        assertThat(bench.run("migrate", "--yes").code())
                .as("nothing is left to send")
                .isZero();
    }

    @Test
    void theQuestionCountsWhatIsSent() {
        CommandRun asked = bench.run(new CommandRun().onTerminal("n\n"), "migrate", OPTION);

        assertThat(asked.code()).isEqualTo(130);
        assertThat(asked.err()).contains("Create 2 entries (2:30 h)");
    }

    @Test
    void aLongListIsCut() {
        for (int i = 0; i < 14; i++) {
            bench.target.add(StoredTeamworkEntry.builder(999, 999, Instant.parse("2024-01-03T20:00:00Z"), 60)
                    .description("Other work " + i)
                    .build());
        }

        CommandRun plan = bench.run("plan");

        assertThat(plan.out().lines().filter(line -> line.contains(", like source ")))
                .hasSize(10);
        assertThat(plan.out()).contains("and 5 more; the .json report lists all of them");
    }
}
