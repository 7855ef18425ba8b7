package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a day: {@code 2013-10-02}, {@code 20131002}, or the day of a date and time in its own offset. */
public final class LenientDateDeserializer extends LenientDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientDateDeserializer() {
        super(LocalDate.class);
    }

    @Override
    protected @Nullable LocalDate convert(String text, JsonToken token) {
        return text.isBlank() ? null : DateTimeParser.date(text.strip());
    }
}
