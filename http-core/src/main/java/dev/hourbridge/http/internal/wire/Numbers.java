package dev.hourbridge.http.internal.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers from text. */
final class Numbers {
    private Numbers() {}

    static @Nullable Long whole(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException();
        }
        return Long.valueOf(digits);
    }

    static @Nullable BigDecimal decimal(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return null;
        }
        // Bounded, since a few characters of exponent can stand for gigabytes of digits.
        if (!digits.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?")) {
            throw new IllegalArgumentException();
        }
        return new BigDecimal(digits);
    }
}
