package dev.hourbridge.migration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Some days of a person, listed at once. */
record PersonDateRange(String person, LocalDate first, LocalDate last, List<PlannedEntry> entries) {
    private static final int MOST_DAYS = 31;

    /** The windows that hold the entries, each a day wider on both sides; entries by person and day. */
    static List<PersonDateRange> around(List<PlannedEntry> entries) {
        List<PersonDateRange> windows = new ArrayList<>();
        PersonDateRange open = null;
        for (PlannedEntry entry : entries) {
            LocalDate before = entry.day().minusDays(1);
            LocalDate after = entry.day().plusDays(1);
            if (open != null
                    && open.person.equals(entry.person())
                    && !before.isAfter(open.last.plusDays(1))
                    && after.isBefore(open.first.plusDays(MOST_DAYS))) {
                windows.remove(windows.size() - 1);
                List<PlannedEntry> more = new ArrayList<>(open.entries);
                more.add(entry);
                open = new PersonDateRange(open.person, open.first, after, more);
            } else {
                open = new PersonDateRange(entry.person(), before, after, List.of(entry));
            }
            windows.add(open);
        }
        return windows;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
