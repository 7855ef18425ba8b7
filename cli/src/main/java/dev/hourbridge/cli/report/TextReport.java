package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as text.
 *
 * <p>Any text in it that other people wrote is safe to print on a terminal.
 *
 * <pre>
 * ~  3864 -> 17249632  2024-01-02 09:00 …
 * </pre>
 */
public final class TextReport {
    private static final int NOTE_WIDTH = 60;

    private TextReport() {}

    /**
     * Returns the lines for the screen: everything except the individual entries and the totals. The last line is the
     * result.
     */
    public static List<String> summary(Report report) {
        List<String> lines = new ArrayList<>();
        report.plan().ifPresent(plan -> lines.addAll(PlanText.of(plan, report)));
        report.apply().ifPresent(apply -> lines.addAll(StepText.of(apply, report)));
        report.undo().ifPresent(undo -> lines.addAll(StepText.of(undo)));
        report.verify().ifPresent(verify -> {
            lines.addAll(StepText.of(verify, report.targetNames()));
            lines.addAll(Differences.of(verify, report.entries()));
            if (verify.rejected() > 0) {
                lines.add("The entries that were rejected or not sent as a result, with the reasons, are in "
                        + report.rejectsFile()
                        + ".");
            }
            lines.add(verify.summary());
        });
        return lines;
    }

    /** Returns what {@code undo --dry-run} prints. */
    public static List<String> undoPreview(UndoReport preview) {
        return StepText.preview(preview);
    }

    /** Writes the report. */
    static void write(Report report, Writer out) throws IOException {
        line(out, "Hourbridge " + report.step() + ", " + Labels.moment(report.writtenAt()));
        line(out, report.source() + " -> " + report.target() + ", " + report.firstDay() + " to " + report.lastDay());
        line(out, "");
        for (String each : report.plan().map(plan -> PlanText.of(plan, report)).orElse(List.of())) {
            line(out, each);
        }
        for (String each :
                report.apply().map(apply -> StepText.of(apply, report)).orElse(List.of())) {
            line(out, each);
        }
        for (String each : report.undo().map(StepText::of).orElse(List.of())) {
            line(out, each);
        }
        if (report.requests().isPresent()) {
            line(out, report.requests().get().text());
        }
        line(out, "");
        entries(report, out);
        ChangesText.write(report, out);
        if (report.verify().isPresent()) {
            OtherRows.write(report, out);
            line(out, "");
            for (String each : StepText.totals(report.verify().get(), report.targetNames())) {
                line(out, each);
            }
            line(out, "");
            for (String each : StepText.of(report.verify().get(), report.targetNames())) {
                line(out, each);
            }
            for (String each : Rejections.of(report)) {
                line(out, each);
            }
            line(out, report.verify().get().summary());
        }
    }

    /** Writes one line per entry, with the letter of its verdict. */
    private static void entries(Report report, Writer out) throws IOException {
        line(
                out,
                "Entries: = same, ~ same except for declared losses, * differs, + missing, ! unreadable, . not "
                        + "verified;");
        line(out, "s after the symbol: changed at the source since the plan.");
        try {
            report.entries().forEach(entry -> {
                try {
                    line(out, of(entry, report.targetNames(), report.sourceNames()));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Returns the line of an entry. */
    private static String of(EntryReport entry, Names names, Names sourceNames) {
        StringBuilder line = new StringBuilder()
                .append(entry.verdict().map(Verdict::letter).orElse('.'))
                .append(entry.sourceChanged() ? 's' : ' ')
                .append(' ')
                .append(entry.sourceId())
                .append(" -> ")
                .append(entry.targetId().orElse("-"))
                .append("  ")
                .append(entry.day())
                .append(entry.start().map(start -> " " + start).orElse(""))
                .append("  ")
                .append(Labels.hours(entry.duration()))
                .append("  person ")
                .append(names.shownPerson(entry.person()))
                .append(entry.project().isEmpty() ? "" : ", project " + names.shownProject(entry.project()))
                .append(entry.task().isEmpty() ? "" : ", task " + names.shownTask(entry.task()))
                .append("  ")
                .append(Labels.label(entry.state()));
        append(line, "", Labels.losses(entry, sourceNames));
        append(line, "differs: ", Differences.planned(entry.differences()));
        append(line, "because: ", entry.reason().orElse(""));
        append(line, "", TerminalText.cut(entry.note(), NOTE_WIDTH));
        return TerminalText.line(line.toString());
    }

    private static void append(StringBuilder line, String label, String text) {
        if (!text.isBlank()) {
            line.append("  ").append(label).append(text);
        }
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
