package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.hourbridge.model.spi.Inputs;
import java.io.IOException;

/** Writes a string, and rejects lone surrogates, which Jackson would replace. */
final class SurrogateRejectingSerializer extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1L;

    SurrogateRejectingSerializer() {
        super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (!Inputs.isWellFormed(text)) {
            throw JsonMappingException.from(generator, "a lone surrogate");
        }
        generator.writeString(text);
    }
}
