package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user decides on an entry in doubt. */
final class ResolveCommandTest {
    @TempDir
    Path directory;

    private Bench bench;
    private String sourceId;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
        assertThat(bench.withEntries(1).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.dropped());
        assertThat(bench.run("apply").code()).isEqualTo(7);
        bench.target.faults().clear();
        sourceId = Long.toString(bench.source.entries().get(0).id());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void sendsAnEntryAgainThatTheUserDeclaresAbsent() {
        assertThat(bench.run("apply").code()).as("not sent by itself").isEqualTo(7);

        CommandRun resolve = bench.run("resolve", sourceId, "--absent");

        assertThat(resolve.code()).as(resolve.err()).isZero();
        assertThat(resolve.out()).contains("Entry " + sourceId + " is recorded as absent.");
        assertThat(bench.run("apply").code()).isZero();
        assertThat(bench.run("verify").code()).isZero();
        assertThat(bench.target.entries()).hasSize(1);
    }

    @Test
    void takesARowThatTheUserNamesAndReportsWhatDiffers() {
        String row = addRow();

        CommandRun resolve = bench.run("resolve", sourceId, "--is", row);

        assertThat(resolve.code()).as(resolve.err()).isZero();
        assertThat(resolve.out())
                .contains("Entry " + sourceId + " is recorded as row " + row)
                .contains("differs from what was sent")
                .contains("note");
        assertThat(bench.run("apply").out()).contains("0 POSTs");
        assertThat(bench.run("verify").code()).isEqualTo(8);
        assertThat(bench.target.entries()).hasSize(1);
    }

    @Test
    void namesTheRowThatMayBeTheEntryUntilItIsDeclaredUnrelated() {
        String row = addRow();
        assertThat(bench.run("apply").code()).isEqualTo(7);
        bench.run("verify");
        assertThat(bench.text("report.txt")).contains("may be this entry").contains(row);

        assertThat(bench.run("resolve", "--unrelated", row).code()).isZero();
        assertThat(bench.run("resolve", sourceId, "--absent").code()).isZero();

        assertThat(bench.run("apply").code()).isZero();
        assertThat(bench.run("verify").code()).isZero();
        assertThat(bench.target.entries()).hasSize(2);
    }

    @Test
    void rejectsWhatCannotBeDecided() {
        assertUsage(bench.run("resolve", "--absent"), "SOURCE_ID is missing");
        assertUsage(
                bench.run("resolve", sourceId, "--unrelated", "1"), "SOURCE_ID cannot be combined with --unrelated");
        assertUsage(bench.run("resolve", sourceId), "");
        assertUsage(bench.run("resolve", "1", "--absent"), "sourceId");
        assertUsage(bench.run("resolve", sourceId, "--is", "987654321"), "targetId");
    }

    private static void assertUsage(CommandRun run, String part) {
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err()).contains(part);
    }

    /** Another user enters a row on the entry's day. */
    private String addRow() {
        StoredLiveTimerEntry entry = bench.source.entries().get(0);
        LocalDate day = entry.startTime()
                .map(OffsetDateTime::toLocalDate)
                .or(entry::startDate)
                .orElseThrow();
        OffsetDateTime start = day.atTime(11, 0).atZone(bench.target.zone()).toOffsetDateTime();
        try (TeamworkClient client = bench.targetClient()) {
            return client.create(NewTimeEntry.builder()
                            .person(PersonRef.of(client.account(), "999"))
                            .project(ProjectRef.of(client.account(), "999"))
                            .workTime(WorkTime.from(start, Duration.ofMinutes(7)))
                            .note("Entered by hand")
                            .build())
                    .id();
        }
    }
}
