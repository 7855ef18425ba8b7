package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.mapping.FilledMapping.Value;
import dev.hourbridge.cli.mapping.MappingProposals.Proposal;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of a mapping file to complete. Each requested id has the value that a user entered, or else a proposal.
 * Entered values that are no longer requested are retained.
 */
final class MappingValues {
    private final List<MappingRow> rows;
    private final FilledMapping filled;
    private final MappingProposals proposals;
    private final boolean takesTasksOnly;
    private final List<Line> lines;

    /**
     * A line.
     *
     * @param value the entered or proposed value; the result as YAML for a rule
     * @param isProposed whether the value is a proposal
     * @param reason the reason for the proposal, the candidates, and what to check
     */
    record Line(MappingRow row, Optional<Value> value, boolean isProposed, String reason, boolean hasCandidates) {}

    /**
     * Computes the lines of a file.
     *
     * @param rows the requested ids
     * @param filled the values that a user entered earlier
     * @param proposals the proposals based on names
     * @param mappable the ids that the target could also store
     */
    MappingValues(List<MappingRow> rows, FilledMapping filled, MappingProposals proposals, MappableIds mappable) {
        this.rows = rows;
        this.filled = filled;
        this.proposals = proposals;
        this.takesTasksOnly = mappable.takesTasksOnly();
        Map<String, String> projects = new LinkedHashMap<>(mappable.projects());
        filled.keys("projects")
                .forEach(id -> filled.value("projects", id)
                        .filter(value -> !value.hasKeys())
                        .ifPresent(value -> projects.put(id, value.text())));
        this.lines = remarked(rows.stream().map(row -> line(row, projects)).toList());
    }

    /** Returns a line with the entered value, or else with a proposal. */
    private Line line(MappingRow row, Map<String, String> projects) {
        Optional<Value> own = isRule(row)
                ? Optional.ofNullable(filled.rules().get(Map.of("project", row.id())))
                        .map(text -> new Value(text, true))
                : filled.value(
                        row.id().isEmpty() ? "defaults" : MappingTemplate.SECTIONS.getOrDefault(row.kind(), ""),
                        row.id().isEmpty() ? row.kind().name().toLowerCase(Locale.ROOT) : row.id());
        if (row.id().isEmpty() || isRule(row)) {
            return new Line(row, own, false, "", false);
        }
        Proposal proposal = proposals.of(row.kind(), row.id(), projects);
        if (own.isPresent()) {
            boolean isAsProposed = proposal.value().equals(own.map(Value::text));
            return new Line(row, own, false, isAsProposed ? proposal.reason() : "", false);
        }
        return new Line(
                row,
                proposal.value().map(id -> new Value(id, false)),
                proposal.value().isPresent(),
                proposal.reason(),
                !proposal.candidates().isEmpty());
    }

    /** Adds a remark to lines of a kind that have the same target id. */
    private static List<Line> remarked(List<Line> lines) {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> isId(line))
                .forEach(line -> sources.computeIfAbsent(target(line), key -> new ArrayList<>())
                        .add(line.row().id()));
        return lines.stream().map(line -> remarked(line, sources)).toList();
    }

    /** Returns the line with a remark if another id has the same target, which may be intended. */
    private static Line remarked(Line line, Map<String, List<String>> sources) {
        List<String> all = isId(line) ? sources.getOrDefault(target(line), List.of()) : List.of();
        if (all.size() < 2) {
            return line;
        }
        String others = all.stream()
                .filter(id -> !id.equals(line.row().id()))
                .limit(5)
                .map(MappingTemplate::quoted)
                .collect(Collectors.joining(", "));
        String remark = "CHECK: also the target of " + others;
        return new Line(
                line.row(),
                line.value(),
                line.isProposed(),
                line.reason().isEmpty() ? remark : line.reason() + "; " + remark,
                line.hasCandidates());
    }

    /** Returns whether the line has one target id as its value. */
    private static boolean isId(Line line) {
        return !line.row().id().isEmpty()
                && line.value()
                        .filter(value -> !value.hasKeys() && !value.text().equals("skip"))
                        .isPresent();
    }

    private static String target(Line line) {
        return line.row().kind() + " " + line.value().map(Value::text).orElse("");
    }

    private boolean isRule(MappingRow row) {
        return takesTasksOnly && row.kind() == EntryField.PROJECT && !row.id().isEmpty();
    }

    /** Returns all lines, in order. */
    List<Line> lines() {
        return lines;
    }

    /** Returns the lines of a kind, without defaults and rules. */
    List<Line> of(EntryField kind) {
        return lines.stream()
                .filter(line -> line.row().kind() == kind && !line.row().id().isEmpty() && !isRule(line.row()))
                .toList();
    }

    /** Returns the lines that are work rules. */
    List<Line> rules() {
        return lines.stream().filter(line -> isRule(line.row())).toList();
    }

    /** Returns the lines that are defaults, which have no id. */
    List<Line> defaults() {
        return lines.stream().filter(line -> line.row().id().isEmpty()).toList();
    }

    /** Returns the values in a section that a user entered and that are not requested. */
    Map<String, Value> unasked(String section) {
        Set<String> asked = new HashSet<>();
        for (MappingRow row : rows) {
            if (section.equals("defaults") && row.id().isEmpty()) {
                asked.add(row.kind().name().toLowerCase(Locale.ROOT));
            } else if (section.equals(MappingTemplate.SECTIONS.get(row.kind())) && !isRule(row)) {
                asked.add(row.id());
            }
        }
        Map<String, Value> unasked = new LinkedHashMap<>();
        for (String key : filled.keys(section)) {
            if (!asked.contains(key)) {
                filled.value(section, key).ifPresent(value -> unasked.put(key, value));
            }
        }
        return unasked;
    }

    /** Returns the rules that a user entered and that are not requested, with their results as YAML. */
    Map<Map<String, String>, String> unaskedRules() {
        Map<Map<String, String>, String> unasked = new LinkedHashMap<>(filled.rules());
        rules().forEach(line -> unasked.remove(Map.of("project", line.row().id())));
        return unasked;
    }

    /** Returns the target names of a kind that no line uses, if a line has no value. */
    List<NameMatcher.Named> openTargets(EntryField kind) {
        List<Line> own = of(kind);
        boolean isOpen = own.stream().anyMatch(line -> line.value().isEmpty());
        Set<String> used = own.stream()
                .flatMap(line -> line.value().stream())
                .map(Value::text)
                .collect(Collectors.toSet());
        return isOpen
                ? proposals.targets(kind).stream()
                        .filter(each -> !used.contains(each.id()))
                        .toList()
                : List.of();
    }

    /** Returns the name of a target id, for CSV. */
    String targetName(EntryField kind, Value value) {
        return proposals.targetName(kind, value.text()).orElse("");
    }
}
