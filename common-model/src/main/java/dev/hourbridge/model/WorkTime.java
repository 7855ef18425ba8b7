package dev.hourbridge.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * When work was done, and for how long.
 *
 * <p>A work time is either a day and a duration, or a start and an end. A day is never converted to a start. Immutable
 * and thread-safe.
 */
public sealed interface WorkTime {

    /** Returns a work time with a day and a duration. */
    static DatedDuration on(LocalDate date, Duration duration) {
        return new DatedDuration(date, duration);
    }

    /** Returns a work time with a start and an end. */
    static Interval between(OffsetDateTime start, OffsetDateTime end) {
        return new Interval(start, end);
    }

    /**
     * Returns the interval with this start and this duration.
     *
     * @throws InvalidInputException if the duration is negative, or the end is outside the range of {@link
     *     OffsetDateTime}
     */
    static Interval from(OffsetDateTime start, Duration duration) {
        requireNotNegative(duration);
        try {
            return new Interval(start, start.plus(duration));
        } catch (DateTimeException | ArithmeticException e) {
            throw beyond();
        }
    }

    /** Returns the local day: the date of the start in its own offset, never converted to UTC. */
    LocalDate localDate();

    /** Returns the duration; never negative. It is exact across a daylight-saving time change. */
    Duration duration();

    /**
     * A day and a duration.
     *
     * @param date the day, without a time zone
     * @param duration zero or longer; a service may store only whole minutes or seconds
     */
    record DatedDuration(LocalDate date, Duration duration) implements WorkTime {
        /**
         * Checks the duration.
         *
         * @throws InvalidInputException if it is negative
         */
        public DatedDuration {
            requireNotNegative(duration);
        }

        @Override
        public LocalDate localDate() {
            return date;
        }
    }

    /**
     * A start and an end, each with its offset from UTC.
     *
     * @param start the start, inclusive
     * @param end the end, exclusive; not before the start
     */
    record Interval(OffsetDateTime start, OffsetDateTime end) implements WorkTime {
        /**
         * Checks the order.
         *
         * @throws InvalidInputException if the end is before the start, or the time between the two is too long for a
         *     {@link Duration}
         */
        public Interval {
            requireNotNegative(passed(start, end));
        }

        @Override
        public LocalDate localDate() {
            return start.toLocalDate();
        }

        @Override
        public Duration duration() {
            return Duration.between(start, end);
        }
    }

    private static Duration passed(OffsetDateTime start, OffsetDateTime end) {
        try {
            return Duration.between(start, end);
        } catch (DateTimeException | ArithmeticException e) {
            throw beyond();
        }
    }

    private static InvalidInputException beyond() {
        return new InvalidInputException(
                "workTime",
                "a time outside the supported range of dates",
                "check its year, and the unit of its " + "duration");
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new InvalidInputException(
                    "workTime", "a negative duration", "specify an end that is not before the start");
        }
    }
}
