package dev.hourbridge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTimeTest {

    @Test
    void anIntervalIsOnTheDayOfItsOwnClockAndNotOfUtc() {
        WorkTime evening = WorkTime.between(
                OffsetDateTime.parse("2007-08-30T22:30:00-04:00"), OffsetDateTime.parse("2007-08-31T00:15:00-04:00"));
        assertThat(evening.localDate()).isEqualTo("2007-08-30");
        assertThat(evening.duration()).isEqualTo(Duration.ofMinutes(105));
    }

    @Test
    void aDayWithADurationHasNoStart() {
        WorkTime day = WorkTime.on(LocalDate.parse("2007-08-30"), Duration.ofMinutes(296));
        assertThat(day.localDate()).isEqualTo("2007-08-30");
        assertThat(day.duration()).isEqualTo(Duration.ofMinutes(296));
    }

    @Test
    void anEndBeforeTheStartIsRefusedByName() {
        OffsetDateTime start = OffsetDateTime.parse("2007-08-30T08:28:00Z");
        assertThatThrownBy(() -> WorkTime.between(start, start.minusSeconds(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("workTime")
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> WorkTime.on(LocalDate.parse("2007-08-30"), Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/Dublin",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "America/St_Johns",
                "Asia/Tehran",
                "Africa/Casablanca",
                "America/Sao_Paulo",
                "Pacific/Chatham"
            })
    void theTimeThatPassedIsRightOverEveryTransition(String zone) {
        ZoneId id = ZoneId.of(zone);
        ZoneOffsetTransition transition = id.getRules()
                .nextTransition(ZonedDateTime.parse("2007-01-01T00:00:00Z").toInstant());
        int seen = 0;
        while (transition != null
                && transition
                        .getInstant()
                        .isBefore(ZonedDateTime.parse("2031-01-01T00:00:00Z").toInstant())) {
            OffsetDateTime start =
                    transition.getInstant().minusSeconds(1800).atZone(id).toOffsetDateTime();
            OffsetDateTime end =
                    transition.getInstant().plusSeconds(1800).atZone(id).toOffsetDateTime();
            assertThat(WorkTime.between(start, end).duration()).isEqualTo(Duration.ofHours(1));
            assertThat(WorkTime.between(start, end).localDate()).isEqualTo(start.toLocalDate());
            transition = id.getRules().nextTransition(transition.getInstant());
            seen++;
        }
        assertThat(seen).as("transitions of %s", zone).isPositive();
    }
}
