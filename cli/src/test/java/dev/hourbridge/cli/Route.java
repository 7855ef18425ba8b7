package dev.hourbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A migration from one end to another, as a configuration file in a directory of its own. */
final class Route {
    static final String NO_NOTE = "(no note)";
    private static final List<String> LETTERS = List.of("A", "B");

    private final RouteSide source;
    private final RouteSide target;
    private final Path directory;

    Route(RouteSide source, RouteSide target, Path directory) {
        this.source = source;
        this.target = target;
        this.directory = directory;
    }

    CommandRun migrate() {
        return run("migrate", "--yes");
    }

    CommandRun run(String... options) {
        Path file = directory.resolve("migration.yaml");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, String.join("\n", yaml()) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, String> secrets = new HashMap<>(source.environment());
        secrets.putAll(target.environment());
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-c", file.toString()));
        return new CommandRun().with(secrets).started(arguments.toArray(String[]::new));
    }

    /** What the report says happens to fields: {@code start dropped} to the number of entries. */
    Map<String, Long> losses() {
        Map<String, Long> losses = new TreeMap<>();
        for (JsonNode loss : report().path("plan").path("losses")) {
            losses.put(
                    loss.path("field").asText() + " " + loss.path("kind").asText(),
                    loss.path("entries").asLong());
        }
        return losses;
    }

    private JsonNode report() {
        try {
            return new JsonMapper().readTree(directory.resolve("report.json").toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> yaml() {
        List<String> yaml = new ArrayList<>();
        side(yaml, "source", source);
        side(yaml, "target", target);
        yaml.add("range: { from: 2024-01-01, to: 2024-12-31 }");
        yaml.add("map:");
        yaml.add("  people: " + pairs(source.people(), target.people()));
        if (!target.projects().isEmpty()) {
            Map<String, String> projects = new TreeMap<>();
            source.projects().forEach((id, letter) -> projects.put(id, target.project(letter)));
            yaml.add("  projects: " + flow(projects));
        }
        Map<String, String> tasks = new TreeMap<>();
        source.tasks().forEach((id, letter) -> tasks.put(id, target.task(letter)));
        yaml.add("  tasks: " + flow(tasks));
        if (!source.activities().isEmpty() && !target.activities().isEmpty()) {
            yaml.add("  activities: " + pairs(source.activities(), target.activities()));
        }
        work(yaml);
        defaults(yaml);
        yaml.add("policy:");
        yaml.add("  existing: stop");
        if (target.service().equals("teamwork")) {
            yaml.add("  startPolicy: \"09:00\"");
        }
        yaml.add("ledger: " + directory.resolve("migration.db"));
        yaml.add("report: " + directory.resolve("report"));
        return yaml;
    }

    private static void side(List<String> yaml, String name, RouteSide end) {
        yaml.add(name + ":");
        yaml.add("  service: " + end.service());
        end.yaml().forEach(line -> yaml.add("  " + line));
    }

    /** Where one of the two names no project, rules choose the other's place. */
    private void work(List<String> yaml) {
        yaml.add("  work:");
        if (target.projects().isEmpty()) {
            source.projects().forEach((id, letter) -> {
                Map<String, String> to = new TreeMap<>(Map.of("task", target.task(letter)));
                if (source.activities().isEmpty()) {
                    to.put("activity", target.activities().get(0));
                }
                yaml.add("    - { from: " + flow(Map.of("project", id)) + ", to: " + flow(to) + " }");
            });
        } else if (source.projects().isEmpty()) {
            source.tasks().forEach((id, letter) -> {
                Map<String, String> to =
                        new TreeMap<>(Map.of("project", target.project(letter), "task", target.task(letter)));
                yaml.add("    - { from: " + flow(Map.of("task", id)) + ", to: " + flow(to) + " }");
            });
        } else {
            yaml.remove(yaml.size() - 1);
        }
    }

    private void defaults(List<String> yaml) {
        Map<String, String> defaults = new TreeMap<>();
        defaults.put("person", target.people().get(0));
        if (target.projects().isEmpty()) {
            defaults.put("task", target.task(LETTERS.get(0)));
            defaults.put("activity", target.activities().get(0));
        } else {
            defaults.put("project", target.project(LETTERS.get(0)));
        }
        if (target.service().equals("codebase")) {
            defaults.put("note", NO_NOTE);
        }
        yaml.add("defaults: " + flow(defaults));
    }

    private static String pairs(List<String> from, List<String> to) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < from.size(); i++) {
            pairs.put(from.get(i), to.get(i));
        }
        return flow(pairs);
    }

    private static String flow(Map<String, String> map) {
        List<String> parts = new ArrayList<>();
        map.forEach((key, value) -> parts.add("\"" + key + "\": \"" + value + "\""));
        return "{ " + String.join(", ", parts) + " }";
    }
}
