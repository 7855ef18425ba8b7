package dev.hourbridge.migration.internal.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Some days, listed at once. */
public record DayRange(LocalDate first, LocalDate last) {
    private static final int MAX_DAYS = 31;

    /** Returns the ranges that hold the days and the days next to them, in their order and without overlap. */
    public static List<DayRange> around(Collection<LocalDate> days) {
        TreeSet<LocalDate> listed = new TreeSet<>();
        for (LocalDate day : days) {
            listed.add(day.minusDays(1));
            listed.add(day);
            listed.add(day.plusDays(1));
        }
        List<DayRange> ranges = new ArrayList<>();
        for (LocalDate day : listed) {
            DayRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && day.equals(last.last.plusDays(1)) && day.isBefore(last.first.plusDays(MAX_DAYS))) {
                ranges.set(ranges.size() - 1, new DayRange(last.first, day));
            } else {
                ranges.add(new DayRange(day, day));
            }
        }
        return ranges;
    }

    /** Returns whether a day is in the range. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
