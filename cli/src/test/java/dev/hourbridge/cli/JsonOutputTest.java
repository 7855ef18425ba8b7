package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} a command prints one object, whose members {@code docs/scripting.md} lists. */
final class JsonOutputTest {
    /** They print lists, a schema and addresses, which the page describes in words. */
    private static final Set<String> OTHERS = Set.of("list", "schema", "simulate");

    @TempDir
    Path directory;

    private final JsonMembers members = new JsonMembers();
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(4).replace("existing: stop", "existing: stop\n  parallel: 1");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void thePageListsExactlyTheMembersThatTheCommandsPrint() throws IOException {
        anArchive();
        json(bench.run("check", "--json"));
        json(new CommandRun().started("completion", "fish", "--json"));
        incompleteAndErroneousPlans();
        aMigrationWithDifferences();
        aCanaryThatCameBackDifferent();
        anOlderLedger();
        aDecision();
        aCutover();
        JsonNode demo = json(new CommandRun()
                .started(
                        "demo",
                        "--json",
                        "--entries",
                        "6",
                        "--work-dir",
                        bench.path("demo").toString()));
        assertThat(demo.path("arrived").asInt()).isEqualTo(6);
        JsonNode help = json(new CommandRun().started("help", "exit-codes", "--json"));
        assertThat(help.path("exitCodes")).hasSize(ExitCode.values().length);
        json(new CommandRun().started("help", "plan", "--json"));

        members.assertAllWereSeen();
    }

    @Test
    void thePageHasEveryCommand() throws IOException {
        Set<String> commands = new TreeSet<>(new CommandRun().commands());
        commands.removeAll(OTHERS);

        assertThat(members.commands()).isEqualTo(commands);
        assertThat(Files.readString(JsonMembers.PAGE))
                .contains("`list --json`")
                .contains("`simulate` and `schema` print JSON");
    }

    private void anArchive() {
        JsonNode archive = json(bench.run(
                "archive",
                "--json",
                "--to",
                bench.path("hours.jsonl").toString(),
                "--csv",
                bench.path("hours.csv").toString()));
        assertThat(archive.path("serviceSeconds").asInt())
                .isEqualTo(archive.path("seconds").asInt())
                .isEqualTo(4 * 3600);
    }

    private void incompleteAndErroneousPlans() {
        String people = "{ \"25\": \"999\", \"26\": \"1000\" }";
        bench.withDayEntry(26, "No start");
        JsonNode incomplete = json(bench.replace(people, "{ \"26\": \"1000\" }")
                .replace("existing: stop", "existing: adopt")
                .run("plan", "--json"));
        assertThat(incomplete.path("exitCode").asInt()).isEqualTo(4);
        assertThat(incomplete.path("plan").path("unmapped").get(0).path("name").asText())
                .isEqualTo("walter");
        assertThat(Path.of(incomplete.path("mappingFile").asText())).exists();
        json(bench.run("map", "--json"));
        bench.replace("{ \"26\": \"1000\" }", people).replace("existing: adopt", "existing: stop");
        bench.replace("map:\n", """
                map:
                  work:
                    - { from: { activity: "9" }, to: { project: "999" } }
                    - { from: { activity: "9" }, to: { project: "1049" } }
                """);
        JsonNode error =
                json(bench.replace("service: livetimer", "service: lifetimer").run("status", "--json"));
        assertThat(error.path("exitCode").asInt()).isEqualTo(3);
        assertThat(error.path("error").asText()).contains("source.service");
        bench.replace("service: lifetimer", "service: livetimer");
        JsonNode unasked = json(bench.run("migrate", "--json"));
        assertThat(unasked.path("exitCode").asInt()).isEqualTo(2);
    }

    private void aMigrationWithDifferences() {
        bench.target.faults().nth(3, Requests.method("POST"), Fault.status(422));
        JsonNode migrate = json(bench.run("migrate", "--json", "--yes"));
        assertThat(migrate.path("command").asText()).isEqualTo("migrate");
        assertThat(migrate.path("exitCode").asInt()).isEqualTo(6);
        assertThat(migrate.path("apply").path("states").path("rejected").asInt())
                .isEqualTo(1);
        bench.source.remove(bench.source.entries().get(0).id());
        try (TeamworkClient client = bench.targetClient()) {
            client.update(
                    TimeEntryId.of(
                            client.account(),
                            Long.toString(bench.target.entries().get(0).id())),
                    TimeEntryUpdate.builder().note("Changed").build());
        }
        bench.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-05T15:00:00Z"), 60)
                .description("Entry 3")
                .build());
        JsonNode verify = json(bench.run("verify", "--json"));
        assertThat(verify.path("exitCode").asInt()).isEqualTo(8);
        json(bench.run("status", "--json"));
        JsonNode preview = json(bench.run("undo", "--dry-run", "--json"));
        assertThat(preview.path("dryRun").asBoolean()).isTrue();
        JsonNode undo = json(bench.run("undo", "--yes", "--json"));
        assertThat(undo.path("undo").path("deleted").asInt()).isPositive();
        JsonNode apply = json(bench.run("apply", "--json"));
        assertThat(apply.path("apply").path("problem").asText()).contains("Undone entries");
    }

    private void aCanaryThatCameBackDifferent() {
        bench.withoutReportedZone()
                .inNewLedger("canary")
                .replace("America/New_York", "Asia/Tokyo")
                .replace("existing: stop", "existing: create");
        JsonNode migrate = json(bench.run("migrate", "--json", "--yes"));
        assertThat(migrate.path("exitCode").asInt()).isEqualTo(4);
    }

    private void anOlderLedger() throws IOException {
        bench.replace("canary.db", "older.db")
                .replace("Asia/Tokyo", "America/New_York")
                .run("plan");
        bench.target.faults().nth(3, Requests.method("POST"), Fault.status(401));
        assertThat(bench.run("apply").code()).isEqualTo(3);
        Path ledger = bench.path("older.db");
        Path copy = Files.copy(ledger, bench.path("copy.db"));
        assertThat(bench.run("apply").code()).isZero();
        Files.copy(copy, ledger, StandardCopyOption.REPLACE_EXISTING);

        JsonNode verify = json(bench.run(new CommandRun().onAnotherMachine(), "verify", "--json"));
        assertThat(verify.path("exitCode").asInt()).isEqualTo(8);
    }

    private void aDecision() throws IOException {
        try (Bench doubtful = new Bench(Files.createDirectory(directory.resolve("doubtful"))).withEntries(1)) {
            doubtful.run("plan");
            doubtful.target.faults().always(Requests.method("POST"), Fault.dropped());
            assertThat(doubtful.run("apply").code()).isEqualTo(7);
            doubtful.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-02T15:00:00Z"), 45)
                    .description("Entry 0")
                    .build());
            String sourceId = Long.toString(doubtful.source.entries().get(0).id());
            String row = Long.toString(doubtful.target.entries().get(0).id());
            JsonNode resolve = json(doubtful.run("resolve", sourceId, "--is", row, "--json"));
            assertThat(resolve.path("differences").get(0).asText()).isEqualTo("duration");
        }
    }

    /** One entry is edited on both sides, which is a conflict. */
    private void aCutover() throws IOException {
        try (Bench later = new Bench(Files.createDirectory(directory.resolve("later"))).withEntries(2)) {
            assertThat(later.run("migrate", "--yes").code()).isZero();
            String sourceId = Long.toString(later.source.entries().get(0).id());
            try (LiveTimerClient client = LiveTimerClient.builder()
                            .baseUrl(later.source.url().toString())
                            .login("walter", later.source.password())
                            .build();
                    TeamworkClient other = later.targetClient()) {
                client.update(
                        TimeEntryId.of(client.account(), sourceId),
                        TimeEntryUpdate.builder().note("Edited").build());
                TimeEntryId row = TimeEntryId.of(
                        other.account(),
                        later.target.entries().stream()
                                .filter(entry -> entry.description().equals("Entry 0"))
                                .map(entry -> Long.toString(entry.id()))
                                .findFirst()
                                .orElseThrow());
                WorkTime.Interval time = (WorkTime.Interval) other.get(row).workTime();
                other.update(
                        row,
                        TimeEntryUpdate.builder()
                                .workTime(WorkTime.from(
                                        time.start(), time.duration().plusMinutes(5)))
                                .build());
            }
            JsonNode plan = json(later.run("plan", "--json"));
            assertThat(plan.path("exitCode").asInt()).isEqualTo(8);
            JsonNode migrate = json(later.run("migrate", "--yes", "--json"));
            assertThat(migrate.path("apply")
                            .path("changes")
                            .path("samples")
                            .get(0)
                            .path("conflict")
                            .get(0)
                            .path("field")
                            .asText())
                    .isEqualTo("duration");
            JsonNode resolve = json(later.run("resolve", sourceId, "--keep-target", "--json"));
            assertThat(resolve.path("decision").asText()).isEqualTo("keep target");
            assertThat(json(later.run("migrate", "--yes", "--json"))
                            .path("exitCode")
                            .asInt())
                    .isZero();
        }
    }

    private JsonNode json(CommandRun run) {
        return members.see(run);
    }
}
