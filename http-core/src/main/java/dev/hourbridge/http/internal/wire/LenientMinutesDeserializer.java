package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a whole number of minutes, 0 or more. */
public final class LenientMinutesDeserializer extends LenientDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientMinutesDeserializer() {
        super(Duration.class);
    }

    @Override
    protected @Nullable Duration convert(String text, JsonToken token) {
        Long minutes = NumberParser.whole(text);
        if (minutes != null && (minutes < 0 || minutes > Integer.MAX_VALUE)) {
            throw new IllegalArgumentException();
        }
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }
}
