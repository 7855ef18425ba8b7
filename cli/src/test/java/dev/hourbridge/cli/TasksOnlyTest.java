package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From TeamPulse, whose entries are on tasks and on no project, and have decimal hours. */
final class TasksOnlyTest {
    private final TeamPulseSimulator source = TeamPulseSimulator.start();
    private final TeamworkSimulator target = TeamworkSimulator.start();

    @TempDir
    Path directory;

    @BeforeEach
    void seed() {
        for (int day = 1; day <= 3; day++) {
            source.add(StoredTeamPulseEntry.builder(1, 10, LocalDate.of(2024, 1, day), new BigDecimal("6.33"))
                    .note("Day " + day)
                    .build());
        }
        source.add(StoredTeamPulseEntry.builder(1, 20, LocalDate.of(2024, 1, 9), BigDecimal.ONE)
                .build());
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private CommandRun run(String command, String tasks) throws IOException {
        Path file = directory.resolve("migration.yaml");
        Files.writeString(file, """
                source:
                  service: teampulse
                  url: %s
                  credentials: { username: paul, password: "${TEAMPULSE_PASSWORD}" }
                target:
                  service: teamwork
                  url: %s
                  zone: America/New_York
                  credentials: { apiKey: "${TEAMWORK_API_KEY}" }
                range: { from: 2024-01-01, to: 2024-12-31 }
                map:
                  people: { "1": "999" }
                  tasks: %s
                policy: { startPolicy: "09:00" }
                ledger: %s
                report: %s
                """.formatted(
                source.url(), target.url(), tasks, directory.resolve("migration.db"), directory.resolve("report")));
        return new CommandRun()
                .with(Map.of("TEAMPULSE_PASSWORD", source.password(), "TEAMWORK_API_KEY", target.apiKey()))
                .started((command + " -c " + file).split(" "));
    }

    private String text(String ending) throws IOException {
        return Files.readString(directory.resolve("report" + ending));
    }

    private JsonNode json() throws IOException {
        return new JsonMapper().readTree(text(".json"));
    }

    @Test
    void missingProjectsAreGivenByADefaultOrByTheirTasks() throws IOException {
        CommandRun plan = run("plan", "{ \"20\": \"7641\" }");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out())
                .contains("no project at the source: map their tasks under map.tasks")
                .contains("or set a default with defaults.project, 3 entries")
                .contains("# for 3 entries without one; mapping their tasks also sets it")
                .doesNotContain("\"10\":");
        assertThat(plan.err()).contains("migration.db.mapping.yaml, with 1 task more that can be mapped");
        assertThat(Files.readString(directory.resolve("migration.db.mapping.yaml")))
                .containsPattern("# \"10\": .*3 entries; mapping it also sets the project");

        assertThat(run("plan", "{ \"10\": \"8001\", \"20\": \"7641\" }").code()).isZero();
    }

    @Test
    void aTargetThatDemandsAProjectBesideTheTaskIsGivenOneByRules() throws IOException {
        try (CodebaseSide codebase = new CodebaseSide()) {
            Path file = directory.resolve("codebase.yaml");
            Files.writeString(file, """
                    source:
                      service: teampulse
                      url: %s
                      credentials: { username: paul, password: "${TEAMPULSE_PASSWORD}" }
                    target:
                      service: codebase
                      %s
                    range: { from: 2024-01-01, to: 2024-12-31 }
                    ledger: %s
                    report: %s
                    """.formatted(
                            source.url(),
                            String.join("\n  ", codebase.yaml()),
                            directory.resolve("codebase.db"),
                            directory.resolve("report")));
            CommandRun plan = new CommandRun()
                    .with(Map.of("TEAMPULSE_PASSWORD", source.password()))
                    .with(codebase.environment())
                    .started("plan", "-c", file.toString());

            assertThat(plan.code()).as(plan.err()).isEqualTo(4);
            assertThat(plan.out())
                    .contains(
                            "set a default with defaults.project, or a project for each task with rules under map.work")
                    .doesNotContain("also sets it");
        }
    }

    @Test
    void tasksStandBesideTheProjectThatTheTargetHasThemIn() throws IOException {
        assertThat(run("migrate --yes", "{ \"10\": \"8001\", \"20\": \"7641\" }")
                        .code())
                .isZero();

        JsonNode json = json();
        assertThat(json.at("/entries/0/task").asText()).isEqualTo("8001");
        assertThat(json.at("/entries/0/project").asText()).isEqualTo("999");
        assertThat(json.at("/verify/totals"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.path("project").asText() + "/"
                                + line.path("task").asText())
                        .isIn("999/8001", "1049/7641"));
        assertThat(text(".txt"))
                .containsPattern("person .*\\(999\\), project .*\\(999\\), task .*\\(8001\\)")
                .containsPattern("person +project +task +month");
        Document page = Jsoup.parse(text(".html"));
        assertThat(page.select("table:has(caption:contains(By project, task and month)) tbody tr")
                        .eachText())
                .anySatisfy(row -> assertThat(row).contains("(8001) 2024-01 3"));
        assertThat(page.select("#rows tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("(999)").contains("(8001)"));
    }

    @Test
    void rejectsNameTasksAsTasks() throws IOException {
        target.faults().always(Requests.method("POST"), Fault.status(422));

        assertThat(run("migrate --yes", "{ \"10\": \"8001\", \"20\": \"7641\" }")
                        .code())
                .isEqualTo(6);

        assertThat(text(".rejects.jsonl").lines().toList())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("\"project\":\"\",\"task\":\"8001\""));
    }

    @Test
    void roundingShowsWhatItRounded() throws IOException {
        assertThat(run("migrate --yes", "{ \"10\": \"8001\", \"20\": \"7641\" }")
                        .code())
                .isZero();

        assertThat(text(".txt")).contains("duration rounded from 6:19:48");
        assertThat(json().at("/entries/0/sourceSeconds").asInt()).isEqualTo(22788);
        Document page = Jsoup.parse(text(".html"));
        assertThat(page.select("#rows tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("6:20").contains("duration rounded from 6:19:48"));
        assertThat(page.select("g > title").eachText()).contains("Jan 2024: source 19:59:24, target 20:00 h");
    }

    @Test
    void oneIsNotMany() throws IOException {
        for (var entry : source.entries().subList(1, 4)) {
            source.remove(entry.id());
        }

        CommandRun plan = run("plan", "{ \"10\": \"8001\", \"20\": \"7641\" }");

        assertThat(plan.out()).contains("1 entry in the range").contains("; 1 duration rounded.");
    }
}
