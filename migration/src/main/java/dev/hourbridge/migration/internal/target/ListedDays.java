package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.sqlite.Ledger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The ranges of days that are listed to find rows of some days, with as few requests as the known rows permit. */
public final class ListedDays {
    private ListedDays() {}

    /** Returns the ranges that contain the days and the adjacent days, in order and without overlap. */
    public static List<DayRange> around(Ledger ledger, Collection<LocalDate> days) {
        List<DayRange> ranges = DayRange.around(days);
        if (ranges.size() < 2) {
            return ranges;
        }
        return DayRange.joined(
                ranges,
                ledger.rows()
                        .countByDay(
                                ranges.get(0).first(),
                                ranges.get(ranges.size() - 1).last()));
    }
}
