package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;

/** Reads a string without changes, or a number as text. An empty string is not null. */
public final class LenientTextDeserializer extends LenientDeserializer<String> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientTextDeserializer() {
        super(String.class);
    }

    @Override
    protected String convert(String text, JsonToken token) {
        return text;
    }
}
