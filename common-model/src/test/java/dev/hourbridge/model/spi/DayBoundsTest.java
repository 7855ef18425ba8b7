package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryQuery;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayBoundsTest {
    private static final DayBounds YEARS = DayBounds.FOUR_DIGIT_YEARS;
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

    @Test
    void widensADayAndLeavesOutWhatNoRequestCanName() {
        TimeEntryQuery query = TimeEntryQuery.between(DAY, DAY);

        assertThat(YEARS.from(query, 2)).contains(DAY.minusDays(2));
        assertThat(YEARS.to(query, 2)).contains(DAY.plusDays(2));
        assertThat(YEARS.from(TimeEntryQuery.all(), 2)).isEmpty();
        assertThat(YEARS.to(TimeEntryQuery.all(), 2)).isEmpty();
    }

    @Test
    void staysWithinTheDaysThatARequestCanName() {
        TimeEntryQuery before = TimeEntryQuery.between(LocalDate.MIN, LocalDate.of(0, 12, 30));
        TimeEntryQuery after = TimeEntryQuery.between(LocalDate.of(10_000, 1, 3), LocalDate.MAX);

        assertThat(YEARS.from(before, 1)).isEmpty();
        assertThat(YEARS.to(before, 1)).contains(LocalDate.of(1, 1, 1));
        assertThat(YEARS.from(after, 1)).contains(LocalDate.of(9999, 12, 31));
        assertThat(YEARS.to(after, 1)).isEmpty();
        assertThat(YEARS.from(TimeEntryQuery.between(YEARS.first(), DAY), 1)).isEmpty();
        assertThat(YEARS.to(TimeEntryQuery.between(DAY, YEARS.last()), 1)).isEmpty();
    }
}
