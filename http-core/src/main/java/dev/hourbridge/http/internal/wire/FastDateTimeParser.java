package dev.hourbridge.http.internal.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Parses the usual formats of dates and times, such as {@code 2024-12-21T05:00:00Z}, without a {@link
 * java.time.format.DateTimeFormatter}, which would use a third of the time for reading a page.
 */
final class FastDateTimeParser {
    private static final String DATE = "0000-00-00";
    private static final String CLOCK = "0000-00-00T00:00:00";
    private static final String OFFSET = "+00:00";

    private FastDateTimeParser() {}

    /** Returns whether the text has the form {@code 2024-12-21}. */
    static boolean isDate(String text) {
        return text.length() == DATE.length() && looksLike(text, 0, DATE);
    }

    /**
     * Returns whether the text is a date and time with seconds, followed by {@code Z} or an offset in hours and
     * minutes.
     */
    static boolean isMoment(String text) {
        int rest = text.length() - CLOCK.length();
        boolean utc = rest == 1 && text.charAt(CLOCK.length()) == 'Z';
        boolean ends = utc || (rest == OFFSET.length() && looksLike(text, CLOCK.length(), OFFSET));
        return ends && looksLike(text, 0, CLOCK);
    }

    /** @throws DateTimeException if there is no such day; the other methods do the same for their parts */
    static LocalDate date(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    /** Returns the date and time in text of this form. */
    static LocalDateTime clock(String text) {
        return date(text).atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    }

    /** Returns the offset in text of this form: {@code Z}, or an offset such as {@code -05:00}. */
    static ZoneOffset offset(String text) {
        int at = CLOCK.length();
        if (text.length() == at + 1) {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(text, at + 1, at + 3), sign * number(text, at + 4, at + 6));
    }

    /** Compares text with a pattern in which 0 matches any digit and a plus matches either sign. */
    private static boolean looksLike(String text, int from, String model) {
        for (int i = 0; i < model.length(); i++) {
            char is = text.charAt(from + i);
            boolean fits = switch (model.charAt(i)) {
                case '0' -> is >= '0' && is <= '9';
                case '+' -> is == '+' || is == '-';
                default -> is == model.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
