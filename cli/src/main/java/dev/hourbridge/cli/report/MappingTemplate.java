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

    /** What has to be mapped, as YAML, with what could be mapped besides as comments; empty if nothing has to be. */
    public static Optional<String> of(MigrationPlan plan, Optionals optionals) {
        return plan.unmapped().isEmpty() ? Optional.empty() : Optional.of(text(plan.unmapped(), optionals));
    }

    /** What has to be mapped and nothing else, for a screen. */
    public static Optional<String> demanded(MigrationPlan plan, Optionals optionals) {
        return of(plan, new Optionals() {
            @Override
            public List<Names.Seen> of(EntryField kind) {
                return List.of();
            }

            @Override
            public boolean givesProject(String task) {
                return false;
            }

            @Override
            public boolean giveProjects() {
                return optionals.giveProjects();
            }
        });
    }

    /** {@code 30 tasks and 2 activities} that could be mapped; empty for none. */
    public static Optional<String> counted(Optionals optionals) {
        List<String> counts = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> {
            int count = optionals.of(kind).size();
            if (count > 0) {
                counts.add(count + " " + (count == 1 ? Words.of(kind) : section));
            }
        });
        return counts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", counts));
    }

    /** What could be mapped, and is left out otherwise; empty if there is nothing of the kind. */
    public static Optional<String> of(Optionals optionals) {
        boolean isEmpty =
                SECTIONS.keySet().stream().allMatch(kind -> optionals.of(kind).isEmpty());
        return isEmpty ? Optional.empty() : Optional.of(text(List.of(), optionals));
    }

    private static String text(List<Unmapped> unmapped, Optionals optionals) {
        List<String> lines = new ArrayList<>();
        lines.add("# Fill in the target's ids, and move this into the configuration file.");
        List<String> map = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> section(map, kind, section, unmapped, optionals));
        if (!map.isEmpty()) {
            lines.add("map:");
            lines.addAll(map);
        }
        List<String> defaults = new ArrayList<>();
        unmapped.stream().filter(each -> each.id().isEmpty()).forEach(each -> {
            defaults.add("  " + Words.of(each.kind()) + ":   # for " + Words.entries(each.entries()) + " without one"
                    + (each.kind() == EntryField.PROJECT && optionals.giveProjects()
                            ? "; their tasks, mapped, give it too"
                            : ""));
        });
        if (!defaults.isEmpty()) {
            lines.add("defaults:");
            lines.addAll(defaults);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void section(
            List<String> lines, EntryField kind, String section, List<Unmapped> unmapped, Optionals optionals) {
        boolean isProjectAsked = unmapped.stream()
                .anyMatch(one -> one.kind() == EntryField.PROJECT && one.id().isEmpty());
        List<String> own = new ArrayList<>();
        for (Unmapped each : unmapped) {
            if (each.kind() == kind && !each.id().isEmpty()) {
                own.add("    " + line(each.id(), each.name(), each.entries()));
            }
        }
        for (Names.Seen each : optionals.of(kind)) {
            boolean isAsked = unmapped.stream()
                    .anyMatch(one -> one.kind() == kind && one.id().equals(each.id()));
            if (!isAsked) {
                own.add("    # " + line(each.id(), each.name(), each.entries())
                        + (kind == EntryField.TASK && isProjectAsked && optionals.givesProject(each.id())
                                ? "; mapped, it gives the project too"
                                : "; left out unless it is mapped"));
            }
        }
        if (!own.isEmpty()) {
            // Never a comment itself: a child that lost its mark alone would be the section's before it.
            lines.add("  " + section + ":");
            lines.addAll(own);
        }
    }

    private static String line(String id, Optional<String> name, long entries) {
        return quoted(id) + ":   # " + name.map(text -> Plain.line(text) + ", ").orElse("") + Words.entries(entries);
    }

    /** What may be mapped and need not. */
    public interface Optionals {
        /** The ids of a kind. */
        List<Names.Seen> of(EntryField kind);

        /** Whether entries without a project are on the task, which could give them the target's. */
        boolean givesProject(String task);

        /** Whether there is such a task. */
        boolean giveProjects();
    }

    private static String quoted(String id) {
        return '"' + Plain.line(id).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
