package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a date and time with its offset: {@code Z}, {@code -05:00} or {@code -0500}. */
public final class LenientOffsetDateTimeDeserializer extends LenientDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientOffsetDateTimeDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    protected @Nullable OffsetDateTime convert(String text, JsonToken token) {
        return text.isBlank() ? null : DateTimeParser.offset(text.strip());
    }
}
