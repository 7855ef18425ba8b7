package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.report.Labels;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the source ids for a mapping file to complete.
 *
 * <p>Required ids come first, followed by ids that may be mapped.
 */
final class MappingRows {
    private static final String LEFT_OUT = "omitted unless it is mapped";

    private MappingRows() {}

    /** Returns the ids that are required to carry out a plan. */
    static List<MappingRow> demanded(MigrationPlan plan, MappableIds mappable) {
        return plan.unmapped().stream().map(each -> demanded(each, mappable)).toList();
    }

    /** Returns the row of an id that the plan requires. */
    private static MappingRow demanded(Unmapped each, MappableIds mappable) {
        boolean isProjectOfTasks = each.id().isEmpty() && each.kind() == EntryField.PROJECT && mappable.giveProjects();
        return new MappingRow(
                each.kind(),
                each.id(),
                each.name(),
                each.entries(),
                true,
                isProjectOfTasks ? "mapping their tasks also sets it" : "");
    }

    /** Returns the ids that a plan requires, the ids that may be mapped, and the seen source ids that have a value. */
    static List<MappingRow> of(MigrationPlan plan, MappableIds mappable, FilledMapping filled) {
        List<MappingRow> rows = new ArrayList<>(demanded(plan, mappable));
        boolean isProjectAsked = plan.unmapped().stream()
                .anyMatch(one -> one.kind() == EntryField.PROJECT && one.id().isEmpty());
        for (EntryField kind : MappingTemplate.SECTIONS.keySet()) {
            for (Names.Seen each : mappable.of(kind)) {
                if (isNew(rows, kind, each.id())) {
                    boolean givesProject =
                            kind == EntryField.TASK && isProjectAsked && mappable.givesProject(each.id());
                    String remark = givesProject ? "mapping it also sets the project" : LEFT_OUT;
                    rows.add(new MappingRow(kind, each.id(), each.name(), each.entries(), false, remark));
                }
            }
        }
        MappingTemplate.SECTIONS.forEach((kind, section) -> {
            filled.keys(section).forEach(id -> addSeen(rows, kind, id, mappable));
            filled.value("defaults", Labels.of(kind)).ifPresent(value -> addSeen(rows, kind, "", mappable));
        });
        return rows;
    }

    /** Adds an id from the source's entries, unless it is already present. */
    private static void addSeen(List<MappingRow> rows, EntryField kind, String id, MappableIds mappable) {
        mappable.seen(kind, id)
                .filter(each -> isNew(rows, kind, id))
                .ifPresent(each ->
                        rows.add(new MappingRow(kind, id, each.name(), each.entries(), mappable.isRequired(kind), "")));
    }

    /** Returns all seen source ids that no other file maps. */
    static List<MappingRow> of(MappableIds mappable) {
        List<MappingRow> rows = new ArrayList<>();
        for (EntryField kind : MappingTemplate.SECTIONS.keySet()) {
            for (Names.Seen each : mappable.unnamed(kind)) {
                boolean isRequired = mappable.isRequired(kind);
                if (isRequired || !each.id().isEmpty()) {
                    rows.add(new MappingRow(
                            kind, each.id(), each.name(), each.entries(), isRequired, remark(kind, mappable)));
                }
            }
        }
        return rows;
    }

    /** Returns what happens to entries if the line is not completed. */
    private static String remark(EntryField kind, MappableIds mappable) {
        if (mappable.isRequired(kind)) {
            return "";
        }
        return mappable.defaultOf(kind).map(id -> "else the default, " + id).orElse(LEFT_OUT);
    }

    private static boolean isNew(List<MappingRow> rows, EntryField kind, String id) {
        return rows.stream().noneMatch(row -> row.kind() == kind && row.id().equals(id));
    }
}
