package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days, starts and durations from the ends of what Java can hold. */
final class TimesTest {
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN,
            LocalDate.of(-10_000, 1, 1),
            LocalDate.of(-1, 12, 31),
            LocalDate.of(0, 1, 1),
            LocalDate.of(0, 12, 31),
            LocalDate.of(1, 1, 1),
            LocalDate.of(1, 1, 2),
            LocalDate.of(1, 1, 3),
            LocalDate.of(1, 12, 31),
            LocalDate.of(2, 1, 1),
            LocalDate.of(999, 1, 1),
            LocalDate.of(1582, 10, 10),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1969, 12, 31),
            LocalDate.of(2000, 2, 29),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2038, 1, 19),
            LocalDate.of(2100, 2, 28),
            LocalDate.of(9998, 12, 31),
            LocalDate.of(9999, 1, 1),
            LocalDate.of(9999, 12, 28),
            LocalDate.of(9999, 12, 30),
            LocalDate.of(9999, 12, 31),
            LocalDate.of(10_000, 1, 1),
            LocalDate.of(99_999, 1, 1),
            LocalDate.MAX);

    private static final List<Duration> DURATIONS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1),
            Duration.ofMillis(1),
            Duration.ofMillis(59_999),
            Duration.ofSeconds(1),
            Duration.ofSeconds(59),
            Duration.ofSeconds(61),
            Duration.ofSeconds(60).plusNanos(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(59),
            Duration.ofMinutes(60),
            Duration.ofHours(23),
            Duration.ofHours(24),
            Duration.ofHours(25),
            Duration.ofDays(366),
            Duration.ofHours(999_999),
            Duration.ofHours(1_000_000),
            Duration.ofMinutes(Integer.MAX_VALUE),
            Duration.ofMinutes(Integer.MAX_VALUE + 1L),
            Duration.ofDays(4_000_000),
            Duration.ofMinutes(Long.MAX_VALUE / 60),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));

    @Test
    void aTimeIsStoredAsItIsOrRefusedUnsent() {
        int tried = 0;
        for (Service service : Service.values()) {
            tried += storeTimes(service);
        }
        Evidence.of(Area.INPUT, "Days and durations")
                .tried(
                        "years from the first to the last that Java knows, durations from zero to the longest, with seconds and nanoseconds")
                .result("stored as given, invalid before any request, or beyond the service and rejected by it")
                .count(tried);
    }

    private static int storeTimes(Service service) {
        int tried = 0;
        int stored = 0;
        try (Simulated at = Simulated.of(service)) {
            NewTimeEntry entry = service.newEntry(at.tracker());
            TimeEntryId id = at.tracker().create(entry);
            for (WorkTime time : times(entry.workTime())) {
                tried++;
                long before = at.service().requests().count();
                try {
                    at.tracker()
                            .update(id, TimeEntryUpdate.builder().workTime(time).build());
                    assertThat(at.tracker().get(id).workTime().duration())
                            .as("%s", time)
                            .isEqualTo(time.duration());
                    assertThat(at.tracker().get(id).workTime().localDate())
                            .as("%s", time)
                            .isEqualTo(time.localDate());
                    stored++;
                } catch (InvalidInputException e) {
                    assertThat(at.service().requests().count()).as("%s", time).isEqualTo(before);
                } catch (RejectedException e) {
                    assertThat(e.outcome()).contains(WriteOutcome.REJECTED);
                }
            }
        }
        assertThat(stored).as("times that were stored").isBetween(20, tried - 10);
        return tried;
    }

    /** The kind of time that the service takes, on each day and of each duration. */
    private static List<WorkTime> times(WorkTime kind) {
        List<WorkTime> times = new ArrayList<>();
        for (LocalDate day : DAYS) {
            times.addAll(time(kind, day, Duration.ofMinutes(45)));
        }
        for (Duration duration : DURATIONS) {
            times.addAll(time(kind, LocalDate.of(2024, 6, 12), duration));
        }
        return times;
    }

    private static List<WorkTime> time(WorkTime kind, LocalDate day, Duration duration) {
        if (kind instanceof WorkTime.DatedDuration) {
            return List.of(WorkTime.on(day, duration));
        }
        try {
            LocalDateTime noon = day.atTime(12, 0);
            return List.of(WorkTime.from(noon.atZone(Service.ZONE).toOffsetDateTime(), duration));
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    @Test
    void aRangeOfDaysIsListedExactlyOrRefusedUnsent() {
        int tried = 0;
        for (Service service : Service.values()) {
            tried += listRanges(service);
        }
        Evidence.of(Area.INPUT, "Ranges of days")
                .tried("lists and sums between any two days from the first to the last that Java knows")
                .result("exact, or invalid before any request")
                .count(tried);
    }

    private static int listRanges(Service service) {
        int tried = 0;
        try (Simulated at = Simulated.of(service)) {
            at.seeding().seed(1, 30);
            at.tracker().create(service.newEntry(at.tracker()));
            List<TimeEntry> all =
                    at.tracker().list(TimeEntryQuery.all()).stream().toList();
            for (int i = 0; i < DAYS.size(); i++) {
                for (int j = i; j < DAYS.size(); j += Samples.of(3, 1)) {
                    LocalDate first = DAYS.get(i);
                    LocalDate last = DAYS.get(j);
                    tried += 2;
                    TimeEntryQuery query = TimeEntryQuery.between(first, last);
                    long before = at.service().requests().count();
                    try {
                        long listed = at.tracker().list(query).stream().count();
                        assertThat(listed)
                                .as("%s", query)
                                .isEqualTo(all.stream().filter(query::matches).count());
                    } catch (InvalidInputException e) {
                        assertThat(at.service().requests().count())
                                .as("%s", query)
                                .isEqualTo(before);
                    }
                    long unsummed = at.service().requests().count();
                    try {
                        at.tracker().total(query);
                    } catch (InvalidInputException e) {
                        assertThat(at.service().requests().count())
                                .as("%s", query)
                                .isEqualTo(unsummed);
                    }
                }
            }
        }
        return tried;
    }

    @Test
    void aTimeThatJavaCannotHoldIsRefusedAsInput() {
        OffsetDateTime last = OffsetDateTime.MAX;
        for (Duration duration :
                List.of(Duration.ofNanos(1), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofHours(1))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> WorkTime.from(last, duration))
                    .withMessageStartingWith("workTime: ");
        }
        for (Duration duration : List.of(Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> WorkTime.from(OffsetDateTime.MIN, duration));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> WorkTime.on(LocalDate.EPOCH, duration));
        }
        OffsetDateTime noon = LocalDate.EPOCH.atTime(12, 0).atOffset(ZoneOffset.UTC);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> WorkTime.between(noon, noon.minusNanos(1)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> WorkTime.between(OffsetDateTime.MIN, OffsetDateTime.MAX));
    }
}
