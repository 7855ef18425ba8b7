package dev.hourbridge.cli.report;

import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a configuration file that is still to be written, with room for the target's ids. */
public final class MappingTemplate {
    private static final Map<EntryField, String> SECTIONS = sections();

    private MappingTemplate() {}

    private static Map<EntryField, String> sections() {
        Map<EntryField, String> sections = new LinkedHashMap<>();
        sections.put(EntryField.PERSON, "people");
        sections.put(EntryField.PROJECT, "projects");
        sections.put(EntryField.TASK, "tasks");
        sections.put(EntryField.ACTIVITY, "activities");
        return sections;
    }

    /** The template as YAML; empty if nothing is unmapped. */
    public static Optional<String> of(MigrationPlan plan) {
        if (plan.unmapped().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("# Fill in the target's ids, and move this into the configuration file.");
        List<String> map = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> section(map, kind, section, plan.unmapped()));
        if (!map.isEmpty()) {
            lines.add("map:");
            lines.addAll(map);
        }
        List<String> defaults = new ArrayList<>();
        plan.unmapped().stream().filter(each -> each.id().isEmpty()).forEach(each -> {
            defaults.add("  " + Words.of(each.kind()) + ":   # for " + Words.entries(each.entries()) + " without one");
        });
        if (!defaults.isEmpty()) {
            lines.add("defaults:");
            lines.addAll(defaults);
        }
        return Optional.of(String.join("\n", lines) + "\n");
    }

    private static void section(List<String> lines, EntryField kind, String section, List<Unmapped> unmapped) {
        List<Unmapped> own = unmapped.stream()
                .filter(each -> each.kind() == kind && !each.id().isEmpty())
                .toList();
        if (own.isEmpty()) {
            return;
        }
        lines.add("  " + section + ":");
        for (Unmapped each : own) {
            String name = each.name().map(text -> Plain.line(text) + ", ").orElse("");
            lines.add("    " + quoted(each.id()) + ":   # " + name + Words.entries(each.entries()));
        }
    }

    private static String quoted(String id) {
        return '"' + Plain.line(id).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
