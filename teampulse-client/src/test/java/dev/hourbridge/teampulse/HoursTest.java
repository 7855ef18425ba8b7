package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HoursTest {
    @ParameterizedTest
    @CsvSource({
        "6.33, PT6H19M48S",
        "6.0999999, PT6H6M",
        "6.1, PT6H6M",
        "0.016667, PT1M",
        "0.02, PT1M12S",
        "0.0167, PT1M",
        "0.000277, PT1S",
        "0, PT0S",
        "24, PT24H",
        "7.99999994, PT8H",
        "1E+1, PT10H"
    })
    void readsHoursToTheNearestSecond(BigDecimal hours, Duration meant) {
        assertThat(Hours.duration(hours)).isEqualTo(meant);
    }

    @Test
    void givesBackEverySecondOfADayAlsoThroughANumberOf32Bits() {
        for (int second = 0; second <= 86_400; second++) {
            Duration duration = Duration.ofSeconds(second);
            BigDecimal written = Hours.of(duration);
            float stored = written.floatValue();
            assertThat(written.scale()).isBetween(0, 6);
            assertThat(Hours.duration(written)).isEqualTo(duration);
            assertThat(Hours.duration(new BigDecimal(Float.toString(stored))))
                    .as("printed by a service that keeps 32 bits")
                    .isEqualTo(duration);
            assertThat(Hours.duration(new BigDecimal((double) stored)))
                    .as("printed by a service that widens them to 64")
                    .isEqualTo(duration);
        }
    }

    @Test
    void readsWhatPeopleTypeAsTheNearestSecond() {
        for (int decimals = 1; decimals <= 4; decimals++) {
            int scale = (int) Math.pow(10, decimals);
            for (long unscaled = 0; unscaled <= 24L * scale; unscaled++) {
                // Whole numbers only: the nearest of s / 3600 = unscaled / scale, halves up.
                long seconds = (unscaled * 3600 * 2 + scale) / (2L * scale);
                assertThat(Hours.duration(BigDecimal.valueOf(unscaled, decimals))
                                .toSeconds())
                        .isEqualTo(seconds);
            }
        }
    }

    @Test
    void writesNoTrailingZerosAndNoExponent() {
        assertThat(Hours.of(Duration.ofHours(10)).toString()).isEqualTo("10");
        assertThat(Hours.of(Duration.ofMinutes(90)).toString()).isEqualTo("1.5");
        assertThat(Hours.of(Duration.ofSeconds(1)).toPlainString()).isEqualTo("0.000278");
        assertThat(Hours.checked(new BigDecimal("1E+2")).toString()).isEqualTo("100");
        assertThat(Hours.checked(new BigDecimal("6.500000000")).toString()).isEqualTo("6.5");
    }

    @Test
    void refusesWhatWouldBeRounded() {
        assertThatThrownBy(() -> Hours.of(Duration.ofMillis(1_500))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Hours.checked(new BigDecimal("0.0000001"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesHoursOutOfBounds() {
        assertThatThrownBy(() -> Hours.checked(new BigDecimal("-0.1"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Hours.checked(new BigDecimal("1e999999999")))
                .isInstanceOf(InvalidInputException.class);
    }
}
