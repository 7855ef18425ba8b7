package dev.hourbridge.livetimer;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats days, times and durations for the service, and rejects values that it cannot store. */
final class WireText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LAST_YEAR = 9999;
    private static final int SECONDS_PER_MINUTE = 60;

    private WireText() {}

    /** Returns a day for a query. */
    static String queryDate(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** Returns a day for a body. */
    static String date(LocalDate date) {
        return date.toString();
    }

    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    static LocalDate checkDate(String field, LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new InvalidInputException(field, "a year out of bounds", "specify a year from 1 to " + LAST_YEAR);
        }
        return date;
    }

    /** Rejects seconds, because the service truncates them without an error. */
    static OffsetDateTime checkTime(String field, OffsetDateTime time) {
        checkDate(field, time.toLocalDate());
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidInputException(
                    field,
                    "a time that is not in whole minutes",
                    "round it to a whole minute, because the service " + "stores no seconds");
        }
        if (time.getOffset().getTotalSeconds() % SECONDS_PER_MINUTE != 0) {
            throw new InvalidInputException(
                    field, "an offset with seconds", "give the same time with an offset of whole minutes");
        }
        return time;
    }

    static long checkMinutes(String field, long minutes) {
        if (minutes < 0 || minutes > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    field, "a number out of bounds", "specify a number from 0 to " + Integer.MAX_VALUE);
        }
        return minutes;
    }

    static long minutes(String field, Duration duration) {
        if (!duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new InvalidInputException(
                    field,
                    "a duration that is not in whole minutes",
                    "round it to whole minutes, because the " + "service stores no seconds");
        }
        return checkMinutes(field, duration.toMinutes());
    }
}
