package dev.hourbridge.teampulse;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.UUID;

/**
 * An OData 2 and 3 literal (MS-ODATA 2.2.2), not percent-encoded.
 *
 * @param text the form that TeamPulse's documents use
 * @param strict the form that the grammar requires; differs only for days
 */
record ODataLiteral(String text, String strict) {
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DAY)
            .appendPattern("'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
            .toFormatter(Locale.ROOT);
    private static final int NANOS_OF_A_TICK = 100;

    private static ODataLiteral of(String text) {
        return new ODataLiteral(text, text);
    }

    static ODataLiteral nothing() {
        return of("null");
    }

    /**
     * Returns a text in quotation marks. Each quotation mark in the text is written twice.
     *
     * @throws InvalidInputException if the text contains a NUL or a lone surrogate
     */
    static ODataLiteral text(String value) {
        if (value.indexOf('\0') >= 0 || !Inputs.isWellFormed(value)) {
            throw new InvalidInputException(
                    "filter", "text with a NUL or a lone surrogate", "specify well-formed text");
        }
        return of("'" + value.replace("'", "''") + "'");
    }

    /** Returns a number without a suffix if it fits in 32 bits, as TeamPulse's own numbers do. */
    static ODataLiteral whole(long value) {
        return value == (int) value ? of(Long.toString(value)) : int64(value);
    }

    static ODataLiteral int32(int value) {
        return of(Integer.toString(value));
    }

    static ODataLiteral int64(long value) {
        return of(value + "L");
    }

    /**
     * Returns a number with a suffix if it has a fraction, because a fraction without a suffix is a double, which never
     * equals a single.
     */
    static ODataLiteral single(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? of(plain.toPlainString()) : of(plain.toPlainString() + "f");
    }

    /** Returns a double-precision number. */
    static ODataLiteral float64(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new InvalidInputException("filter", "a number that is not finite", "specify a finite number");
        }
        // Without the suffix, which the grammar leaves open, Olingo's parser rejects it.
        return of(Double.toString(value) + "d");
    }

    static ODataLiteral decimal(BigDecimal value) {
        return of(value.toPlainString() + "m");
    }

    static ODataLiteral day(LocalDate value) {
        checkYear(value);
        String day = DAY.format(value);
        return new ODataLiteral("datetime'" + day + "'", "datetime'" + day + "T00:00:00'");
    }

    /** Returns a time without a zone, with a precision of at most 100 ns. */
    static ODataLiteral moment(LocalDateTime value) {
        checkYear(value.toLocalDate());
        if (value.toLocalTime().toNanoOfDay() % NANOS_OF_A_TICK != 0) {
            throw new InvalidInputException(
                    "filter", "a time more precise than 100 ns", "round it to seven fraction " + "digits");
        }
        return of("datetime'" + MOMENT.format(value) + "'");
    }

    static ODataLiteral bool(boolean value) {
        return of(Boolean.toString(value));
    }

    static ODataLiteral guid(UUID value) {
        return of("guid'" + value + "'");
    }

    private static void checkYear(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new InvalidInputException("filter", "a year out of bounds", "specify a year from 1 to 9999");
        }
    }
}
