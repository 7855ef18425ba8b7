package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapCommandTest {
    private static final String FILE = "migration.db.mapping.yaml";
    private static final Instant BEFORE = Instant.parse("2024-05-06T14:00:00Z");

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory)
                .replace("people: { \"25\": \"999\", \"26\": \"1000\" }", "people: {}")
                .replace("projects: { \"28\": \"999\", \"29\": \"1049\" }", "projects: {}")
                .replace("defaults:\n  project: \"999\"\n", "");
        bench.source.addUser(301, "MARSH, Ann", "secret", false);
        bench.source.addUser(302, "Dana Hart", "secret", false);
        bench.source.addUser(303, "Soren Vinther", "secret", false);
        bench.source.addProject(401, "Website: Relaunch", 1);
        bench.source.addTask(501, "Design", 401);
        bench.target.addPerson(701, "Ann", "Marsh", "key-701");
        bench.target.addPerson(702, "Dana", "Hart", "key-702");
        bench.target.addPerson(703, "Dana", "Hart", "key-703");
        bench.target.addPerson(704, "Søren", "Vinther", "key-704");
        bench.target.addProject(801, "Website Relaunch", 999);
        bench.target.addTaskList(850, "List", 801);
        bench.target.addTask(851, "Design", 850);
        for (long person : new long[] {301, 302, 303}) {
            bench.source.add(StoredLiveTimerEntry.durationOnly(person, LocalDate.of(2024, 3, 1), 30)
                    .projectId(401)
                    .taskId(501)
                    .build());
        }
        for (long person : new long[] {701, 702, 703, 704}) {
            bench.target.add(StoredTeamworkEntry.builder(person, 801, BEFORE, 77)
                    .taskId(851)
                    .build());
        }
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void fillsInTheSameNamesAndLeavesTheOthersOpen() {
        CommandRun map = bench.run("map");

        assertThat(map.code()).as(map.err()).isZero();
        assertThat(bench.text(FILE))
                .contains("    \"301\": \"701\"   # MARSH, Ann, 1 entry; by name: Ann Marsh\n")
                .contains("    \"302\":   # Dana Hart, 1 entry; several have this name; candidates: \"702\" Dana Hart,"
                        + " \"703\" Dana Hart\n")
                .contains("    \"303\":   # Soren Vinther, 1 entry; candidates: \"704\" Søren Vinther\n")
                .contains("    # On the target: \"704\" Søren Vinther\n")
                .contains("    \"401\": \"801\"   # Website: Relaunch, 3 entries; by name: Website Relaunch\n")
                .contains("    \"501\": \"851\"   # Design, 3 entries; by name: Design\n");
        assertThat(map.out())
                .contains("person        3: 1 filled in, 2 with candidates, 0 open")
                .contains("Specify the file in the configuration: mapping: " + bench.path(FILE));
        assertThat(bench.posts()).isZero();
    }

    @Test
    void neverLosesWhatIsFilledIn() throws IOException {
        bench.run("map");
        fill("\"302\":   #", "\"302\": 703   #");
        fill("\"303\":   #", "\"303\": skip   #");
        fill("\"401\": \"801\"", "\"401\": { project: \"801\", task: \"851\" }");
        fill("\"301\": \"701\"", "\"301\": \"999\"");
        configure(FILE);

        CommandRun again = bench.run("map");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(bench.text(FILE))
                .contains("    \"301\": \"999\"   # MARSH, Ann, 1 entry\n")
                .contains("    \"302\": \"703\"   # Dana Hart, 1 entry\n")
                .contains("    \"303\": skip   # Soren Vinther, 1 entry\n")
                .contains("    \"401\": { project: \"801\", task: \"851\" }   # Website: Relaunch, 3 entries\n");
        assertThat(bench.path(FILE + ".1")).doesNotExist();
        assertThat(bench.run("plan").err()).doesNotContain("Decision needed: person");
    }

    @Test
    void whatTheUserWroteInAdditionIsRetainedUnderAnotherName() throws IOException {
        bench.run("map");
        String own = bench.text(FILE) + "# Ask Ann about 302.\n";
        Files.writeString(bench.path(FILE), own);
        configure(FILE);

        CommandRun map = bench.run("map");

        assertThat(map.err()).contains("copied to " + bench.path(FILE + ".1"));
        assertThat(bench.path(FILE + ".1")).hasContent(own);
        assertThat(bench.text(FILE)).contains("\"301\": \"701\"");
    }

    @Test
    void remarksTwoSourceIdsOnOneTargetId() throws IOException {
        bench.run("map");
        fill("\"302\":   #", "\"302\": 701   #");

        bench.run("map");

        assertThat(bench.text(FILE))
                .contains(
                        "\"301\": \"701\"   # MARSH, Ann, 1 entry; by name: Ann Marsh; CHECK: also the target of \"302\"")
                .contains("\"302\": \"701\"   # Dana Hart, 1 entry; CHECK: also the target of \"301\"");
    }

    @Test
    void theConfiguredFileNeedNotExistYet() throws IOException {
        configure("mapping.csv");
        assertThat(bench.run("plan").code()).isEqualTo(3);

        CommandRun map = bench.run("map", "--json");

        assertThat(map.code()).as(map.err()).isZero();
        assertThat(bench.text("mapping.csv"))
                .startsWith("kind,source_id,source_name,target_id,target_name,reason\r\n")
                .contains("person,301,\"MARSH, Ann\",701,Ann Marsh,1 entry; by name: Ann Marsh\r\n"
                        .replace("1 entry; by name: Ann Marsh", "\"1 entry; by name: Ann Marsh\""));
        JsonNode json = new JsonMapper().readTree(map.out());
        assertThat(json.path("mappingFile").asText())
                .isEqualTo(bench.path("mapping.csv").toString());
        assertThat(json.path("ids").get(0).path("withCandidates").asInt()).isEqualTo(2);
        Files.writeString(
                bench.path("mapping.csv"),
                "\uFEFF"
                        + bench.text("mapping.csv")
                                .replace("person,302,Dana Hart,,", "person,302,Dana Hart,703,")
                                .replace("person,303,Soren Vinther,,", "person,303,Soren Vinther,skip,"));
        bench.run("map");
        assertThat(bench.text("mapping.csv"))
                .contains("person,302,Dana Hart,703,")
                .contains(",skip,");
        CommandRun plan = bench.run("plan");
        assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
        assertThat(plan.out()).contains("1 entry: skipped by the mapping");
    }

    @Test
    void theSameKeyWithTwoValuesNamesBothLines() throws IOException {
        Files.writeString(bench.path("mapping.csv"), "kind;source_id;target_id\nperson;301;701\n\nperson;302;702\n");
        configure("mapping.csv");
        bench.replace("people: {}", "people: { \"302\": \"703\" }");

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err())
                .contains("mapping.csv:4: gives \"702\", but migration.yaml:")
                .contains("gives \"703\"");
    }

    @Test
    void aMappingThatIsNotCompleteIsWrittenByPlanWithTheNamesOfTheTarget() throws IOException {
        assertThat(bench.run("plan").code()).isEqualTo(4);

        assertThat(bench.text(FILE))
                .contains("\"301\": \"701\"   # MARSH, Ann, 1 entry; by name: Ann Marsh")
                .contains("# On the target: \"704\" Søren Vinther");
    }

    @Test
    void theWordsOfAFileThatIsNoMappingAreNotTaken() throws IOException {
        configure("mapping.csv");
        for (String text : new String[] {
            "id,name\n1,2\n",
            "kind,source_id,target_id\nuser,1,2\n",
            "kind,source_id,target_id\nperson,,2\n",
            "kind,source_id,target_id\nperson,\"1,2\n",
            "kind,source_id,target_id\nperson,1,2,3\n"
        }) {
            Files.writeString(bench.path("mapping.csv"), text);
            CommandRun map = bench.run("map");
            assertThat(map.code()).as(text).isEqualTo(3);
            assertThat(map.err()).as(text).contains("mapping.csv:");
            assertThat(bench.text("mapping.csv")).isEqualTo(text);
        }
    }

    private void configure(String name) {
        bench.replace("map:\n", "mapping: " + bench.path(name) + "\nmap:\n");
    }

    private void fill(String blank, String value) throws IOException {
        assertThat(bench.text(FILE)).contains(blank);
        Files.writeString(bench.path(FILE), bench.text(FILE).replace(blank, value));
    }
}
