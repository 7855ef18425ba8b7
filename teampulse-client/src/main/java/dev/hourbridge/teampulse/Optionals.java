package dev.hourbridge.teampulse;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Converts values that may be missing from a response. */
final class Optionals {
    private Optionals() {}

    static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Returns the week; empty for a number out of bounds. */
    static OptionalInt week(@Nullable Long value) {
        return value == null || value < 0 || value > 60 ? OptionalInt.empty() : OptionalInt.of(value.intValue());
    }
}
