package dev.hourbridge.http.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Parses dates and times.
 *
 * <p>Years are limited to four digits. A longer year is an error of the service or an attack, and would overflow when
 * days are compared.
 */
final class DateTimeParser {
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            // Four digits: a later year is an error, and arithmetic with it exceeds the calendar.
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private DateTimeParser() {}

    /** Returns the day of a date, or of a date and time in its own offset. */
    static LocalDate date(String text) {
        if (text.length() == 8) {
            return inRange(LocalDate.parse(text, COMPACT));
        }
        if (text.length() != 10) {
            return wallClock(text).toLocalDate();
        }
        return inRange(FastDateTimeParser.isDate(text) ? FastDateTimeParser.date(text) : LocalDate.parse(text));
    }

    /** Returns a time with its offset. */
    static OffsetDateTime offset(String text) {
        return FastDateTimeParser.isMoment(text)
                ? inRange(FastDateTimeParser.clock(text)).atOffset(FastDateTimeParser.offset(text))
                : inRange(OffsetDateTime.parse(text, LENIENT));
    }

    /** Returns an instant; text without an offset is in UTC. */
    static Instant instant(String text) {
        if (FastDateTimeParser.isMoment(text)) {
            return inRange(FastDateTimeParser.clock(text)).toInstant(FastDateTimeParser.offset(text));
        }
        TemporalAccessor parsed = inRange(LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
        return parsed instanceof OffsetDateTime moment
                ? moment.toInstant()
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    /** Returns the date and time as written, without the offset. */
    static LocalDateTime wallClock(String text) {
        return inRange(
                FastDateTimeParser.isMoment(text)
                        ? FastDateTimeParser.clock(text)
                        : LocalDateTime.from(LENIENT.parse(text)));
    }

    /**
     * Requires a year of four digits. Any other year is an error, and arithmetic near the limits of the calendar fails.
     */
    private static <T extends TemporalAccessor> T inRange(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("a year out of range");
        }
        return time;
    }
}
