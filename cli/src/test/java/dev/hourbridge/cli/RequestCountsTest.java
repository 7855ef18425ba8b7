package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests that a command reports are those that arrived. */
final class RequestCountsTest {
    private static final int ENTRIES = 120;

    /** LiveTimer lists 50 entries at a time. */
    private static final int LISTS = 3;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory)
                .withEntries(ENTRIES)
                .replace("existing: stop", "existing: stop\n  deleted: delete");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private CommandRun run(String... command) {
        bench.source.requests().clear();
        bench.target.requests().clear();
        String[] options = new String[command.length - 1];
        System.arraycopy(command, 1, options, 0, options.length);
        return bench.run(command[0], options);
    }

    private long arrived(String... methods) {
        return List.of(methods).stream()
                .mapToLong(method -> bench.source.requests().count(Requests.method(method))
                        + bench.target.requests().count(Requests.method(method)))
                .sum();
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text).path("requestCounts");
    }

    private static void assertCounts(JsonNode counts, long reads, long creates, long updates, long deletions) {
        assertThat(counts.path("reads").asLong()).as("reads").isEqualTo(reads);
        assertThat(counts.path("creates").asLong()).as("creates").isEqualTo(creates);
        assertThat(counts.path("updates").asLong()).as("updates").isEqualTo(updates);
        assertThat(counts.path("deletions").asLong()).as("deletions").isEqualTo(deletions);
    }

    private void assertArrived(JsonNode counts) {
        assertCounts(counts, arrived("GET"), arrived("POST"), arrived("PUT"), arrived("DELETE"));
    }

    @Test
    void countsEachAttemptAndWhatAMinimalRunNeeds() throws IOException {
        bench.target.faults().nth(7, Requests.method("POST"), Fault.lostResponse());
        bench.target.faults().nth(9, Requests.method("POST"), Fault.status(503));
        bench.source.faults().next(Requests.method("GET"), Fault.status(503));

        CommandRun first = run("migrate", "--yes", "--json");

        assertThat(first.code()).as(first.err() + first.out()).isZero();
        JsonNode counts = json(first.out());
        assertArrived(counts);
        assertThat(counts.path("creates").asLong()).isEqualTo(ENTRIES + 1);
        assertCounts(counts.path("minimal"), LISTS, ENTRIES, 0, 0);
    }

    @Test
    void printsTheCountsAndWritesThemIntoTheReports() throws IOException {
        assertThat(run("migrate", "--yes").code()).isZero();
        bench.source.remove(bench.source.entries().get(0).id());
        bench.withDayEntry(25, "Added");
        try (LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(bench.source.url().toString())
                .login("walter", bench.source.password())
                .build()) {
            client.update(
                    client.entryId(Long.toString(bench.source.entries().get(5).id())),
                    TimeEntryUpdate.builder().note("Edited").build());
        }

        CommandRun later = run("migrate", "--yes");

        assertThat(later.code()).as(later.err() + later.out()).isZero();
        String line = "Requests: " + arrived("GET") + " reads, 1 create, 1 update, 1 deletion; a minimal run: " + LISTS
                + " reads, 1 create, 1 update, 1 deletion.";
        assertThat(later.err().lines()).endsWith(line);
        assertThat(bench.text("report.txt").lines()).contains(line);
        assertThat(Jsoup.parse(bench.text("report.html")).select("#details li").eachText())
                .contains(line);
        assertArrived(json(bench.text("report.json")));
    }

    @Test
    void aRunWithoutAChangeStaysOneLineAndCountsReadsOnly() {
        assertThat(run("migrate", "--yes").code()).isZero();

        CommandRun later = run("migrate", "--yes");

        assertThat(later.out().lines()).hasSize(1);
        assertThat(arrived("POST", "PUT", "DELETE")).isZero();
        assertThat(later.err())
                .contains("Requests: " + arrived("GET") + " reads, 0 creates, 0 updates, 0 deletions; a minimal run: "
                        + LISTS + " reads, 0 creates, 0 updates, 0 deletions.");
    }

    @Test
    void eachStepCountsItsOwn() throws IOException {
        JsonNode plan = json(run("plan", "--json").out());
        assertArrived(plan);
        assertCounts(plan.path("minimal"), LISTS, ENTRIES, 0, 0);

        JsonNode apply = json(run("apply", "--json").out());
        assertArrived(apply);
        assertCounts(apply.path("minimal"), 0, ENTRIES, 0, 0);

        JsonNode verify = json(run("verify", "--json").out());
        assertArrived(verify);
        assertThat(verify.has("minimal")).isFalse();

        JsonNode preview = json(run("undo", "--dry-run", "--json").out());
        assertArrived(preview);

        JsonNode undo = json(run("undo", "--yes", "--json").out());
        assertArrived(undo);
        assertThat(undo.path("deletions").asLong()).isEqualTo(ENTRIES);
    }

    @Test
    void isHeldBackByTheQuietOption() {
        assertThat(bench.run("migrate", "--yes", "-q").err()).isEmpty();
    }
}
