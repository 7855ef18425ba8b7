package dev.hourbridge.archive;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts entries and totals their durations, overall and by month. Use it from one thread only.
 *
 * <p>The trailer of an archive contains these totals, and a reader compares them with the entries.
 */
final class Totals {
    /** Enough for 800 years. The limit keeps memory use constant. */
    private static final int MAX_MONTHS = 10_000;

    private final SortedMap<YearMonth, Sum> months = new TreeMap<>();
    private Sum all = Sum.NOTHING;

    /**
     * Adds an entry.
     *
     * @throws IOException if the total or the number of months exceeds the limits of an archive
     */
    void add(TimeEntry entry) throws IOException {
        Duration duration = entry.workTime().duration();
        try {
            all = all.plus(duration);
        } catch (ArithmeticException e) {
            throw new IOException("the sum of the durations is too long");
        }
        months.merge(
                YearMonth.from(entry.workTime().localDate()),
                Sum.NOTHING.plus(duration),
                (before, one) -> before.plus(duration));
        if (months.size() > MAX_MONTHS) {
            throw new IOException("the entries span more than " + MAX_MONTHS + " months");
        }
    }

    /** Returns the number of entries added. */
    long entries() {
        return all.entries;
    }

    /** Returns the total of all durations. */
    Duration duration() {
        return all.duration;
    }

    /** Returns the total for each month that has entries, by the local date of the work. */
    SortedMap<YearMonth, Duration> months() {
        SortedMap<YearMonth, Duration> durations = new TreeMap<>();
        months.forEach((month, sum) -> durations.put(month, sum.duration));
        return durations;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = all.toMap();
        Map<String, Object> sums = new LinkedHashMap<>();
        months.forEach((month, sum) -> sums.put(month.toString(), sum.toMap()));
        map.put("months", sums);
        return map;
    }

    private record Sum(long entries, Duration duration) {
        static final Sum NOTHING = new Sum(0, Duration.ZERO);

        /** Returns the total including one more entry. */
        Sum plus(Duration more) {
            return new Sum(entries + 1, duration.plus(more));
        }

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("entries", entries);
            map.put("seconds", duration.toSeconds());
            if (duration.toNanosPart() != 0) {
                map.put("nanos", (long) duration.toNanosPart());
            }
            return map;
        }
    }
}
