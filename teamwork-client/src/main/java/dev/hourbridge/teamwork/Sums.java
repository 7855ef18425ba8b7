package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiResponse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks the values of a total. All of them are required. */
final class Sums {
    private static final BigDecimal MAX_MINUTES = BigDecimal.valueOf(1_000_000_000_000L);

    private Sums() {}

    /**
     * Returns a value in hours, as rounded by the service.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if it is missing
     */
    static BigDecimal hours(String name, @Nullable BigDecimal value, ApiResponse response) {
        if (value == null) {
            throw response.malformed("has no " + name);
        }
        return value;
    }

    /** Returns whole minutes. {@code 25.00} is also accepted. */
    static long minutes(String name, @Nullable BigDecimal value, ApiResponse response) {
        BigDecimal minutes = hours(name, value, response);
        if (minutes.abs().compareTo(MAX_MINUTES) > 0) {
            throw response.malformed("has a " + name + " out of bounds");
        }
        try {
            return minutes.longValueExact();
        } catch (ArithmeticException e) {
            throw response.malformed("has a " + name + " that is not a whole number");
        }
    }
}
