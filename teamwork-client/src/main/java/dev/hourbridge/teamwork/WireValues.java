package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiResponse;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of an entry in a response. For a missing id the service sends 0, and for a missing name an empty
 * string.
 */
final class WireValues {
    private WireValues() {}

    static long bounded(String name, @Nullable Long value, long least, long most, ApiResponse response) {
        long given = required(name, value, response);
        if (given < least || given > most) {
            throw response.malformed("has an entry with " + name + " out of bounds");
        }
        return given;
    }

    static <T> T required(String name, @Nullable T value, ApiResponse response) {
        if (value == null) {
            throw response.malformed("has an entry without " + name);
        }
        return value;
    }

    /** Returns an id; empty for 0. */
    static OptionalLong id(@Nullable Long id) {
        return id == null || id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Returns a text; empty if the text is blank. */
    static Optional<String> text(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
