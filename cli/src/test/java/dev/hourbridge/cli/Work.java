package dev.hourbridge.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a simulator holds it, in words that are the same for all services: people and activities by
 * their number, projects by their letter, empty for none.
 */
record Work(
        String person,
        String project,
        boolean onTask,
        String activity,
        boolean hasClient,
        String note,
        LocalDate day,
        @Nullable OffsetDateTime start,
        long seconds,
        boolean saysBillable,
        boolean hasTags,
        boolean isInvoiced) {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Of a service that has no more than this. */
    static Work of(String person, String project, boolean onTask, String note, LocalDate day, long seconds) {
        return new Work(person, project, onTask, "", false, note, day, null, seconds, false, false, false);
    }

    /** The start on the clock in New York, which is Teamwork's here. */
    @Nullable
    LocalDateTime startInNewYork() {
        return start == null ? null : start.atZoneSameInstant(NEW_YORK).toLocalDateTime();
    }

    LocalDate dayInNewYork() {
        LocalDateTime local = startInNewYork();
        return local == null ? day : local.toLocalDate();
    }

    /** Whether the clock in New York shows the start twice. */
    boolean startsInRepeatedHour() {
        LocalDateTime local = startInNewYork();
        return local != null
                && local.toLocalDate().equals(LocalDate.of(2024, 11, 3))
                && !local.toLocalTime().isBefore(LocalTime.of(1, 0))
                && local.toLocalTime().isBefore(LocalTime.of(2, 0));
    }

    long minutes() {
        return (seconds + 30) / 60;
    }

    /** What the sums are by. */
    record Group(String person, String project, YearMonth month) {}
}
