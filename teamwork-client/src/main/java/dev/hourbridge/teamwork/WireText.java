package dev.hourbridge.teamwork;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.AccountReferences;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Formats days, times and tags for the service, and rejects values that it cannot store. */
final class WireText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int LAST_YEAR = 9999;

    private WireText() {}

    static String date(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    static String dateTime(LocalDateTime time) {
        return DATE_TIME.format(time);
    }

    /** Returns whether the year of the day has at most four digits. */
    static boolean holds(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= LAST_YEAR;
    }

    static LocalDate checkDate(String field, LocalDate date) {
        if (!holds(date)) {
            throw new InvalidInputException(field, "a year out of bounds", "specify a year from 1 to 9999");
        }
        return date;
    }

    static long checkId(String field, long id) {
        return AccountReferences.checkId(field, id);
    }

    static LocalTime checkTime(String field, LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidInputException(
                    field,
                    "a time that is not in whole minutes",
                    "round it to a whole minute, because the service " + "stores no seconds");
        }
        return time;
    }

    static long checkHours(long hours) {
        if (hours < 0) {
            throw new InvalidInputException("hours", "a negative number", "specify 0 or more");
        }
        return hours;
    }

    static long checkMinutes(long minutes) {
        if (minutes < 0 || minutes > 59) {
            throw new InvalidInputException(
                    "minutes", "a number out of bounds", "use a number from 0 to 59, and set the rest as hours");
        }
        return minutes;
    }

    static void checkRange(
            Optional<LocalDate> fromDate,
            Optional<LocalTime> fromTime,
            Optional<LocalDate> toDate,
            Optional<LocalTime> toTime) {
        fromDate.ifPresent(date -> checkDate("fromDate", date));
        toDate.ifPresent(date -> checkDate("toDate", date));
        fromTime.ifPresent(time -> checkTime("fromTime", time));
        toTime.ifPresent(time -> checkTime("toTime", time));
        if (fromTime.isPresent() && fromDate.isEmpty()) {
            throw new InvalidInputException("fromTime", "a time without a day", "also set fromDate");
        }
        if (toTime.isPresent() && toDate.isEmpty()) {
            throw new InvalidInputException("toTime", "a time without a day", "also set toDate");
        }
    }

    /** Returns the tag names as one text. A comma in a name would split it. */
    static String tags(List<String> tags) {
        for (String tag : tags) {
            if (tag.isBlank()) {
                throw new InvalidInputException("tags", "a blank tag", "omit it");
            }
            if (tag.indexOf(',') >= 0) {
                throw new InvalidInputException(
                        "tags", "a tag with a comma", "rename it, because Teamwork separates tags with commas");
            }
        }
        return String.join(",", tags);
    }
}
