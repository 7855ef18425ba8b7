package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented entries, and the year that they are in. */
class SeedingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    /** A simulator with the days of its entries. */
    enum Seeded {
        CODEBASE {
            @Override
            Simulator<?> start() {
                return CodebaseSimulator.builder().clock(CLOCK).start();
            }

            @Override
            Stream<LocalDate> days(Simulator<?> simulator) {
                return ((CodebaseSimulator) simulator).entries().stream().map(StoredCodebaseSession::sessionDate);
            }
        },
        TEAMWORK {
            @Override
            Simulator<?> start() {
                return TeamworkSimulator.builder().clock(CLOCK).start();
            }

            @Override
            Stream<LocalDate> days(Simulator<?> simulator) {
                TeamworkSimulator teamwork = (TeamworkSimulator) simulator;
                return teamwork.entries().stream().map(entry -> LocalDate.ofInstant(entry.date(), teamwork.zone()));
            }
        },
        TEAMPULSE {
            @Override
            Simulator<?> start() {
                return TeamPulseSimulator.builder().clock(CLOCK).start();
            }

            @Override
            Stream<LocalDate> days(Simulator<?> simulator) {
                return ((TeamPulseSimulator) simulator).entries().stream().map(StoredTeamPulseEntry::date);
            }
        },
        LIVETIMER {
            @Override
            Simulator<?> start() {
                return LiveTimerSimulator.builder().clock(CLOCK).start();
            }

            @Override
            Stream<LocalDate> days(Simulator<?> simulator) {
                return ((LiveTimerSimulator) simulator)
                        .entries().stream()
                                .map(entry -> entry.startTime()
                                        .map(OffsetDateTime::toLocalDate)
                                        .or(entry::startDate)
                                        .orElseThrow());
            }
        };

        abstract Simulator<?> start();

        abstract Stream<LocalDate> days(Simulator<?> simulator);
    }

    @ParameterizedTest
    @EnumSource
    void seedsTheGivenYearInAllItsMonths(Seeded service) {
        for (int year : new int[] {2007, 2023, 2024, 2031}) {
            try (Simulator<?> simulator = service.start()) {
                simulator.seed(7, 400, Year.of(year));

                List<LocalDate> days = service.days(simulator).toList();
                Set<Integer> months =
                        days.stream().map(LocalDate::getMonthValue).collect(Collectors.toSet());
                assertThat(days).allMatch(day -> day.getYear() == year);
                assertThat(months).hasSize(12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void seeds2024IfNoYearIsNamedAndRepeatsItself(Seeded service) {
        try (Simulator<?> one = service.start();
                Simulator<?> other = service.start();
                Simulator<?> another = service.start()) {
            one.seed(7, 50);
            other.seed(7, 50, Year.of(2024));
            another.seed(8, 50);

            assertThat(one.entries()).isEqualTo(other.entries()).isNotEqualTo(another.entries());
        }
    }

    @Test
    void seedsTheDaysOfThatYearOnWhichClocksChange() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start();
                TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            liveTimer.seed(7, 20, Year.of(2025));
            teamwork.seed(7, 20, Year.of(2025));

            assertThat(liveTimer.entries())
                    .as("the second quarter past one of the day")
                    .anyMatch(entry -> entry.startTime()
                            .filter(OffsetDateTime.parse("2025-11-02T01:15:00-05:00")::equals)
                            .isPresent());
            assertThat(Seeded.LIVETIMER.days(liveTimer)).contains(LocalDate.of(2025, 3, 9), LocalDate.of(2025, 11, 2));
            // The first few may be deleted ones.
            assertThat(Stream.concat(teamwork.entries().stream(), teamwork.deletedEntries().stream())
                            .map(entry -> LocalDate.ofInstant(entry.date(), teamwork.zone())))
                    .contains(
                            LocalDate.of(2025, 3, 9),
                            LocalDate.of(2025, 3, 30),
                            LocalDate.of(2025, 10, 26),
                            LocalDate.of(2025, 11, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2006, 9999})
    void rejectsAYearOutOfBounds(int year) {
        try (CodebaseSimulator codebase = CodebaseSimulator.start()) {
            assertThatThrownBy(() -> codebase.seed(1, 1, Year.of(year)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("year must be 2007 to 9998 but is " + year + ".");
            assertThatThrownBy(() -> codebase.seed(1, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("entries must not be negative but is -1.");
            codebase.seed(1, 1, Year.of(9998));
            assertThat(codebase.entries()).hasSize(1);
        }
    }
}
