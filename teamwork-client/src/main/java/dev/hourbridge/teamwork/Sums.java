package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.Answer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Single sums, each of which an answer must have. */
final class Sums {
    private Sums() {}

    static BigDecimal hours(String name, @Nullable BigDecimal value, Answer answer) {
        if (value == null) {
            throw answer.malformed("has no " + name);
        }
        return value;
    }

    /** Minutes are whole; {@code 25.00} is too. */
    static long minutes(String name, @Nullable BigDecimal value, Answer answer) {
        try {
            return hours(name, value, answer).longValueExact();
        } catch (ArithmeticException e) {
            throw answer.malformed("has a " + name + " that is no whole number");
        }
    }
}
