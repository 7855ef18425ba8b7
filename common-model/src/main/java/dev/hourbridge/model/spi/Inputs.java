package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks arguments, with the same exceptions in all clients. Null is rejected because callers may pass it unchecked,
 * for example from an environment variable that is not set.
 */
public final class Inputs {
    private static final String VISIBLE = "use a value with at least one visible character";

    private Inputs() {}

    /**
     * Returns the value.
     *
     * @param remedy the value to pass instead
     * @throws InvalidInputException if the value is null
     */
    public static <T> T required(String field, @Nullable T value, String remedy) {
        if (value == null) {
            throw new InvalidInputException(field, "no value", remedy);
        }
        return value;
    }

    /**
     * Returns the text.
     *
     * @throws InvalidInputException if the text is null or blank
     */
    public static String notBlank(String field, @Nullable String text) {
        return notBlank(field, text, VISIBLE);
    }

    /**
     * Returns the text.
     *
     * @param remedy the value to pass instead
     * @throws InvalidInputException if the text is null or blank
     */
    public static String notBlank(String field, @Nullable String text, String remedy) {
        String value = required(field, text, remedy);
        if (value.isBlank()) {
            throw new InvalidInputException(field, "blank text", remedy);
        }
        return value;
    }

    /**
     * Returns the text.
     *
     * @throws InvalidInputException if the text contains a lone surrogate, which no charset can encode
     */
    public static String wellFormed(String field, String text) {
        if (!isWellFormed(text)) {
            throw new InvalidInputException(field, "a lone surrogate", "use complete characters");
        }
        return text;
    }

    /** Returns whether the text contains no lone surrogate. */
    public static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /**
     * Returns a duration as a number of minutes.
     *
     * @throws InvalidInputException if the duration is null, negative, longer than {@link Integer#MAX_VALUE} minutes, or
     *     not a whole number of minutes
     */
    public static int wholeMinutes(String field, @Nullable Duration duration) {
        Duration value = required(field, duration, "set the duration of the work");
        if (value.isNegative()) {
            throw new InvalidInputException(field, "a negative duration", "use zero or a positive duration");
        }
        if (value.toSecondsPart() != 0 || value.toNanosPart() != 0) {
            throw new InvalidInputException(field, "a duration with seconds", "round it to whole minutes");
        }
        if (value.toMinutes() > Integer.MAX_VALUE) {
            throw new InvalidInputException(field, "a duration that is too long", "check its unit");
        }
        return (int) value.toMinutes();
    }
}
