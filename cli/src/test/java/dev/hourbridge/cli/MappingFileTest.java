package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mapping to fill in: what was filled in is never lost, and what it asks for helps. */
final class MappingFileTest {
    private static final String FILE = "migration.db.mapping.yaml";
    private static final String PEOPLE = "{ \"25\": \"999\", \"26\": \"1000\" }";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(3).withDayEntry(26, "Call").replace(PEOPLE, "{}");
        bench.source.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2024, 3, 1), 30)
                .projectId(29)
                .taskId(40)
                .build());
        assertThat(bench.run("plan").code()).isEqualTo(4);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aSecondPlanRetainsWhatWasFilledIn() throws IOException {
        fill("\"25\":   #", "\"25\": 999   #");
        fill("# \"40\":", "\"40\": 'x:7641'");
        String filled = bench.text(FILE);

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(bench.text(FILE))
                .contains("    \"25\": \"999\"   # walter, 4 entries")
                .contains("    \"26\":   # olive, 1 entry")
                .contains("    \"40\": \"x:7641\"   # ")
                .isEqualTo(filled.replace("999 ", "\"999\" ")
                        .replace("'x:7641'", "\"x:7641\"")
                        .replace("; omitted unless it is mapped", "")
                        .replaceAll("    # On the target: \"(999|7641|8001)\" .*\n", ""));
        assertThat(plan.err()).contains("Your values there are retained.");
        assertThat(plan.out()).contains("    \"25\":   # walter, 4 entries");
        bench.run("plan");
        assertThat(bench.text(FILE)).contains("\"25\": \"999\"").contains("\"40\": \"x:7641\"");
        assertThat(bench.path(FILE + ".1")).doesNotExist();
    }

    @Test
    void whatIsNotAskedForAnyMoreIsRetainedToo() throws IOException {
        fill("\"25\":   #", "\"25\": \"999\"   #");
        bench.replace("people: {}", "people: { \"25\": \"999\" }");

        assertThat(bench.run("plan").code()).isEqualTo(4);

        assertThat(bench.text(FILE))
                .contains("    \"26\":   # olive, 1 entry\n    \"25\": \"999\"   # walter, 4 entries\n");
        bench.replace("\"25\": \"999\" }", "\"25\": \"999\", \"26\": \"1000\" }")
                .replace("defaults:", "  tasks: { \"40\": \"7641\" }\ndefaults:");
        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.text(FILE)).as("there is nothing to ask for").contains("\"25\": \"999\"");
    }

    @Test
    void namesStayNextToTheValuesOfAFileThatTheConfigurationNames() throws IOException {
        fill("\"25\":   #", "\"25\": \"999\"   #");
        Files.writeString(
                bench.path(FILE),
                bench.text(FILE).replace("  people:\n", "  people:\n    \"7\": \"998\"   # 1 entry\n"));
        bench.replace("map:\n", "mapping: " + bench.path(FILE) + "\nmap:\n");

        for (int i = 0; i < 2; i++) {
            assertThat(bench.run("plan").code()).isEqualTo(4);
            assertThat(bench.text(FILE))
                    .contains(
                            "    \"26\":   # olive, 1 entry\n",
                            "    \"25\": \"999\"   # walter, 4 entries\n    \"7\": \"998\"   # no longer needed\n");
        }
    }

    @Test
    void whatIsNotFromATemplateIsRetainedUnderAnotherName() throws IOException {
        for (String own : new String[] {
            "# ask Olive\n",
            "map:\n  people: { \"25\": \"999\" }\n",
            "map:\n  work:\n    - { from: { task: \"40\" }, to: { project: \"999\" } }\n",
            "notes: [a, b]\n",
            "\tmap:\n"
        }) {
            Files.writeString(bench.path(FILE), own);

            CommandRun plan = bench.run("plan");

            assertThat(bench.path(FILE + ".1")).hasContent(own);
            assertThat(plan.err()).contains("it was copied to " + bench.path(FILE + ".1"));
            assertThat(bench.text(FILE)).contains("\"26\":   # olive");
            Files.delete(bench.path(FILE + ".1"));
        }
        Files.writeString(bench.path(FILE), "map:\n  people: { \"25\": \"999\" }\n");
        bench.run("plan");
        assertThat(bench.text(FILE)).contains("\"25\": \"999\"   # walter");
    }

    @Test
    void aTemplateThatWasNotFilledInIsRemovedWhenNothingIsAsked() {
        bench.replace("people: {}", "people: " + PEOPLE)
                .replace("defaults:", "  tasks: { \"40\": \"7641\" }\ndefaults:");

        assertThat(bench.run("plan").code()).isZero();

        assertThat(bench.path(FILE)).doesNotExist();
    }

    @Test
    void aTargetThatTakesTasksOnlyIsGivenATaskForEachProject() throws IOException {
        try (CodebaseSide source = new CodebaseSide();
                TeamPulseSide target = new TeamPulseSide()) {
            source.seed(1, 40);
            CommandRun plan = plan(source, target, "");

            assertThat(plan.code()).as(plan.err()).isEqualTo(4);
            assertThat(plan.out())
                    .containsPattern(
                            "Decision needed: project \\S+.*: not mapped to a task, which the target requires; add a rule "
                                    + "under map.work, or set defaults.task for all, \\d+ entries")
                    .contains("  work:\n    - { from: { project: \"")
                    .doesNotContain("  projects:");
            String template = plan.out().substring(plan.out().indexOf("# Fill in"));
            String map = template.substring(template.indexOf("map:"))
                    .replaceAll("(?m)^    (\"[^\"]+\"):   #", "    $1: \"10\"   #")
                    .replace("{ task: }", "{ task: \"10\" }");
            CommandRun mapped = plan(source, target, map);

            assertThat(mapped.code()).as(map + mapped.out() + mapped.err()).isZero();
        }
    }

    private CommandRun plan(RouteSide source, RouteSide target, String map) throws IOException {
        Path file = directory.resolve("codebase.yaml");
        Files.writeString(file, """
                source:
                  service: codebase
                  %s
                target:
                  service: teampulse
                  %s
                range: { from: 2024-01-01, to: 2024-12-31 }
                %s
                defaults: { activity: Billable, person: "1" }
                ledger: %s
                report: %s
                """.formatted(
                        String.join("\n  ", source.yaml()),
                        String.join("\n  ", target.yaml()),
                        map,
                        directory.resolve("codebase.db"),
                        directory.resolve("codebase")));
        return new CommandRun()
                .with(source.environment())
                .with(target.environment())
                .started("plan", "-c", file.toString());
    }

    private void fill(String blank, String value) throws IOException {
        assertThat(bench.text(FILE)).contains(blank);
        Files.writeString(bench.path(FILE), bench.text(FILE).replace(blank, value));
    }
}
