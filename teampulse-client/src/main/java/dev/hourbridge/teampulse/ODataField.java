package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A field for filters and sort orders, with the type that it has in the service. {@link TimeEntryFields} has constants
 * for the fields of a time entry. The methods of this class create other fields.
 *
 * <p>Immutable and thread-safe. Source: the section "Filtering" of TeamPulse's developer API guide, and the OData 2
 * protocol for what the guide omits.
 *
 * @param <T> the type of the values with which the field is compared
 */
@AutoValue
public abstract class ODataField<T> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(/[A-Za-z_]\\w*)*");

    ODataField() {}

    /** Returns a text field. Whether comparisons are case-sensitive depends on the service's database. */
    public static ODataField<String> text(String name) {
        return of(name, ODataLiteral::text);
    }

    /**
     * Returns a field of whole numbers, for ids. A value that fits in 32 bits is written without a suffix; any other
     * value has the 64-bit suffix.
     */
    public static ODataField<Long> whole(String name) {
        return of(name, ODataLiteral::whole);
    }

    /** Returns a field of 32-bit whole numbers: {@code 7}. */
    public static ODataField<Integer> int32(String name) {
        return of(name, ODataLiteral::int32);
    }

    /** Returns a field of 64-bit whole numbers: {@code 7L}. */
    public static ODataField<Long> int64(String name) {
        return of(name, ODataLiteral::int64);
    }

    /** Returns a field of 32-bit floating-point numbers: {@code 6.1f}. Whole values are written without a suffix. */
    public static ODataField<BigDecimal> single(String name) {
        return of(name, ODataLiteral::single);
    }

    /** Returns a field of 64-bit floating-point numbers: {@code 6.1d}. */
    public static ODataField<Double> float64(String name) {
        return of(name, ODataLiteral::float64);
    }

    /** Returns a field of exact decimals: {@code 6.1m}. */
    public static ODataField<BigDecimal> decimal(String name) {
        return of(name, ODataLiteral::decimal);
    }

    /** Returns a field of days with years 1 to 9999: {@code datetime'2013-10-24'}, the first instant of the day. */
    public static ODataField<LocalDate> date(String name) {
        return of(name, ODataLiteral::day);
    }

    /** Returns a field of date-times without a zone, to 100 ns: {@code datetime'2013-10-24T13:57:28.33'}. */
    public static ODataField<LocalDateTime> dateTime(String name) {
        return of(name, ODataLiteral::moment);
    }

    /** Returns a field of {@code true} or {@code false}. */
    public static ODataField<Boolean> bool(String name) {
        return of(name, ODataLiteral::bool);
    }

    /** Returns a field of GUIDs: {@code guid'…'}. */
    public static ODataField<UUID> guid(String name) {
        return of(name, ODataLiteral::guid);
    }

    /**
     * Returns a field whose name is a property in OData.
     *
     * @throws InvalidInputException otherwise
     */
    private static <T> ODataField<T> of(String name, Function<T, ODataLiteral> literal) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "field",
                    "a name that is not an OData property",
                    "use letters, digits and underscores, and start with a letter");
        }
        return new AutoValue_ODataField<>(name, literal);
    }

    /** Returns the name as it is sent. */
    public abstract String name();

    abstract Function<T, ODataLiteral> literal();

    /** Returns {@code name eq value}. */
    public final ODataFilter eq(T value) {
        return compare("eq", value);
    }

    /** Returns {@code name ne value}. */
    public final ODataFilter ne(T value) {
        return compare("ne", value);
    }

    /** Returns {@code name gt value}. */
    public final ODataFilter gt(T value) {
        return compare("gt", value);
    }

    /** Returns {@code name ge value}. */
    public final ODataFilter ge(T value) {
        return compare("ge", value);
    }

    /** Returns {@code name lt value}. */
    public final ODataFilter lt(T value) {
        return compare("lt", value);
    }

    /** Returns {@code name le value}. */
    public final ODataFilter le(T value) {
        return compare("le", value);
    }

    /** Returns {@code name eq null}. */
    public final ODataFilter isNull() {
        return ODataFilter.comparison(name(), "eq", ODataLiteral.nothing());
    }

    /** Returns {@code name ne null}. */
    public final ODataFilter isNotNull() {
        return ODataFilter.comparison(name(), "ne", ODataLiteral.nothing());
    }

    /**
     * Returns {@code name eq first or name eq second …}. A long list requires several requests; see {@link
     * ODataFilter#anyOf}.
     *
     * @throws InvalidInputException if the collection is empty
     */
    public final ODataFilter in(Collection<? extends T> values) {
        return ODataFilter.anyOf(values.stream().distinct().map(this::eq).toList());
    }

    /** Returns an ascending order by this field. */
    public final ODataOrder asc() {
        return ODataOrder.by(name(), "asc");
    }

    /** Returns a descending order by this field. */
    public final ODataOrder desc() {
        return ODataOrder.by(name(), "desc");
    }

    private ODataFilter compare(String operator, T value) {
        return ODataFilter.comparison(name(), operator, literal().apply(value));
    }
}
