package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The rules for days, starts and durations.
 *
 * <p>An error of one day or one hour is hard to notice in a list and easy to make with time zones.
 */
interface TimeRules extends Suite {
    /** Durations from one minute to one day survive to the minute. */
    @Test
    default void keepsEveryMinuteOfADay() {
        Samples samples = new Samples(service());
        Map<TimeEntryId, Duration> sent = new LinkedHashMap<>();
        durations().forEach(minutes -> {
            Duration duration = Duration.ofMinutes(minutes);
            sent.put(service().tracker().create(samples.lasting(duration)), duration);
        });

        Map<TimeEntryId, Duration> shown =
                service().tracker().list(TimeEntryQuery.between(samples.day(), samples.day())).stream()
                        .collect(Collectors.toMap(
                                TimeEntry::id, entry -> entry.workTime().duration()));
        assertThat(shown).containsAllEntriesOf(sent);
    }

    /** Every minute value of a day: thirds and ninths of hours are where decimal hours go wrong. */
    private static IntStream durations() {
        return IntStream.rangeClosed(0, 1439);
    }

    /** A duration that is not a multiple of the unit is invalid. The caller decides how to round. */
    @Test
    default void refusesADurationFinerThanItsUnit() {
        Samples samples = new Samples(service());
        Duration unit = service().tracker().capabilities().durationUnit();

        Expect.survives(service(), samples.lasting(unit.multipliedBy(3601)));
        Expect.refusedUnsent(
                service(),
                "half a unit",
                () -> service()
                        .tracker()
                        .create(samples.lasting(unit.multipliedBy(7).plus(unit.dividedBy(2)))));
    }

    /** An entry stays on its day, including leap days, days with a clock change and the ends of years. */
    @Test
    default void keepsTheDayOnEveryDay() {
        Samples samples = new Samples(service());
        for (LocalDate day : List.of(
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 3, 10),
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2024, 10, 27),
                LocalDate.of(2024, 11, 3),
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 1, 1))) {
            assertThat(Expect.survives(service(), samples.on(day)).workTime().localDate())
                    .isEqualTo(day);
        }
    }

    /**
     * A day with a duration is returned without a start, or is invalid if a start is required. No start is invented.
     */
    @Test
    default void keepsADayWithoutAStartAsThatOrRefusesIt() {
        Samples samples = new Samples(service());
        WorkTime dated = WorkTime.on(samples.day(), Duration.ofMinutes(75));
        if (service().tracker().capabilities().required().contains(EntryField.START)) {
            Expect.refusedUnsent(
                    service(), "a day alone", () -> service().tracker().create(samples.at(dated)));
        } else {
            assertThat(Expect.survives(service(), samples.at(dated)).workTime()).isEqualTo(dated);
        }
    }

    /** Work across midnight is one entry, on the day of its start. */
    @Test
    default void keepsWorkOverMidnightOnTheDayOfItsStart() {
        Samples samples = samplesWithStart();
        LocalDate day = samples.day();

        TimeEntry late = Expect.survives(
                service(), samples.at(WorkTime.from(samples.at(day, LocalTime.of(22, 15)), Duration.ofMinutes(210))));
        TimeEntry last = Expect.survives(
                service(), samples.at(WorkTime.from(samples.at(day, LocalTime.of(23, 59)), Duration.ofMinutes(1))));

        assertThat(late.workTime().localDate()).isEqualTo(day);
        assertThat(last.workTime().localDate()).isEqualTo(day);
        assertThat(service().tracker().list(TimeEntryQuery.between(day.plusDays(1), day.plusDays(1))))
                .doesNotContain(late, last);
    }

    /** Work across a clock change retains its duration and its start. Only the local time of the end changes. */
    @Test
    default void keepsWorkAcrossAClockChange() {
        Samples samples = samplesWithStart();
        ZoneId zone = samples.zone();
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
        assumeTrue(change != null, "the account's time zone has clock changes");
        for (int changes = 0; changes < 2; changes++) {
            OffsetDateTime start =
                    change.getInstant().minusSeconds(5400).atZone(zone).toOffsetDateTime();

            TimeEntry entry = Expect.survives(service(), samples.at(WorkTime.from(start, Duration.ofHours(6))));

            assertThat(entry.workTime().localDate()).isEqualTo(start.toLocalDate());
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    /** An entry whose start has an offset far from that of the account stays on the local day of its start. */
    @Test
    default void keepsTheDayThatTheStartsOwnClockShows() {
        Samples samples = samplesWithStart();
        assumeTrue(
                service().tracker().capabilities().startForm() == StartForm.OFFSET,
                "starts are stored with their offset");
        LocalDate day = samples.day();
        for (String offset : List.of("+13:00", "+05:45", "-03:30", "-11:00", "Z")) {
            for (LocalTime time : List.of(LocalTime.of(0, 10), LocalTime.of(23, 40))) {
                OffsetDateTime start = day.atTime(time).atOffset(ZoneOffset.of(offset));
                Expect.survives(service(), samples.at(WorkTime.from(start, Duration.ofMinutes(5))));
            }
        }
    }

    /** A value that the service cannot store is invalid; it is not truncated. */
    @Test
    default void keepsTheSecondsOfAStartOrRefusesThem() {
        Samples samples = samplesWithStart();
        WorkTime odd = WorkTime.from(samples.at(samples.day(), LocalTime.of(10, 0, 30)), Duration.ofMinutes(30));
        TimeEntryId id;
        try {
            id = service().tracker().create(samples.at(odd));
        } catch (InvalidInputException refused) {
            assertThatThrownBy(() -> service().tracker().prepare(samples.at(odd)))
                    .isInstanceOf(InvalidInputException.class);
            return;
        }
        Expect.assertShows(service().tracker().get(id).workTime(), odd, service());
    }

    private Samples samplesWithStart() {
        Samples samples = new Samples(service());
        assumeTrue(samples.takesStart(), "the service keeps starts");
        return samples;
    }
}
