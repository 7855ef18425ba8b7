package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The members of JSON objects that {@code docs/scripting.md} lists, and those that commands printed. */
final class JsonMembers {
    static final Path PAGE = Path.of("..", "docs", "scripting.md");

    /** A line of the table of commands: the commands, and their members. */
    private static final Pattern COMMANDS = Pattern.compile("(?m)^\\| (`[a-z][^|]*) \\| ([^|]*`[^|]*) \\|$");

    private static final Pattern WORD = Pattern.compile("`([a-z][A-Za-z0-9]*)(?: --dry-run)?`");
    private static final Set<String> OF_EVERY_COMMAND = Set.of("version", "command", "exitCode", "error");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\w+) \\| .* \\|$");

    /** Their members are named for values, such as states. */
    private static final Pattern OPEN = Pattern.compile("((?:^|\\.)(?:states|verdicts))\\.[^.]+");

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

    private final Map<String, String> seen = new TreeMap<>();

    /** Returns the commands of the table of commands. */
    Set<String> commands() throws IOException {
        return byCommand().keySet();
    }

    /** Reads the one object that a command printed, whose members are those of the table of commands. */
    JsonNode see(CommandRun run) {
        assertThat(run.out()).as(run.err()).endsWith("}\n").hasLineCount(1);
        try {
            JsonNode object = new JsonMapper().readTree(run.out());
            assertThat(object.path("version").asInt()).isEqualTo(1);
            assertThat(object.path("exitCode").asInt()).isEqualTo(run.code());
            String command = object.path("command").asText();
            assertThat(byCommand().get(command))
                    .as("the members of %s in the table of commands", command)
                    .containsAll(() -> object.fieldNames());
            collect("", object);
            return object;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The page lists exactly the members that were seen, with their types, and the rare ones. */
    void assertAllWereSeen() throws IOException {
        Map<String, String> documented = documented();
        RARE.forEach(path -> assertThat(documented.remove(path)).as(path).isNotNull());
        assertThat(seen.entrySet()).containsExactlyInAnyOrderElementsOf(documented.entrySet());
    }

    /** The members that the table of commands lists, by command. A command can have those of other ones. */
    private static Map<String, Set<String>> byCommand() throws IOException {
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
