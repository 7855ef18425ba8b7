package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a decimal number with all its digits. */
public final class LenientDecimalDeserializer extends LenientDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public LenientDecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    protected @Nullable BigDecimal convert(String text, JsonToken token) {
        return NumberParser.decimal(text);
    }
}
