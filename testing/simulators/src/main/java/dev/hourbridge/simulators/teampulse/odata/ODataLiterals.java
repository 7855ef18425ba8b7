package dev.hourbridge.simulators.teampulse.odata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads the numbers and times of OData 3.
 *
 * <p>Examples: {@code 6.1}, {@code 6.1f}, {@code 100L}, {@code 1e3}; {@code 2013-10-24}, {@code 2013-10-24T08:00}.
 */
final class ODataLiterals {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?)([LlMmDdFf]?)");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?)?");

    private ODataLiterals() {}

    /**
     * Returns a number as a Double. Its type suffix matters only for a Single.
     *
     * @throws ODataException if it is not a valid OData 3 number
     */
    static Double number(String text, int position) {
        var number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new ODataException("Invalid numeric literal at position " + position + ".");
        }
        // A Single is widened for comparison: a stored 6.1 equals 6.1f but not 6.1.
        return number.group(2).equalsIgnoreCase("f")
                ? (double) Float.parseFloat(number.group(1))
                : Double.parseDouble(number.group(1));
    }

    /** Returns a time without a zone. A date alone means midnight of that day. */
    static LocalDateTime moment(String text, int position) {
        try {
            if (MOMENT.matcher(text).matches()) {
                return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw invalid(position);
        }
        throw invalid(position);
    }

    private static ODataException invalid(int position) {
        return new ODataException("Unrecognized 'Edm.DateTime' literal at position " + position + ".");
    }
}
