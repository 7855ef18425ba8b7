package dev.hourbridge.migration.internal.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;

/** A range of days that is listed with one query. */
public record DayRange(LocalDate first, LocalDate last) {
    private static final int MAX_DAYS = 31;

    /** The page size of the services with the smallest pages. */
    private static final int MAX_ROWS_BETWEEN = 100;

    /** Returns the ranges that contain the days and the adjacent days, in order and without overlap. */
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

    /**
     * Joins ranges if listing the days between them costs less than a separate list.
     *
     * @param rowsByDay the number of known rows for each day
     */
    public static List<DayRange> joined(List<DayRange> ranges, NavigableMap<LocalDate, Long> rowsByDay) {
        List<DayRange> joined = new ArrayList<>();
        for (DayRange range : ranges) {
            DayRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.countUntil(range, rowsByDay) <= MAX_ROWS_BETWEEN) {
                joined.set(joined.size() - 1, new DayRange(last.first, range.last));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    private long countUntil(DayRange next, NavigableMap<LocalDate, Long> rowsByDay) {
        return rowsByDay.subMap(last, false, next.first, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns whether a day is in the range. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
