package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a local date and time and ignores an offset, because Teamwork writes a {@code Z} that has no meaning. */
public final class LenientLocalDateTimeDeserializer extends LenientDeserializer<LocalDateTime> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientLocalDateTimeDeserializer() {
        super(LocalDateTime.class);
    }

    @Override
    protected @Nullable LocalDateTime convert(String text, JsonToken token) {
        return text.isBlank() ? null : DateTimeParser.wallClock(text.strip());
    }
}
