package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.report.Labels;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The part of a configuration file that is still to be written, with room for the target's ids. */
final class MappingTemplate {
    private static final Map<EntryField, String> SECTIONS = sections();
    private static final String NO_LONGER_ASKED = "   # not asked for any more";

    private final List<Unmapped> unmapped;
    private final MappableIds mappable;
    private final FilledTemplate filled;
    private final boolean isWhole;

    private MappingTemplate(MigrationPlan plan, MappableIds mappable, FilledTemplate filled, boolean isWhole) {
        this.unmapped = plan.unmapped();
        this.mappable = mappable;
        this.filled = filled;
        this.isWhole = isWhole;
    }

    /**
     * Returns, as YAML, what the plan lacks and what is filled in already, with what may be mapped and need not be as
     * comments.
     */
    static String of(MigrationPlan plan, MappableIds mappable, FilledTemplate filled) {
        return new MappingTemplate(plan, mappable, filled, true).text();
    }

    /** Returns, as YAML, what the plan lacks and nothing else, for a screen. */
    static String demanded(MigrationPlan plan, MappableIds mappable) {
        return new MappingTemplate(plan, mappable, FilledTemplate.none(), false).text();
    }

    private static Map<EntryField, String> sections() {
        Map<EntryField, String> sections = new LinkedHashMap<>();
        sections.put(EntryField.PERSON, "people");
        sections.put(EntryField.PROJECT, "projects");
        sections.put(EntryField.TASK, "tasks");
        sections.put(EntryField.ACTIVITY, "activities");
        return sections;
    }

    /** {@code 30 tasks and 2 activities} that could be mapped; empty for none. */
    static Optional<String> counted(MappableIds mappable) {
        List<String> counts = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> {
            int count = mappable.of(kind).size();
            if (count > 0) {
                counts.add(count + " " + (count == 1 ? Labels.of(kind) : section));
            }
        });
        return counts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", counts));
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Fill in the target's ids, and move this into the configuration file.");
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

    private List<String> defaults() {
        Set<String> left = new LinkedHashSet<>(filled.keys("defaults"));
        List<String> lines = new ArrayList<>();
        unmapped.stream().filter(each -> each.id().isEmpty()).forEach(each -> {
            String key = Labels.of(each.kind());
            left.remove(key);
            lines.add("  " + key + ":" + value("defaults", key) + "   # for " + Labels.entries(each.entries())
                    + " without one"
                    + (each.kind() == EntryField.PROJECT && mappable.giveProjects()
                            ? "; their tasks, mapped, give it too"
                            : ""));
        });
        left.forEach(key -> lines.add("  " + key + ":" + value("defaults", key) + NO_LONGER_ASKED));
        return lines;
    }

    private void section(List<String> lines, EntryField kind, String section) {
        Set<String> left = new LinkedHashSet<>(filled.keys(section));
        List<String> own = new ArrayList<>();
        for (Unmapped each : asked(one -> one.kind() == kind && !isRule(one))) {
            left.remove(each.id());
            own.add("    " + line(section, each.id(), each.name(), each.entries()));
        }
        boolean isProjectAsked = unmapped.stream()
                .anyMatch(one -> one.kind() == EntryField.PROJECT && one.id().isEmpty());
        for (Names.Seen each : isWhole ? mappable.of(kind) : List.<Names.Seen>of()) {
            boolean isAsked = unmapped.stream()
                    .anyMatch(one -> one.kind() == kind && one.id().equals(each.id()));
            if (!isAsked) {
                boolean isFilled = left.remove(each.id());
                own.add("    " + (isFilled ? "" : "# ") + line(section, each.id(), each.name(), each.entries())
                        + (kind == EntryField.TASK && isProjectAsked && mappable.givesProject(each.id())
                                ? "; mapped, it gives the project too"
                                : "; left out unless it is mapped"));
            }
        }
        left.forEach(id -> own.add("    " + quoted(id) + ":" + value(section, id) + NO_LONGER_ASKED));
        if (!own.isEmpty()) {
            // Never a comment itself: a child that lost its mark alone would be the section's before it.
            lines.add("  " + section + ":");
            lines.addAll(own);
        }
    }

    /** Where the target takes tasks only, no project of the target can help: a rule gives a project's entries a task. */
    private void rules(List<String> lines) {
        Map<Map<String, String>, Map<String, String>> left = new LinkedHashMap<>(filled.rules());
        List<String> own = new ArrayList<>();
        for (Unmapped each : asked(this::isRule)) {
            Map<String, String> from = Map.of("project", each.id());
            Map<String, String> to = left.remove(from);
            own.add(rule(from, to == null ? "{ task: }" : flow(to)) + "   # "
                    + each.name().map(text -> TerminalText.line(text) + ", ").orElse("")
                    + Labels.entries(each.entries())
                    + " without a task of their own");
        }
        left.forEach((from, to) -> own.add(rule(from, flow(to)) + NO_LONGER_ASKED));
        if (!own.isEmpty()) {
            lines.add("  work:");
            lines.addAll(own);
        }
    }

    private List<Unmapped> asked(Predicate<Unmapped> condition) {
        return unmapped.stream()
                .filter(one -> !one.id().isEmpty())
                .filter(condition)
                .toList();
    }

    private boolean isRule(Unmapped one) {
        return one.kind() == EntryField.PROJECT && mappable.takesTasksOnly();
    }

    private static String rule(Map<String, String> from, String to) {
        return "    - { from: " + flow(from) + ", to: " + to + " }";
    }

    private static String flow(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + quoted(field.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private String line(String section, String id, Optional<String> name, long entries) {
        return quoted(id) + ":" + value(section, id) + "   # "
                + name.map(text -> TerminalText.line(text) + ", ").orElse("") + Labels.entries(entries);
    }

    private String value(String section, String key) {
        return filled.value(section, key).map(value -> " " + quoted(value)).orElse("");
    }

    private static String quoted(String id) {
        return '"' + TerminalText.line(id).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
