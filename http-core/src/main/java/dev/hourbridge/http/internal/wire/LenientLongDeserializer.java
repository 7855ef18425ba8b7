package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads a whole number of up to 18 digits; {@code 1.9} and {@code 1.0} are rejected. */
public final class LenientLongDeserializer extends LenientDeserializer<Long> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientLongDeserializer() {
        super(Long.class);
    }

    @Override
    protected @Nullable Long convert(String text, JsonToken token) {
        return NumberParser.whole(text);
    }
}
