package dev.hourbridge.migration.concurrent;

import dev.hourbridge.migration.FakeTime;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long ago the work was done that is migrated: people still work on the rows of recent days. */
enum Age {
    /** Ten months. */
    HISTORICAL(LocalDate.of(2024, 3, 4)),
    /** It is of the days up to today. */
    RECENT(FakeTime.START.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(4));

    /** The first day of the work. */
    final LocalDate firstDay;

    Age(LocalDate firstDay) {
        this.firstDay = firstDay;
    }
}
