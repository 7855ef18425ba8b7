package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.mapping.MappingValues.Line;
import dev.hourbridge.cli.report.Labels;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a mapping file to complete, as YAML that can be part of a configuration file.
 *
 * <p>The comment on each line contains the name and the number of entries, because ids alone mean nothing to a user.
 *
 * <pre>
 * map:
 *   people:
 *     # On the target: "1000" Zoë O'Neill
 *     "25": "999"   # walter, 7 entries
 *   projects:
 *     "29": "1077"   # Harbour wall, 7 entries; by name: Harbour Wall
 * defaults:
 *   project: "999"   # for 1 entry without one
 * </pre>
 */
final class MappingTemplate {
    /** The sections of a mapping by the kind that they map. */
    static final Map<EntryField, String> SECTIONS = sections();

    static final String TO_NAME =
            "# Fill in the target's ids, or write skip. To use this file, specify it in the configuration: mapping: "
                    + "FILE";
    static final String TO_MOVE = "# Fill in the target's ids, and move this to the configuration file.";

    private static final String NO_LONGER_ASKED = "   # no longer needed";
    private static final int MAX_NAMES = 100;
    private static final int MAX_NAME = 60;

    private final MappingValues values;

    private MappingTemplate(MappingValues values) {
        this.values = values;
    }

    /** Returns the kinds in file order, with the names of their sections. */
    private static Map<EntryField, String> sections() {
        Map<EntryField, String> sections = new LinkedHashMap<>();
        sections.put(EntryField.PERSON, "people");
        sections.put(EntryField.PROJECT, "projects");
        sections.put(EntryField.TASK, "tasks");
        sections.put(EntryField.ACTIVITY, "activities");
        return sections;
    }

    /** Returns the section for a kind; the kind itself if it has no section. */
    static String section(String kind) {
        return SECTIONS.entrySet().stream()
                .filter(each -> each.getKey().name().equalsIgnoreCase(kind))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(kind);
    }

    /** Returns the text under a heading. */
    static String of(MappingValues values, String heading) {
        return new MappingTemplate(values).text(heading);
    }

    /** Returns the file with all sections that have lines. */
    private String text(String heading) {
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        List<String> map = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> section(map, kind, section));
        rules(map);
        if (!map.isEmpty()) {
            lines.add("map:");
            lines.addAll(map);
        }
        List<String> defaults = defaults();
        if (!defaults.isEmpty()) {
            lines.add("defaults:");
            lines.addAll(defaults);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the lines of {@code defaults}. */
    private List<String> defaults() {
        List<String> lines = new ArrayList<>();
        for (Line line : values.defaults()) {
            MappingRow row = line.row();
            lines.add("  " + Labels.of(row.kind()) + ":" + value(line) + "   # for " + Labels.entries(row.entries())
                    + " without one" + (row.remark().isEmpty() ? "" : "; " + row.remark()));
        }
        values.unasked("defaults")
                .forEach((key, value) -> lines.add("  " + key + ": " + value.yaml() + NO_LONGER_ASKED));
        return lines;
    }

    /** Adds the lines of a section. An optional id without a value is commented out, so the file is valid as it is. */
    private void section(List<String> lines, EntryField kind, String section) {
        List<String> own = new ArrayList<>();
        List<Line> asked = values.of(kind);
        for (Line line : asked) {
            boolean isComment = !line.row().isRequired() && line.value().isEmpty();
            own.add("    " + (isComment ? "# " : "") + quoted(line.row().id()) + ":" + value(line) + comment(line));
        }
        values.unasked(section)
                .forEach((id, value) -> own.add("    " + quoted(id) + ": " + value.yaml() + NO_LONGER_ASKED));
        if (own.isEmpty()) {
            return;
        }
        // Never commented out itself: if a user uncommented only a child, it would belong to the previous section.
        lines.add("  " + section + ":");
        List<NameMatcher.Named> names = values.openTargets(kind);
        for (NameMatcher.Named each : names.subList(0, Math.min(MAX_NAMES, names.size()))) {
            lines.add("    # On the target: " + quoted(each.id()) + " " + TerminalText.cut(each.name(), MAX_NAME));
        }
        lines.addAll(own);
    }

    /**
     * Adds rules. If the target accepts tasks only, mapping a project has no effect, so a rule assigns a task to its
     * entries.
     */
    private void rules(List<String> lines) {
        List<String> own = new ArrayList<>();
        for (Line line : values.rules()) {
            Map<String, String> from = Map.of("project", line.row().id());
            String to = line.value().map(FilledMapping.Value::text).orElse("{ task: }");
            own.add(rule(from, to) + comment(line) + " without their own task");
        }
        values.unaskedRules().forEach((from, to) -> own.add(rule(from, to) + NO_LONGER_ASKED));
        if (!own.isEmpty()) {
            lines.add("  work:");
            lines.addAll(own);
        }
    }

    private static String rule(Map<String, String> from, String to) {
        return "    - { from: " + flow(from) + ", to: " + to + " }";
    }

    /** Returns fields as a mapping on one line. */
    static String flow(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + quoted(field.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** Returns a comment with the name, the number of entries and the reason for a proposal. */
    private static String comment(Line line) {
        MappingRow row = line.row();
        return "   # " + row.name().map(text -> TerminalText.line(text) + ", ").orElse("")
                + Labels.entries(row.entries()) + (line.reason().isEmpty() ? "" : "; " + line.reason())
                + (row.remark().isEmpty() || line.value().isPresent() ? "" : "; " + row.remark());
    }

    private static String value(Line line) {
        return line.value().map(value -> " " + value.yaml()).orElse("");
    }

    /**
     * Returns an id in quotation marks, which prevents YAML from reading {@code 0012} or {@code no} as something else.
     */
    static String quoted(String id) {
        return '"' + TerminalText.line(id).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
