package dev.hourbridge.model.internal;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a map by name and type, and knows which ones were not read. Used by one thread.
 *
 * <p>A member with a null counts as absent, since JSON writers differ in whether they write it. Each member is read
 * once; {@link #rest} returns those that no field is for. Messages name the member and the kind of its value, and never
 * the value.
 */
public final class MapMembers {
    private static final int LONG_DIGITS = 19;

    private final Map<String, Object> rest;

    /** Copies a map, which is not changed. */
    public MapMembers(Map<String, Object> map) {
        rest = new LinkedHashMap<>(map);
        rest.values().removeIf(Objects::isNull);
    }

    /**
     * Returns a value that must be there.
     *
     * @throws InvalidInputException if it is null
     */
    static <T> T required(String name, @Nullable T value) {
        return Inputs.required(name, value, "use the value that toMap() returned");
    }

    /** Reads a text that must be there. */
    String requireText(String name) {
        return required(name, text(name).orElse(null));
    }

    /** Reads a text; empty if it is absent. */
    Optional<String> text(String name) {
        return take(name, String.class, "a string");
    }

    /** Reads a boolean; empty if it is absent. */
    Optional<Boolean> flag(String name) {
        return take(name, Boolean.class, "true or false");
    }

    private <T> Optional<T> take(String name, Class<T> type, String expected) {
        return Optional.ofNullable(rest.remove(name)).map(value -> cast(name, value, type, expected));
    }

    private static <T> T cast(String name, @Nullable Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw invalid(name, kind(value), "specify " + expected);
        }
        return type.cast(value);
    }

    private static InvalidInputException invalid(String name, String kind, String remedy) {
        return new InvalidInputException(name, kind, remedy);
    }

    private static String kind(@Nullable Object value) {
        return value == null
                ? "no value"
                : "a value of type " + value.getClass().getSimpleName();
    }

    /** Returns a whole number from 0 to {@code max}, as any type of number. */
    Optional<Long> whole(String name, long max) {
        return take(name, Number.class, "a number").map(number -> {
            BigDecimal exact = exact(name, number);
            // Compared by digits first: the plain form of 1e1000000000 does not fit into memory.
            boolean isSmall = exact.precision() - exact.scale() <= LONG_DIGITS;
            if (!isSmall || exact.signum() < 0 || exact.compareTo(BigDecimal.valueOf(max)) > 0 || !isWhole(exact)) {
                throw invalid(name, "a number that is not valid here", "specify a whole number from 0 to " + max);
            }
            return exact.longValue();
        });
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal exact(String name, Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw invalid(name, "a number that is not finite", "specify a finite number");
        }
    }

    /**
     * Returns a text as a day.
     *
     * @param name the member, for the message
     */
    LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, "text that is not a day", "specify a day such as 2007-12-31");
        }
    }

    /**
     * Returns a text as a date and time with an offset.
     *
     * @param name the member, for the message
     */
    OffsetDateTime moment(String name, String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid(
                    name,
                    "text that is not a date and time with an offset",
                    "specify a time such as 2007-12-31T09:30:00-05:00");
        }
    }

    /** Reads a time in UTC; empty if it is absent. */
    Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw invalid(name, "text that is not a time in UTC", "specify a time such as 2007-12-31T14:30:00Z");
            }
        });
    }

    /** Reads a list of texts; an empty one if it is absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object each : take(name, List.class, "a list of strings").orElse(List.of())) {
            texts.add(cast(name, each, String.class, "a list of strings"));
        }
        return texts;
    }

    /** Reads a map of texts, in its order; an empty one if it is absent. */
    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<?, ?> map = take(name, Map.class, "a map of strings").orElse(Map.of());
        map.forEach((key, value) -> texts.put(
                cast(name, key, String.class, "a map of strings"),
                cast(name, value, String.class, "a map of strings")));
        return texts;
    }

    /** Returns the members that were not read: a copy of plain values, in which equal numbers are of equal types. */
    public Map<String, Object> rest() {
        Map<String, Object> copy = new LinkedHashMap<>();
        rest.forEach((name, value) -> copy.put(name, Objects.requireNonNull(plain(name, value))));
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(cast(name, key, String.class, "strings as names"), plain(name, each)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(plain(name, each)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Number number) {
            BigDecimal exact = exact(name, number);
            boolean isLong = exact.scale() <= 0 && exact.precision() - exact.scale() < LONG_DIGITS;
            return isLong ? (Object) exact.longValue() : exact;
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw invalid(name, kind(value), "specify strings, numbers, booleans, lists and maps");
    }
}
