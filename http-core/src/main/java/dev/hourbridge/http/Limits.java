package dev.hourbridge.http;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;

/** The bounds that every time among the options keeps. */
final class Limits {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Limits() {}

    static void check(String option, Duration value, Duration shortest) {
        if (value.compareTo(shortest) < 0 || value.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    option, "a time out of bounds", "give " + shortest.toMillis() + " ms to 24 hours");
        }
    }
}
