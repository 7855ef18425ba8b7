package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadCapability;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The base class of the lenient readers that the services need, for {@code @JsonDeserialize(using = …)}. Reads one
 * value from its text: a JSON string, number or boolean, or an XML element with or without Rails' attributes, with or
 * without quotes and surrounding white space. Null, an empty string and {@code nil="true"} are null unless a subclass
 * states otherwise. Any other form is rejected.
 *
 * @param <T> the type of the value
 */
public abstract class LenientDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /** The parser does not distinguish attributes from empty children; these names are attributes. */
    private static final Set<String> RAILS_ATTRIBUTES = Set.of("type", "nil", "");

    /** Creates an instance. For subclasses. */
    protected LenientDeserializer(Class<T> type) {
        super(type);
    }

    /**
     * Converts the text; null if it represents no value.
     *
     * @throws IllegalArgumentException if the text has an invalid form
     * @throws DateTimeException if the text has an invalid form
     */
    protected abstract @Nullable T convert(String text, JsonToken token);

    @Override
    @SuppressWarnings("NullAway") // Jackson accepts null as a value, but its types do not declare it
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        boolean element = token == JsonToken.START_OBJECT
                && parser.getReadCapabilities().isEnabled(StreamReadCapability.SCALARS_AS_OBJECTS);
        String text = element ? elementText(parser) : scalarText(parser, token);
        try {
            return text == null ? getNullValue(context) : convert(text, token);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw JsonMappingException.from(parser, "a value of the wrong form");
        }
    }

    private static @Nullable String scalarText(JsonParser parser, JsonToken token) throws IOException {
        if (token == null || !token.isScalarValue()) {
            throw JsonMappingException.from(parser, "not a single value");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    /** Reads an element with attributes, which the parser presents as an object with the text under the empty name. */
    private static @Nullable String elementText(JsonParser parser) throws IOException {
        String text = "";
        // Text with a CDATA section has several pieces.
        StringBuilder pieces = null;
        boolean nil = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == null || !value.isScalarValue() || !RAILS_ATTRIBUTES.contains(name)) {
                throw JsonMappingException.from(parser, "an element with children");
            }
            if (name.isEmpty()) {
                if (text.isEmpty()) {
                    text = parser.getText();
                } else {
                    pieces = pieces == null ? new StringBuilder(text) : pieces;
                    pieces.append(parser.getText());
                }
            }
            nil |= name.equals("nil") && parser.getText().equals("true");
        }
        return nil ? null : pieces == null ? text : pieces.toString();
    }
}
