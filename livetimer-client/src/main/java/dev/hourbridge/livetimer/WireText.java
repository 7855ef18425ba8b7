package dev.hourbridge.livetimer;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and durations as the service takes them, and what it cannot take. */
final class WireText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LAST_YEAR = 9999;
    private static final int SECONDS_PER_MINUTE = 60;

    private WireText() {}

    /** A day in a query. */
    static String queryDate(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** A day in a body. */
    static String date(LocalDate date) {
        return date.toString();
    }

    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    static LocalDate checkDate(String field, LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new InvalidInputException(
                    field, "a year that is not of one to four digits", "give years 1 to " + LAST_YEAR);
        }
        return date;
    }

    /** The service cuts seconds off without a word, so they are refused here. */
    static OffsetDateTime checkTime(String field, OffsetDateTime time) {
        checkDate(field, time.toLocalDate());
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidInputException(
                    field, "a time finer than a minute", "round it to the minute first, the service keeps no more");
        }
        if (time.getOffset().getTotalSeconds() % SECONDS_PER_MINUTE != 0) {
            throw new InvalidInputException(
                    field, "an offset with seconds", "give the same moment at an offset of whole minutes");
        }
        return time;
    }

    static long checkMinutes(String field, long minutes) {
        if (minutes < 0 || minutes > Integer.MAX_VALUE) {
            throw new InvalidInputException(field, "a number out of bounds", "give 0 to " + Integer.MAX_VALUE);
        }
        return minutes;
    }

    static long minutes(String field, Duration duration) {
        if (!duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new InvalidInputException(
                    field, "a duration finer than a minute", "round it to minutes first, the service keeps no more");
        }
        return checkMinutes(field, duration.toMinutes());
    }
}
