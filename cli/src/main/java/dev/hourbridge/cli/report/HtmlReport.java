package dev.hourbridge.cli.report;

import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.TotalsLine;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The report as one page. This prepares what the template shows; the template escapes it. */
final class HtmlReport {
    /** More rows make a page that browsers are slow with. Those that need somebody's eye always come in. */
    private static final int MOST_PLAIN_ROWS = 5_000;

    private static final int BAR_HEIGHT = 160;
    private static final int MONTH_WIDTH = 52;
    private static final int LOSS_HEIGHT = 22;
    private static final int LOSS_WIDTH = 400;

    private final Report report;
    private final List<Row> rows = new ArrayList<>();
    private long omitted;

    private HtmlReport(Report report) {
        this.report = report;
        report.entries().forEach(this::add);
    }

    @SuppressWarnings("NullAway") // generated code, which does not say that null stands for no interceptor
    static void write(Report report, Writer out) {
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, new HtmlReport(report));
    }

    private void add(EntryReport entry) {
        boolean isPlain = entry.differences().isEmpty()
                && !entry.sourceChanged()
                && entry.reason().isEmpty()
                && entry.verdict()
                        .map(verdict -> verdict == Verdict.SAME || verdict == Verdict.SAME_WITH_LOSS)
                        .orElse(true);
        if (isPlain && rows.size() >= MOST_PLAIN_ROWS) {
            omitted++;
        } else {
            rows.add(Row.of(entry));
        }
    }

    String title() {
        return "Hourbridge " + report.step() + " report";
    }

    String subtitle() {
        return report.source() + " → " + report.target() + ", " + report.firstDay() + " to " + report.lastDay()
                + ", written " + report.writtenAt();
    }

    String sentence() {
        return report.verify().map(VerifyReport::sentence).orElse("");
    }

    boolean isDone() {
        return report.verify()
                .map(VerifyReport::outcome)
                .filter(Outcome.DONE::equals)
                .isPresent();
    }

    List<String> lines() {
        return Stream.of(
                        report.plan().map(PlanText::of),
                        report.apply().map(StepText::of),
                        report.undo().map(StepText::of),
                        report.verify().map(StepText::of))
                .flatMap(part -> part.orElse(List.of()).stream())
                .toList();
    }

    List<Month> months() {
        SortedMap<YearMonth, Duration> source = new TreeMap<>();
        SortedMap<YearMonth, Duration> target = new TreeMap<>();
        for (TotalsLine line : report.verify().map(VerifyReport::totals).orElse(List.of())) {
            source.merge(line.month(), line.source(), Duration::plus);
            target.merge(line.month(), line.target(), Duration::plus);
        }
        long most = Stream.concat(source.values().stream(), target.values().stream())
                .mapToLong(Duration::toMinutes)
                .max()
                .orElse(0);
        List<Month> months = new ArrayList<>();
        source.forEach((month, duration) -> {
            long seen = target.getOrDefault(month, Duration.ZERO).toMinutes();
            months.add(new Month(
                    month.toString(),
                    4 + MONTH_WIDTH * months.size(),
                    duration.toMinutes(),
                    seen,
                    scaled(duration.toMinutes(), most, BAR_HEIGHT),
                    scaled(seen, most, BAR_HEIGHT)));
        });
        return months;
    }

    int chartWidth() {
        return Math.max(160, 8 + MONTH_WIDTH * months().size());
    }

    List<Loss> losses() {
        List<FieldLoss> losses = report.plan().map(plan -> plan.losses()).orElse(List.of());
        long most = losses.stream().mapToLong(FieldLoss::entries).max().orElse(0);
        List<Loss> bars = new ArrayList<>();
        losses.stream()
                .sorted(Comparator.comparingLong(FieldLoss::entries).reversed())
                .forEach(loss -> bars.add(new Loss(
                        Words.of(loss.field()) + " " + Words.of(loss.kind()),
                        loss.entries(),
                        LOSS_HEIGHT * bars.size(),
                        scaled(loss.entries(), most, LOSS_WIDTH))));
        return bars;
    }

    int lossHeight() {
        return LOSS_HEIGHT * losses().size();
    }

    List<Row> rows() {
        return rows;
    }

    List<String> verdicts() {
        return rows.stream().map(Row::verdict).distinct().sorted().toList();
    }

    long omitted() {
        return omitted;
    }

    private static int scaled(long value, long most, int size) {
        return most == 0 ? 0 : (int) Math.round((double) value * size / most);
    }

    /** A pair of bars. */
    record Month(String label, int x, long source, long target, int sourceHeight, int targetHeight) {}

    /** A bar. */
    record Loss(String label, long entries, int y, int width) {}

    /** An entry. */
    record Row(
            String letter,
            String verdict,
            String source,
            String target,
            String day,
            String hours,
            String person,
            String project,
            String note,
            String remark) {
        static Row of(EntryReport entry) {
            List<String> remarks = new ArrayList<>();
            remarks.add(Words.of(entry.state()));
            if (entry.sourceChanged()) {
                remarks.add("changed at the source");
            }
            if (!entry.differences().isEmpty()) {
                remarks.add("differs: " + entry.differences());
            }
            if (!entry.losses().isEmpty()) {
                remarks.add("lost: " + entry.losses());
            }
            entry.reason().ifPresent(remarks::add);
            return new Row(
                    entry.verdict()
                            .map(verdict -> String.valueOf(verdict.letter()))
                            .orElse("."),
                    entry.verdict().map(Words::of).orElse("not verified"),
                    entry.sourceId(),
                    entry.targetId().orElse(""),
                    entry.day().toString(),
                    Words.hours(entry.duration()),
                    entry.person(),
                    entry.project(),
                    entry.note(),
                    String.join("; ", remarks));
        }
    }
}
