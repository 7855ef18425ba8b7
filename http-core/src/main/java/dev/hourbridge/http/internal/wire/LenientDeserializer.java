package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Base of the leniences that the services need, one subclass each, for {@code @JsonDeserialize(using = …)}. Reads one
 * value from its text: a JSON string, number or boolean, or an XML element with or without Rails' attributes, with or
 * without quotes and surrounding white space. Null, an empty text and {@code nil="true"} are null unless a subclass
 * states otherwise. Any other form is rejected.
 *
 * @param <T> the type of the value
 */
abstract class LenientDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /** With these an empty child and an attribute, which the parser does not tell apart, are kept apart. */
    private static final Set<String> RAILS_ATTRIBUTES = Set.of("type", "nil", "");

    LenientDeserializer(Class<T> type) {
        super(type);
    }

    /**
     * Makes the value; null where the text says that there is none.
     *
     * @throws IllegalArgumentException or {@link DateTimeException} if the text is none of the type's
     */
    abstract @Nullable T convert(String text, JsonToken token);

    @Override
    @SuppressWarnings("NullAway") // Jackson takes null as a value; its own types do not say so
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        boolean element = token == JsonToken.START_OBJECT && parser instanceof FromXmlParser;
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

    /** An element with attributes comes as an object, its text under the empty name. */
    private static @Nullable String elementText(JsonParser parser) throws IOException {
        String text = "";
        // Of a CDATA section beside other text; else there is one piece.
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
