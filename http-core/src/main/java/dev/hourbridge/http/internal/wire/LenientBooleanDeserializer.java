package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads a boolean: {@code true}, {@code false}, {@code 1}, {@code 0}. */
public final class LenientBooleanDeserializer extends LenientDeserializer<Boolean> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientBooleanDeserializer() {
        super(Boolean.class);
    }

    @Override
    protected @Nullable Boolean convert(String text, JsonToken token) {
        return switch (text.strip()) {
            case "" -> null;
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}
