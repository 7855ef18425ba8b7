package dev.hourbridge.http.internal.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses numbers.
 *
 * <p>Digits are ASCII. Without a limit on its digits, a number would take quadratic time to read.
 */
final class NumberParser {
    private static final int MAX_DIGITS = 18;

    /** Bounded, because an exponent of a few characters can produce gigabytes of digits. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

    private NumberParser() {}

    /**
     * Returns a whole number of up to 18 digits; null for an empty string.
     *
     * @throws IllegalArgumentException if the text is not a whole number
     */
    static @Nullable Long whole(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return null;
        }
        int first = digits.charAt(0) == '-' ? 1 : 0;
        int count = digits.length() - first;
        if (count > MAX_DIGITS || !isDigits(digits, first, digits.length())) {
            throw new IllegalArgumentException();
        }
        return Long.valueOf(digits);
    }

    /** Returns whether the range contains digits only, and at least one. */
    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /**
     * Returns whether the text has the common form, without a sign and an exponent; matching the pattern takes much
     * longer.
     */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        return text.length() <= MAX_DIGITS
                && isDigits(text, 0, point < 0 ? text.length() : point)
                && (point < 0 || isDigits(text, point + 1, text.length()));
    }

    /**
     * Returns a decimal number; null for an empty string.
     *
     * @throws IllegalArgumentException if the text is not a decimal number or is too long
     */
    static @Nullable BigDecimal decimal(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (!isPlain(digits) && !DECIMAL.matcher(digits).matches()) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(digits);
    }
}
