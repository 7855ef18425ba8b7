package dev.hourbridge.http;

import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;

/** Checks the bounds of duration options. */
final class Limits {
    private static final Duration MAX_DURATION = Duration.ofDays(1);

    private Limits() {}

    static void check(String option, Duration value, Duration min) {
        if (value.compareTo(min) < 0 || value.compareTo(MAX_DURATION) > 0) {
            throw new InvalidInputException(
                    option, "a duration out of bounds", "specify " + min.toMillis() + " ms to 24 hours");
        }
    }
}
