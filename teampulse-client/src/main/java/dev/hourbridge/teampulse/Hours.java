package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Converts durations to and from decimal hours, which the service stores as a 32-bit floating-point number. Six
 * decimals distinguish every second of a day and survive the conversion.
 */
final class Hours {
    private static final int DECIMALS = 6;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

    private Hours() {}

    /**
     * Returns the hours of a duration, without trailing zeros.
     *
     * @throws InvalidInputException if the duration is more precise than a second
     */
    static BigDecimal of(Duration duration) {
        if (duration.getNano() != 0) {
            throw new InvalidInputException(
                    "duration", "a duration that is not in whole seconds", "round it to " + "whole seconds");
        }
        return plain(BigDecimal.valueOf(duration.getSeconds()).divide(SECONDS, DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * Checks hours that the caller passed.
     *
     * @return the same number, without trailing zeros
     * @throws InvalidInputException if they are negative, 1,000,000 or more, or have more than six decimals
     */
    static BigDecimal checked(BigDecimal hours) {
        if (hours.signum() < 0 || hours.compareTo(MAX) >= 0) {
            throw new InvalidInputException("hours", "a number out of bounds", "use 0 or more and less than 1,000,000");
        }
        BigDecimal plain = plain(hours);
        if (plain.scale() > DECIMALS) {
            throw new InvalidInputException(
                    "hours", "a number with more than six decimals", "round it to six " + "decimals");
        }
        return plain;
    }

    /** Returns whether the hours are 0 or more, and less than 1,000,000. */
    static boolean areDuration(BigDecimal hours) {
        return hours.signum() >= 0 && hours.compareTo(MAX) < 0;
    }

    /** Returns the duration to the nearest second: 6.33 is 6:19:48, and 6.0999999 is 6:06:00. */
    static Duration duration(BigDecimal hours) {
        return Duration.ofSeconds(
                hours.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
