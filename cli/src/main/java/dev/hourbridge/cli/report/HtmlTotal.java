package dev.hourbridge.cli.report;

import dev.hourbridge.migration.TotalsLine;
import java.time.Duration;
import java.util.List;

/** A line of the sums. */
record HtmlTotal(
        String person,
        String project,
        String month,
        long entries,
        String source,
        String planned,
        String target,
        String difference,
        boolean differs) {

    static HtmlTotal of(TotalsLine line, Names names) {
        return of(
                names.shownPerson(line.person()),
                line.project().isEmpty() ? "–" : names.shownPlace(line.project()),
                line.month().toString(),
                line.entries(),
                line.source(),
                line.planned(),
                line.target());
    }

    static HtmlTotal sum(List<TotalsLine> lines) {
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
        return of("All", "", "", entries, source, planned, target);
    }

    private static HtmlTotal of(
            String person,
            String project,
            String month,
            long entries,
            Duration source,
            Duration planned,
            Duration target) {
        Duration difference = target.minus(planned);
        return new HtmlTotal(
                person,
                project,
                month,
                entries,
                Words.minutes(source).toPlainString(),
                Words.minutes(planned).toPlainString(),
                Words.minutes(target).toPlainString(),
                Words.minutes(difference).toPlainString(),
                !difference.isZero());
    }
}
