package dev.hourbridge.cli.report;

import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.Verdict;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry in the table.
 *
 * <p>Long text in a row is truncated, so a very long note does not make the page unusable. The text and JSON reports
 * contain the full text.
 */
record HtmlRow(
        String letter,
        String verdict,
        String source,
        String target,
        String day,
        String start,
        String hours,
        String person,
        String project,
        String task,
        String note,
        String remark,
        boolean needsAnEye) {

    private static final int MAX_TEXT_CHARACTERS = 1_000;

    /** Returns the line of an entry. */
    static HtmlRow of(EntryReport entry, Names names, Names sourceNames) {
        return new HtmlRow(
                entry.verdict().map(verdict -> String.valueOf(verdict.letter())).orElse("·")
                        + (entry.sourceChanged() ? "s" : ""),
                entry.verdict().map(Labels::label).orElse("not yet verified"),
                entry.sourceId(),
                entry.targetId().orElse("–"),
                entry.day().toString(),
                entry.start().map(LocalTime::toString).orElse(""),
                Labels.hours(entry.duration()),
                names.shownPerson(entry.person()),
                names.shownProject(entry.project()),
                names.shownTask(entry.task()),
                cut(entry.note()),
                cut(String.join("; ", remarks(entry, sourceNames))),
                !isUnremarkable(entry));
    }

    /** Returns the legend for the letters of rows. */
    static String legend(List<HtmlRow> rows) {
        return rows.stream()
                .map(row -> row.letter() + " " + row.verdict())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Returns the text, truncated if it is long. The JSON report contains the full text. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_CHARACTERS))
                        + "… (truncated; the JSON report has the full text)";
    }

    /** Returns the number of characters in the line, for the limit on the page size. */
    int characters() {
        return source.length()
                + target.length()
                + person.length()
                + project.length()
                + task.length()
                + note.length()
                + remark.length();
    }

    /** Returns whether the user does not need to check the entry. */
    static boolean isUnremarkable(EntryReport entry) {
        return entry.differences().isEmpty()
                && !entry.sourceChanged()
                && entry.reason().isEmpty()
                && entry.verdict()
                        .map(verdict -> verdict == Verdict.SAME || verdict == Verdict.SAME_WITH_LOSS)
                        .orElse(true);
    }

    /** Returns the remarks on an entry, the most important first. */
    private static List<String> remarks(EntryReport entry, Names sourceNames) {
        List<String> remarks = new ArrayList<>();
        remarks.add(Labels.label(entry.state()));
        if (entry.sourceChanged()) {
            remarks.add("changed or deleted at the source");
        }
        if (!entry.differences().isEmpty()) {
            remarks.add("differs: " + Differences.planned(entry.differences()));
        }
        if (!entry.losses().isEmpty()) {
            remarks.add(Labels.losses(entry, sourceNames));
        }
        entry.reason().ifPresent(remarks::add);
        return remarks;
    }
}
