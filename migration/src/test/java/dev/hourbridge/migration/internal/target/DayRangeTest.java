package dev.hourbridge.migration.internal.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayRangeTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

    private static DayRange days(int first, int last) {
        return new DayRange(DAY.plusDays(first), DAY.plusDays(last));
    }

    @Test
    void holdsADayAndThoseNextToIt() {
        assertThat(DayRange.around(List.of())).isEmpty();
        assertThat(DayRange.around(List.of(DAY))).containsExactly(days(-1, 1));
    }

    @Test
    void joinsDaysThatTouchInTheirOrder() {
        assertThat(DayRange.around(List.of(DAY.plusDays(3), DAY))).containsExactly(days(-1, 4));
        assertThat(DayRange.around(List.of(DAY.plusDays(4), DAY))).containsExactly(days(-1, 1), days(3, 5));
    }

    @Test
    void splitsAfterThirtyOneDays() {
        List<LocalDate> days = DAY.datesUntil(DAY.plusDays(40)).toList();

        assertThat(DayRange.around(days)).containsExactly(days(-1, 29), days(30, 40));
    }

    @Test
    void joinsRangesWithFewRowsBetweenThem() {
        List<DayRange> ranges = List.of(days(-1, 1), days(10, 12), days(30, 32));
        NavigableMap<LocalDate, Long> rows =
                new TreeMap<>(Map.of(DAY, 500L, DAY.plusDays(2), 60L, DAY.plusDays(9), 40L, DAY.plusDays(12), 500L));
        rows.put(DAY.plusDays(20), 101L);

        assertThat(DayRange.joined(ranges, rows)).containsExactly(days(-1, 12), days(30, 32));
        rows.put(DAY.plusDays(20), 100L);
        assertThat(DayRange.joined(ranges, rows)).containsExactly(days(-1, 32));
        rows.put(DAY.plusDays(3), 1L);
        assertThat(DayRange.joined(ranges, rows)).containsExactly(days(-1, 1), days(10, 32));
    }

    @Test
    void holdsItsFirstAndLastDay() {
        DayRange range = days(0, 2);

        assertThat(List.of(range.holds(DAY.minusDays(1)), range.holds(DAY), range.holds(DAY.plusDays(2))))
                .containsExactly(false, true, true);
        assertThat(range.holds(DAY.plusDays(3))).isFalse();
    }
}
