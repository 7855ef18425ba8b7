package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.FieldChange;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.PlannedChange;
import dev.hourbridge.migration.PlannedChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes the changes to entries that were sent before, as text and as JSON.
 *
 * <p>A new plan changes existing rows on the target, so samples of the changes are shown in addition to the counts.
 */
final class ChangesText {
    private static final int VALUE_WIDTH = 60;

    private ChangesText() {}

    /** Returns the counts, then the first changes of each kind with their values before and after. */
    static List<String> of(PlannedChanges changes) {
        List<String> lines = new ArrayList<>();
        count(lines, changes.updates(), "to update: changed at the source");
        count(lines, changes.remapped(), "to update: mapping changed");
        count(lines, changes.adopted(), "included in the rows to update: existed on the target before the migration");
        count(lines, changes.deletions(), "to delete: deleted at the source");
        count(lines, changes.remaining(), "deleted at the source, retained on the target");
        count(lines, changes.reported(), "changed at the source, but row unchanged (policy.changed is report)");
        count(lines, changes.notUpdatable(), "changed in a field that the target cannot update: row unchanged");
        count(lines, changes.notVisible(), "no longer visible at the source, but not proven deleted: row unchanged");
        count(lines, changes.conflicts(), "in conflict with another user's change: left unchanged on the target");
        count(lines, changes.rejected(), "rejected by the target");
        count(lines, changes.inDoubt(), "changed with an unknown outcome");
        count(lines, changes.retained(), "left unchanged on the target, as decided");
        changes.samples().stream()
                .filter(change -> change.state() != ChangeState.RETAINED)
                .forEach(change -> lines.add(TerminalText.line("    " + line(change))));
        if (changes.conflicts() > 0) {
            lines.add("Decision needed: hourbridge resolve SOURCE_ID --keep-target, or --overwrite.");
        }
        return lines;
    }

    private static void count(List<String> lines, long count, String words) {
        if (count > 0) {
            lines.add("  " + Labels.entries(count) + ": " + words);
        }
    }

    /** Writes every change into the text report; writes nothing if there are no changes. */
    static void write(Report report, Writer out) throws IOException {
        try {
            boolean[] isBegun = new boolean[1];
            report.changes().forEach(reported -> {
                try {
                    out.write(isBegun[0] ? "" : "\nChanges to entries that were sent before:\n");
                    isBegun[0] = true;
                    out.write(TerminalText.line(line(reported)) + "\n");
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Returns a change with its state, or with a note that this run carried it out. */
    private static String line(ReportedChange reported) {
        return reported.isDone()
                ? line(reported.change()) + " (carried out)"
                : line(reported.change()) + " ("
                        + Labels.label(reported.change().state()) + ")";
    }

    /** Returns a change with the values before and after, such as {@code update 3864 (row 17249632): note A -> B}. */
    private static String line(PlannedChange change) {
        StringBuilder line = new StringBuilder(change.kind() == PlannedChange.Kind.DELETION ? "delete " : "update ")
                .append(change.sourceId())
                .append(change.targetId().map(id -> " (row " + id + ")").orElse(""))
                .append(change.remapped() ? ", mapping changed" : "");
        String separator = ": ";
        for (FieldChange field : change.fields()) {
            line.append(separator)
                    .append(Labels.of(field.field()))
                    .append(' ')
                    .append(value(field.before()))
                    .append(" -> ")
                    .append(value(field.after()));
            separator = "; ";
        }
        for (FieldDifference field : change.conflict()) {
            line.append("; ").append(Labels.of(field.field()));
            if (field.planned().isPresent() || field.found().isPresent()) {
                line.append(" sent as ")
                        .append(value(field.planned()))
                        .append(", is ")
                        .append(value(field.found()));
            } else {
                line.append(" differs from what was sent");
            }
        }
        change.reason().ifPresent(reason -> line.append(" [").append(reason).append(']'));
        return line.toString();
    }

    private static String value(Optional<String> value) {
        return value.map(text -> TerminalText.cut(text, VALUE_WIDTH)).orElse("none");
    }

    /** Returns the counts and samples as members of a JSON object. */
    static Map<String, Object> json(PlannedChanges changes) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("creates", changes.creates());
        object.put("updates", changes.updates());
        object.put("remapped", changes.remapped());
        object.put("adopted", changes.adopted());
        object.put("deletions", changes.deletions());
        object.put("remaining", changes.remaining());
        object.put("reported", changes.reported());
        object.put("notUpdatable", changes.notUpdatable());
        object.put("notVisible", changes.notVisible());
        object.put("conflicts", changes.conflicts());
        object.put("rejected", changes.rejected());
        object.put("inDoubt", changes.inDoubt());
        object.put("retained", changes.retained());
        object.put("samples", changes.samples().stream().map(ChangesText::json).toList());
        return object;
    }

    /** Returns a change as a JSON object. Each field has both values; a cleared field has null. */
    static Map<String, Object> json(ReportedChange reported) {
        Map<String, Object> object = json(reported.change());
        object.put("isDone", reported.isDone());
        return object;
    }

    private static Map<String, Object> json(PlannedChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sourceId", change.sourceId());
        change.targetId().ifPresent(id -> object.put("targetId", id));
        object.put("kind", Labels.of(change.kind()));
        object.put("state", Labels.of(change.state()));
        object.put("remapped", change.remapped());
        object.put("adopted", change.adopted());
        object.put(
                "fields",
                change.fields().stream()
                        .map(field -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("field", Labels.of(field.field()));
                            field.before().ifPresent(value -> each.put("before", value));
                            field.after().ifPresent(value -> each.put("after", value));
                            return each;
                        })
                        .toList());
        object.put("conflict", Differences.objects(change.conflict()));
        change.reason().ifPresent(reason -> object.put("reason", reason));
        return object;
    }
}
