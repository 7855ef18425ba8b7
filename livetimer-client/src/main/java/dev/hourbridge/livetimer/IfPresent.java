package dev.hourbridge.livetimer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes a value to a setter unless the service omitted it, sent it empty, or sent it as nil. */
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
