package dev.hourbridge.cli.report;

import dev.hourbridge.migration.FieldChange;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.PlannedChange;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change in the table.
 *
 * <p>A change that was carried out has no remarks: remarks explain only what is still open.
 */
record HtmlChange(
        String kind, String state, String source, String target, List<String> fields, String remark, boolean isOpen) {
    private static final String ARROW = " \u2192 ";

    /** Returns the line of a change. */
    static HtmlChange of(ReportedChange reported, Names names) {
        PlannedChange change = reported.change();
        return new HtmlChange(
                Labels.of(change.kind()),
                reported.isDone() ? "carried out" : Labels.label(change.state()),
                change.sourceId(),
                change.targetId().orElse("\u2013"),
                change.fields().stream().map(field -> field(field, names)).toList(),
                reported.isDone() ? "" : HtmlRow.cut(String.join("; ", remarks(change, names))),
                !reported.isDone() && Labels.needsDecision(change.state()));
    }

    private static String field(FieldChange change, Names names) {
        return Labels.of(change.field()) + ": " + value(change.field(), change.before(), names) + ARROW
                + value(change.field(), change.after(), names);
    }

    /** Returns the special properties of a change: its row was moved, adopted, or changed by another user. */
    private static List<String> remarks(PlannedChange change, Names names) {
        List<String> remarks = new ArrayList<>();
        if (change.remapped()) {
            remarks.add("mapping changed");
        }
        if (change.adopted()) {
            remarks.add("the row was on the target before the migration");
        }
        for (FieldDifference each : change.conflict()) {
            remarks.add(Labels.of(each.field()) + " sent as " + value(each.field(), each.planned(), names) + ", is "
                    + value(each.field(), each.found(), names));
        }
        change.reason().ifPresent(remarks::add);
        return remarks;
    }

    /** Returns a value for the user: an id with its name, or the beginning of a note. */
    private static String value(EntryField field, Optional<String> value, Names names) {
        return value.map(text -> switch (field) {
                    case PERSON, PROJECT, TASK, ACTIVITY -> names.shown(field, text);
                    default -> HtmlRow.cut(text);
                })
                .orElse("none");
    }
}
