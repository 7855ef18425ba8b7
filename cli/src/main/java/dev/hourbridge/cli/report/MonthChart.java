package dev.hourbridge.cli.report;

import dev.hourbridge.migration.TotalsLine;
import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hours per month, with source and target side by side. There is one chart per year, so each fits on a page. All
 * charts have the same scale.
 */
final class MonthChart {
    static final int HEIGHT = 150;
    static final int TOP = 12;
    static final int LEFT = 58;
    private static final int SLOT = 48;

    private final SortedMap<YearMonth, Duration> source = new TreeMap<>();
    private final SortedMap<YearMonth, Duration> target = new TreeMap<>();
    private final long top;

    private MonthChart(List<TotalsLine> totals) {
        for (TotalsLine line : totals) {
            source.merge(line.month(), line.source(), Duration::plus);
            target.merge(line.month(), line.target(), Duration::plus);
        }
        this.top = roundTop(Stream.concat(source.values().stream(), target.values().stream())
                .mapToLong(time -> time.plusHours(1).minusNanos(1).toHours())
                .max()
                .orElse(0));
    }

    /** Returns the years that have entries, in chronological order. */
    static List<Year> of(List<TotalsLine> totals) {
        MonthChart chart = new MonthChart(totals);
        return Stream.concat(chart.source.keySet().stream(), chart.target.keySet().stream())
                .map(YearMonth::getYear)
                .distinct()
                .sorted()
                .map(chart::year)
                .toList();
    }

    /** Returns the bars of a year, in the units of the drawing. A month without entries has bars with a height of 0. */
    private Year year(int year) {
        List<Bars> months = new ArrayList<>();
        for (Month month : Month.values()) {
            YearMonth key = YearMonth.of(year, month);
            Duration before = source.getOrDefault(key, Duration.ZERO);
            Duration after = target.getOrDefault(key, Duration.ZERO);
            months.add(new Bars(
                    month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                    LEFT + 6 + SLOT * (month.getValue() - 1),
                    Labels.hours(before),
                    Labels.hours(after),
                    scaled(before),
                    scaled(after)));
        }
        return new Year(year, List.of(new Line(top, TOP), new Line(top / 2, TOP + HEIGHT / 2)), months);
    }

    private int scaled(Duration time) {
        int height = (int) Math.round(time.toSeconds() / 3600.0 * HEIGHT / top);
        return time.isZero() ? 0 : Math.max(1, height);
    }

    /** Returns the next number of the form 2, 4, 6 or 10 times a power of ten, so half of it is also a round number. */
    private static long roundTop(long most) {
        long power = 1;
        while (true) {
            for (int digit : new int[] {2, 4, 6, 10}) {
                if (digit * power >= most) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }

    /** One chart. */
    record Year(int year, List<Line> lines, List<Bars> months) {
        /** Returns the width of the drawing, in pixels. */
        int width() {
            return LEFT + 12 * SLOT + 4;
        }

        /** Returns the height of the drawing, in pixels. */
        int height() {
            return TOP + HEIGHT + 24;
        }

        /** Returns the position of the base line of the bars, measured from the top. */
        int floor() {
            return TOP + HEIGHT;
        }
    }

    /** A horizontal line with its number of hours. */
    record Line(long hours, int y) {}

    /** The two bars of a month. */
    record Bars(String label, int x, String source, String target, int sourceHeight, int targetHeight) {}
}
