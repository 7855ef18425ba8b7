package dev.hourbridge.simulators.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The Sundays on which clocks change, by the rules of the United States (since 2007) and of Europe (since 1996).
 *
 * <p>Seeded entries are placed on these days, because programs often lose or shift an hour on them: 2:30 does not exist
 * in spring, and 1:30 exists twice in autumn.
 */
public final class ClockChanges {
    private ClockChanges() {}

    /** Returns the second Sunday of March. */
    public static LocalDate americanSpring(Year year) {
        return sunday(year, Month.MARCH, 2);
    }

    /** Returns the first Sunday of November. */
    public static LocalDate americanAutumn(Year year) {
        return sunday(year, Month.NOVEMBER, 1);
    }

    /** Returns the days of both continents, in order. */
    public static List<LocalDate> all(Year year) {
        return List.of(
                americanSpring(year),
                sunday(year, Month.MARCH, -1),
                sunday(year, Month.OCTOBER, -1),
                americanAutumn(year));
    }

    /** Returns a Sunday. {@code ordinal} counts from the start of the month, or from its end if it is negative. */
    private static LocalDate sunday(Year year, Month month, int ordinal) {
        return year.atMonth(month).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.SUNDAY));
    }
}
