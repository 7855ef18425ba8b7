package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} a command prints one object, whose members {@code docs/scripting.md} lists. */
final class JsonOutputTest {
    private static final Path PAGE = Path.of("..", "docs", "scripting.md");
    /** A line of the table of commands: the commands, and their members. */
    private static final Pattern COMMANDS = Pattern.compile("(?m)^\\| (`[a-z][^|]*) \\| ([^|]*`[^|]*) \\|$");

    private static final Pattern WORD = Pattern.compile("`([a-z][A-Za-z0-9]*)(?: --dry-run)?`");
    private static final Set<String> OF_EVERY_COMMAND = Set.of("version", "command", "exitCode", "error");

    /** They print lists, a schema and addresses, which the page describes in words. */
    private static final Set<String> OTHERS = Set.of("list", "schema", "simulate");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\w+) \\| .* \\|$");
    /** They take a service that disagrees with itself or fails halfway, which is tried elsewhere. */
    private static final List<String> RARE = List.of(
            "apply.possibleDuplicates[].targetId",
            "apply.possibleDuplicates[].sourceId",
            "apply.possibleDuplicates[].twinId",
            "undo.problem",
            "verify.problem",
            "verify.totalChecks[].notComparable",
            "verify.totalChecks[].failure",
            "outsideRange",
            "outsideRange.entries",
            "outsideRange.isExact",
            "outsideRange.firstDaySeen",
            "outsideRange.lastDaySeen",
            "verify.source.totalCheck",
            "verify.source.totalCheck.listedSeconds",
            "verify.source.totalCheck.ownSeconds",
            "verify.source.totalCheck.notComparable",
            "verify.source.totalCheck.failure",
            "verify.source.totalCheck.disagrees");

    /** Their members are named for values, such as states. */
    private static final Pattern OPEN = Pattern.compile("((?:^|\\.)(?:states|verdicts))\\.[^.]+");

    @TempDir
    Path directory;

    private final Map<String, String> seen = new TreeMap<>();
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

        Map<String, String> documented = documented();
        RARE.forEach(path -> assertThat(documented.remove(path)).as(path).isNotNull());
        assertThat(seen.entrySet()).containsExactlyInAnyOrderElementsOf(documented.entrySet());
    }

    @Test
    void thePageHasEveryCommand() throws IOException {
        Set<String> commands = new TreeSet<>(new CommandRun().commands());
        commands.removeAll(OTHERS);

        assertThat(members().keySet()).isEqualTo(commands);
        assertThat(Files.readString(PAGE)).contains("`list --json`").contains("`simulate` and `schema` print JSON");
    }

    /** The members that the table of commands lists, by command. A command can have those of other ones. */
    private static Map<String, Set<String>> members() throws IOException {
        Map<String, Set<String>> members = new TreeMap<>();
        COMMANDS.matcher(Files.readString(PAGE)).results().forEach(row -> {
            Set<String> own = new TreeSet<>(OF_EVERY_COMMAND);
            words(row.group(2)).forEach(word -> {
                own.add(word);
                if (row.group(2).startsWith("those of ")) {
                    own.addAll(members.getOrDefault(word, Set.of()));
                }
            });
            words(row.group(1))
                    .forEach(command -> members.merge(command, own, (one, other) -> {
                        Set<String> both = new TreeSet<>(one);
                        both.addAll(other);
                        return both;
                    }));
        });
        return members;
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell).results().map(word -> word.group(1)).toList();
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
        assertThat(migrate.path("apply").path("states").path("refused").asInt()).isEqualTo(1);
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
        assertThat(apply.path("apply").path("problem").asText()).contains("undone");
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
        assertThat(run.out()).as(run.err()).endsWith("}\n").hasLineCount(1);
        try {
            JsonNode object = new JsonMapper().readTree(run.out());
            assertThat(object.path("version").asInt()).isEqualTo(1);
            assertThat(object.path("exitCode").asInt()).isEqualTo(run.code());
            String command = object.path("command").asText();
            assertThat(members().get(command))
                    .as("the members of %s in the table of commands", command)
                    .containsAll(() -> object.fieldNames());
            collect("", object);
            return object;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void collect(String path, JsonNode node) {
        if (!path.isEmpty()) {
            seen.merge(path, type(node), (one, other) -> one.equals(other) ? one : one + " or " + other);
        }
        if (node.isArray()) {
            node.forEach(each -> {
                if (each.isContainerNode()) {
                    each.properties().forEach(field -> collect(path + "[]." + field.getKey(), field.getValue()));
                }
            });
        }
        node.properties().forEach(field -> {
            String name = (path.isEmpty() ? "" : path + ".") + field.getKey();
            collect(OPEN.matcher(name).replaceAll("$1.*"), field.getValue());
        });
    }

    private static String type(JsonNode node) {
        return node.isTextual()
                ? "text"
                : node.isNumber() ? "number" : node.isBoolean() ? "boolean" : node.isArray() ? "array" : "object";
    }

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, other) -> one, TreeMap::new));
    }
}
