package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** A whole number of at most 18 digits; {@code 1.9} is refused, and so is {@code 1.0}. */
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
