package dev.hourbridge.cli.report;

import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.TotalsLine;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report as one page. This class prepares the values; the template escapes them.
 *
 * <p>The page is one self-contained file for email: style and script are embedded, nothing is loaded, and a content
 * security policy forbids everything else. Other people write notes and names, so the template escapes every value.
 */
final class HtmlReport {
    /** Browsers are slow with more rows. */
    private static final int MAX_UNREMARKABLE_ROWS = 5_000;

    /** The limit for all rows together, up to which rows that need attention are included. */
    private static final int MAX_CHARACTERS = 16_000_000;

    private static final int MAX_OTHER_ROWS = 1_000;
    private static final int MAX_CHANGES = 1_000;
    private static final int MAX_OPEN_ROWS = 100;

    private final Report report;
    private final List<HtmlRow> rows = new ArrayList<>();
    private final List<MonthChart.Year> years;
    private final List<HtmlLoss> losses;
    private final OtherRows others;
    private final List<HtmlChange> changes = new ArrayList<>();
    private long changesOmitted;
    private long characters;
    private long omitted;
    private long omittedOpen;

    private HtmlReport(Report report) {
        this.report = report;
        this.years = MonthChart.of(verified());
        this.losses = HtmlLoss.of(report.plan().map(MigrationPlan::losses).orElse(List.of()));
        this.others = OtherRows.of(report, MAX_OTHER_ROWS);
        report.entries().forEach(this::add);
        report.changes().forEach(this::add);
    }

    @SuppressWarnings("NullAway") // generated code does not declare that null means no interceptor
    static void write(Report report, Writer out) {
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, new HtmlReport(report));
    }

    /** Adds an entry. Beyond the limits, entries are only counted; those that need attention have a larger limit. */
    private void add(EntryReport entry) {
        if (characters >= MAX_CHARACTERS || (HtmlRow.isUnremarkable(entry) && rows.size() >= MAX_UNREMARKABLE_ROWS)) {
            omitted++;
            omittedOpen += HtmlRow.isUnremarkable(entry) ? 0 : 1;
        } else {
            HtmlRow row = HtmlRow.of(entry, report.targetNames(), report.sourceNames());
            characters += row.characters();
            rows.add(row);
        }
    }

    /** Adds a change, up to the limit. */
    private void add(ReportedChange change) {
        if (changes.size() < MAX_CHANGES) {
            changes.add(HtmlChange.of(change, report.targetNames()));
        } else {
            changesOmitted++;
        }
    }

    private List<TotalsLine> verified() {
        return report.verify().map(VerifyReport::totals).orElse(List.of());
    }

    String title() {
        return "Hourbridge " + report.step() + ": " + source() + " to " + target();
    }

    /** Returns the content security policy, which permits only the style and script of this page. */
    String policy() {
        return "default-src 'none'; style-src " + PageAsset.STYLE.source() + "; script-src " + PageAsset.SCRIPT.source()
                + "; base-uri 'none'; form-action 'none'";
    }

    String style() {
        return PageAsset.STYLE.text();
    }

    /** Returns the script that filters the table. Without the script, the page shows everything. */
    String script() {
        return PageAsset.SCRIPT.text();
    }

    String step() {
        return report.step();
    }

    String source() {
        return Labels.account(report.source());
    }

    String target() {
        return Labels.account(report.target());
    }

    String days() {
        return report.firstDay() + " to " + report.lastDay();
    }

    String writtenAt() {
        return Labels.moment(report.writtenAt());
    }

    String sentence() {
        return HtmlResult.of(report).sentence();
    }

    boolean isDone() {
        return HtmlResult.of(report).isDone();
    }

    /** Returns the figures at the top of the page. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        report.plan().ifPresent(plan -> {
            figures.add(new Figure(Long.toString(plan.entries()), "entries"));
            figures.add(new Figure(Labels.hours(plan.sourceDuration()), "hours at the source"));
            figures.add(new Figure(Labels.hours(plan.plannedDuration()), "hours planned"));
        });
        report.verify().ifPresent(verify -> {
            figures.add(new Figure(Labels.hours(verify.onTarget()), "hours on the target"));
            long lossy = verify.verdicts().getOrDefault(Verdict.SAME_WITH_LOSS, 0L);
            figures.add(new Figure(Long.toString(lossy), "with declared loss"));
        });
        return figures;
    }

    /** Returns what the user must decide or check. */
    List<String> decisions() {
        return report.step().equals("plan")
                ? report.plan().map(plan -> PlanText.decisions(plan, report)).orElse(List.of())
                : List.of();
    }

    /** Returns the other findings of the step, in the order of the text report. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        report.plan().ifPresent(plan -> remarks.addAll(PlanText.size(plan, report.step())));
        remarks.addAll(report.notChecked());
        remarks.addAll(PlanText.unused(report));
        report.apply().map(apply -> StepText.of(apply, report)).ifPresent(remarks::addAll);
        report.undo().map(StepText::of).ifPresent(remarks::addAll);
        report.verify().ifPresent(verify -> {
            remarks.addAll(StepText.remarks(verify, report.targetNames()));
            remarks.addAll(Rejections.of(report));
        });
        report.requests().map(RequestSummary::text).ifPresent(remarks::add);
        report.plan().ifPresent(plan -> remarks.add("Plan " + plan.digest()));
        return remarks;
    }

    /** Returns the number of entries with each verdict. */
    List<Count> verdictCounts() {
        List<Count> counts = new ArrayList<>();
        report.verify()
                .ifPresent(verify -> verify.verdicts()
                        .forEach((verdict, count) -> counts.add(new Count(
                                String.valueOf(verdict.letter()),
                                count,
                                Labels.label(verdict) + VerdictDetail.of(verdict, verify)))));
        return counts;
    }

    /** Returns the legend for the letters of verdicts. */
    String legend() {
        return HtmlRow.legend(rows);
    }

    List<MonthChart.Year> years() {
        return years;
    }

    HtmlTotals sums() {
        return new HtmlTotals(verified(), report.targetNames());
    }

    /** Returns the first entries that need attention. */
    List<HtmlRow> openRows() {
        return rows.stream().filter(HtmlRow::needsAnEye).limit(MAX_OPEN_ROWS).toList();
    }

    /** Returns the number of rows that need attention but are not in the first table. */
    long openRowsOmitted() {
        return rows.stream().filter(HtmlRow::needsAnEye).count() - openRows().size() + omittedOpen;
    }

    Optional<HtmlTotal> sum() {
        return verified().isEmpty() ? Optional.empty() : Optional.of(HtmlTotal.sum(verified()));
    }

    List<HtmlLoss> losses() {
        return losses;
    }

    int lossHeight() {
        return HtmlLoss.BAR * losses.size();
    }

    List<HtmlIds> ids() {
        return HtmlIds.of(report.mapping(), report.sourceNames(), report.targetNames());
    }

    List<HtmlRow> rows() {
        return rows;
    }

    List<HtmlChange> changes() {
        return changes;
    }

    long changesOmitted() {
        return changesOmitted;
    }

    List<HtmlOther> others() {
        return others.rows().stream()
                .map(row -> HtmlOther.of(row, report.targetNames()))
                .toList();
    }

    long othersOmitted() {
        return others.omitted();
    }

    List<String> verdicts() {
        return rows.stream().map(HtmlRow::verdict).distinct().sorted().toList();
    }

    /** Returns a description of what is not in the table; empty if the table is complete. */
    String omitted() {
        return omitted == 0
                ? ""
                : omitted + " more entries, "
                        + (omittedOpen == 0 ? "all as planned" : omittedOpen + " of them to be checked")
                        + ", are only in the text and JSON reports.";
    }

    /** A number and its label. */
    record Figure(String number, String words) {}

    /** The number of rows with a verdict. */
    record Count(String letter, long count, String words) {}
}
