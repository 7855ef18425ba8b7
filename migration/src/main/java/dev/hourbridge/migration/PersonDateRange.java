package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Some days of a person, listed at once. */
record PersonDateRange(String person, LocalDate first, LocalDate last, List<PlannedEntry> entries) {
    private static final int MAX_DAYS = 31;

    /** The ranges that hold the entries, each a day wider on both sides; entries by person and day. */
    static List<PersonDateRange> around(List<PlannedEntry> entries) {
        List<PersonDateRange> ranges = new ArrayList<>();
        PersonDateRange open = null;
        for (PlannedEntry entry : entries) {
            LocalDate before = entry.day().minusDays(1);
            LocalDate after = entry.day().plusDays(1);
            if (open != null
                    && open.person.equals(entry.person())
                    && !before.isAfter(open.last.plusDays(1))
                    && after.isBefore(open.first.plusDays(MAX_DAYS))) {
                ranges.remove(ranges.size() - 1);
                List<PlannedEntry> more = new ArrayList<>(open.entries);
                more.add(entry);
                open = new PersonDateRange(open.person, open.first, after, more);
            } else {
                open = new PersonDateRange(entry.person(), before, after, List.of(entry));
            }
            ranges.add(open);
        }
        return ranges;
    }

    /** Returns whether a day is in the range. */
    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
