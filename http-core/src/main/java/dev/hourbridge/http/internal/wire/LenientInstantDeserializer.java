package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads an instant from a date and time with an offset, or in UTC if there is no offset. */
public final class LenientInstantDeserializer extends LenientDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientInstantDeserializer() {
        super(Instant.class);
    }

    @Override
    protected @Nullable Instant convert(String text, JsonToken token) {
        return text.isBlank() ? null : DateTimeParser.instant(text.strip());
    }
}
