package dev.hourbridge.cli.report;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of the mapping of people, projects and tasks, with the names that were seen. */
record HtmlIds(String kind, String source, String sourceName, String target, String targetName) {
    private static final String NOT_KNOWN = "–";

    /** Returns a line for each id of the mapping, by kind. */
    static List<HtmlIds> of(Mapping mapping, Names sources, Names targets) {
        List<HtmlIds> lines = new ArrayList<>();
        add(lines, EntryField.PERSON, mapping.people(), sources, targets);
        add(lines, EntryField.PROJECT, mapping.projects(), sources, targets);
        add(lines, EntryField.TASK, mapping.tasks(), sources, targets);
        add(lines, EntryField.ACTIVITY, mapping.activities(), sources, targets);
        mapping.skipped()
                .forEach((kind, ids) -> ids.forEach(id -> lines.add(
                        new HtmlIds(Labels.of(kind), id, sources.name(kind, id).orElse(NOT_KNOWN), "skipped", ""))));
        addDefault(lines, EntryField.PERSON, mapping.defaultPerson(), targets);
        addDefault(lines, EntryField.PROJECT, mapping.defaultProject(), targets);
        addDefault(lines, EntryField.TASK, mapping.defaultTask(), targets);
        addDefault(lines, EntryField.ACTIVITY, mapping.defaultActivity(), targets);
        return lines;
    }

    /** Adds the ids of one kind, in the order of the mapping. */
    private static void add(
            List<HtmlIds> lines, EntryField kind, Map<String, String> ids, Names sources, Names targets) {
        ids.forEach((from, to) -> lines.add(new HtmlIds(
                Labels.of(kind),
                from,
                sources.name(kind, from).orElse(NOT_KNOWN),
                to,
                targets.name(kind, to).orElse(NOT_KNOWN))));
    }

    /** Adds the default for entries without an id. */
    private static void addDefault(List<HtmlIds> lines, EntryField kind, Optional<String> id, Names targets) {
        id.ifPresent(to -> lines.add(new HtmlIds(
                Labels.of(kind),
                "any other, or none",
                NOT_KNOWN,
                to,
                targets.name(kind, to).orElse(NOT_KNOWN))));
    }
}
