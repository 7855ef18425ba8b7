package dev.hourbridge.model;

import org.jspecify.annotations.Nullable;

/** Checks that more than one value type makes. */
final class Checks {
    private Checks() {}

    /** Callers without null checks of their own pass on what a missing environment variable is. */
    static <T> T given(String field, @Nullable T value, String remedy) {
        if (value == null) {
            throw new InvalidInputException(field, "nothing given", remedy);
        }
        return value;
    }

    static String notBlank(String field, @Nullable String text) {
        String value = given(field, text, "give a value of at least one visible character");
        if (value.isBlank()) {
            throw new InvalidInputException(field, "a blank text", "give a value of at least one visible character");
        }
        return value;
    }
}
