package dev.hourbridge.livetimer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on what the service gave, in any of its spellings of nothing: no element, an empty one, a nil one. */
final class IfPresent {
    private IfPresent() {}

    static <T> void value(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    static void text(@Nullable String text, Consumer<String> setter) {
        if (text != null && !text.isEmpty()) {
            setter.accept(text);
        }
    }
}
