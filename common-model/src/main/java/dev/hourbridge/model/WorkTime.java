package dev.hourbridge.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * When the work was done, and for how long: the only place of the model that holds time.
 *
 * <p>Either a day with a duration, or a start and an end. A start is never made up from a day.
 * Immutable and safe for use by several threads.
 */
public sealed interface WorkTime {

    /** A day and a duration, without a start. */
    static DatedDuration on(LocalDate date, Duration duration) {
        return new DatedDuration(date, duration);
    }

    /** A start and an end. */
    static Interval between(OffsetDateTime start, OffsetDateTime end) {
        return new Interval(start, end);
    }

    /**
     * A start and the time that passed since.
     *
     * @throws InvalidInputException if the duration is negative, or the end is beyond the calendar
     */
    static Interval from(OffsetDateTime start, Duration duration) {
        requireNotNegative(duration);
        try {
            return new Interval(start, start.plus(duration));
        } catch (DateTimeException | ArithmeticException e) {
            throw beyond();
        }
    }

    /** The day a person would say: the date at the start's own offset, never computed through UTC. */
    LocalDate localDate();

    /** The time that passed; safe across a change of daylight-saving time. Never negative. */
    Duration duration();

    /**
     * A day and a duration.
     *
     * @param date the day, in no zone
     * @param duration zero or longer, to the second or finer; whether a service holds it is its own affair
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
     * A start and an end, each with the offset that its clock had.
     *
     * @param start the first moment
     * @param end the moment after the last; not before the start
     */
    record Interval(OffsetDateTime start, OffsetDateTime end) implements WorkTime {
        /**
         * Checks the order.
         *
         * @throws InvalidInputException if the end is before the start, or the two are so far from any
         *     calendar that the time between them cannot be computed
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
                "workTime", "a time beyond the calendar", "check its year, and the unit of its duration");
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new InvalidInputException(
                    "workTime", "a negative duration", "give an end that is not before the start");
        }
    }
}
