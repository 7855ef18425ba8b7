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
 * A field that a filter or an order can name, with the type that the service holds it in. Those of a
 * time entry are in {@link TimeEntryFields}; make others, of a service with more, by the methods here.
 *
 * <p>Immutable and safe for use by several threads. Source: "Filtering" of TeamPulse's developer API
 * guide, and the OData 2 protocol for what that leaves out.
 *
 * @param <T> the type of the values that the field is compared with
 */
@AutoValue
public abstract class ODataField<T> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(/[A-Za-z_]\\w*)*");

    ODataField() {}

    /** A text; compared by code unit, with or without regard to case as the service has it. */
    public static ODataField<String> text(String name) {
        return of(name, ODataLiteral::text);
    }

    /** A whole number, written bare where it fits 32 bits and else as 64: the right one for ids. */
    public static ODataField<Long> whole(String name) {
        return of(name, ODataLiteral::whole);
    }

    /** A whole number of 32 bits: {@code 7}. */
    public static ODataField<Integer> int32(String name) {
        return of(name, ODataLiteral::int32);
    }

    /** A whole number of 64 bits: {@code 7L}. */
    public static ODataField<Long> int64(String name) {
        return of(name, ODataLiteral::int64);
    }

    /** A floating-point number of 32 bits: {@code 6.1f}; whole values bare. */
    public static ODataField<BigDecimal> single(String name) {
        return of(name, ODataLiteral::single);
    }

    /** A floating-point number of 64 bits: {@code 6.1d}. */
    public static ODataField<Double> float64(String name) {
        return of(name, ODataLiteral::float64);
    }

    /** An exact decimal: {@code 6.1m}. */
    public static ODataField<BigDecimal> decimal(String name) {
        return of(name, ODataLiteral::decimal);
    }

    /** A day, years 1 to 9999: {@code datetime'2013-10-24'}, which stands for its first moment. */
    public static ODataField<LocalDate> date(String name) {
        return of(name, ODataLiteral::day);
    }

    /** A moment without a zone, to 100 ns: {@code datetime'2013-10-24T13:57:28.33'}. */
    public static ODataField<LocalDateTime> dateTime(String name) {
        return of(name, ODataLiteral::moment);
    }

    /** True or false. */
    public static ODataField<Boolean> bool(String name) {
        return of(name, ODataLiteral::bool);
    }

    /** A guid: {@code guid'…'}. */
    public static ODataField<UUID> guid(String name) {
        return of(name, ODataLiteral::guid);
    }

    private static <T> ODataField<T> of(String name, Function<T, ODataLiteral> literal) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "field",
                    "a name that is no OData property",
                    "give letters, digits and underscores, a letter first");
        }
        return new AutoValue_ODataField<>(name, literal);
    }

    /** The name as it goes on the wire. */
    public abstract String name();

    abstract Function<T, ODataLiteral> literal();

    /** {@code name eq value}. */
    public final ODataFilter eq(T value) {
        return compare("eq", value);
    }

    /** {@code name ne value}. */
    public final ODataFilter ne(T value) {
        return compare("ne", value);
    }

    /** {@code name gt value}. */
    public final ODataFilter gt(T value) {
        return compare("gt", value);
    }

    /** {@code name ge value}. */
    public final ODataFilter ge(T value) {
        return compare("ge", value);
    }

    /** {@code name lt value}. */
    public final ODataFilter lt(T value) {
        return compare("lt", value);
    }

    /** {@code name le value}. */
    public final ODataFilter le(T value) {
        return compare("le", value);
    }

    /** {@code name eq null}. */
    public final ODataFilter isNull() {
        return ODataFilter.comparison(name(), "eq", ODataLiteral.nothing());
    }

    /** {@code name ne null}. */
    public final ODataFilter isNotNull() {
        return ODataFilter.comparison(name(), "ne", ODataLiteral.nothing());
    }

    /**
     * {@code name eq first or name eq second …}. A long list is asked for in several requests; see
     * {@link ODataFilter#anyOf}.
     *
     * @throws InvalidInputException if there is no value
     */
    public final ODataFilter in(Collection<? extends T> values) {
        return ODataFilter.anyOf(values.stream().distinct().map(this::eq).toList());
    }

    /** From the lowest up. */
    public final ODataOrder asc() {
        return ODataOrder.by(name(), "asc");
    }

    /** From the highest down. */
    public final ODataOrder desc() {
        return ODataOrder.by(name(), "desc");
    }

    private ODataFilter compare(String operator, T value) {
        return ODataFilter.comparison(name(), operator, literal().apply(value));
    }
}
