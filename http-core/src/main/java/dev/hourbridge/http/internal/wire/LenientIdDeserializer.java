package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads an id as text: a string or a whole number. An empty string and 0 are null. */
public final class LenientIdDeserializer extends LenientDeserializer<String> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientIdDeserializer() {
        super(String.class);
    }

    @Override
    protected @Nullable String convert(String text, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token.isBoolean()) {
            throw new IllegalArgumentException();
        }
        String id = text.strip();
        return id.isEmpty() || id.equals("0") ? null : id;
    }
}
