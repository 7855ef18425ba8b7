package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Durations as TeamPulse has them: decimal hours, which the service keeps as a floating-point number of
 * 32 bits. Six decimals tell every second of a day from the next, and survive that.
 */
final class Hours {
    private static final int DECIMALS = 6;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private Hours() {}

    /**
     * The hours of a duration, without trailing zeros.
     *
     * @throws InvalidInputException if it is finer than a second
     */
    static BigDecimal of(Duration duration) {
        if (duration.getNano() != 0) {
            throw new InvalidInputException(
                    "duration", "a duration finer than a second", "round it to seconds, which is what survives here");
        }
        return plain(BigDecimal.valueOf(duration.getSeconds()).divide(SECONDS, DECIMALS, RoundingMode.HALF_UP));
    }

    /**
     * Checks hours that a caller gives.
     *
     * @return the same number, without trailing zeros
     * @throws InvalidInputException if they are negative, a million or more, or have more than six decimals
     */
    static BigDecimal checked(BigDecimal hours) {
        if (hours.signum() < 0 || hours.compareTo(MOST) >= 0) {
            throw new InvalidInputException("hours", "a number out of bounds", "give zero to a million hours");
        }
        BigDecimal plain = plain(hours);
        if (plain.scale() > DECIMALS) {
            throw new InvalidInputException("hours", "a number of more than six decimals", "round it to six");
        }
        return plain;
    }

    /** Whether the hours can be a duration: neither negative nor beyond all measure. */
    static boolean areDuration(BigDecimal hours) {
        return hours.signum() >= 0 && hours.compareTo(MOST) < 0;
    }

    /** The duration to the nearest second, so that 6.33 is 6:19:48 and 6.0999999 is 6:06:00. */
    static Duration duration(BigDecimal hours) {
        return Duration.ofSeconds(
                hours.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
