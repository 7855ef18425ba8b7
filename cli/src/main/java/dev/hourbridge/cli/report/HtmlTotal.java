package dev.hourbridge.cli.report;

import dev.hourbridge.migration.TotalsLine;
import java.time.Duration;
import java.util.List;

/** A line of totals. */
record HtmlTotal(
        String person,
        String project,
        String task,
        String month,
        long entries,
        String source,
        String planned,
        String target,
        String difference,
        boolean differs) {
    private static final String NONE = "–";

    /** Returns a line with the names of its ids. */
    static HtmlTotal of(TotalsLine line, Names names) {
        return of(
                names.shownPerson(line.person()),
                line.project().isEmpty() ? NONE : names.shownProject(line.project()),
                line.task().isEmpty() ? NONE : names.shownTask(line.task()),
                line.month().toString(),
                line.entries(),
                line.source(),
                line.planned(),
                line.target());
    }

    /** Returns the total of lines. */
    static HtmlTotal sum(List<TotalsLine> lines) {
        return sum("All", lines);
    }

    /** Returns the total of lines, with a label instead of a person. */
    static HtmlTotal sum(String label, List<TotalsLine> lines) {
        Duration source = Duration.ZERO;
        Duration planned = Duration.ZERO;
        Duration target = Duration.ZERO;
        long entries = 0;
        for (TotalsLine line : lines) {
            source = source.plus(line.source());
            planned = planned.plus(line.planned());
            target = target.plus(line.target());
            entries += line.entries();
        }
        return of(label, "", "", "", entries, source, planned, target);
    }

    /** Returns a line that shows the difference between the target and the plan, because the source may be rounded. */
    private static HtmlTotal of(
            String person,
            String project,
            String task,
            String month,
            long entries,
            Duration source,
            Duration planned,
            Duration target) {
        Duration difference = target.minus(planned);
        return new HtmlTotal(
                person,
                project,
                task,
                month,
                entries,
                Labels.hours(source),
                Labels.hours(planned),
                Labels.hours(target),
                Labels.hours(difference),
                !difference.isZero());
    }
}
