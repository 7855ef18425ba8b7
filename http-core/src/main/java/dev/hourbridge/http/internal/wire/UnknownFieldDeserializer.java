package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Set;

/**
 * Reads a field that the type does not declare, as text: a value unchanged, null as an empty string, an object or array
 * as compact JSON, and an XML element with no attributes except those of Rails as its text.
 */
public class UnknownFieldDeserializer extends StdDeserializer<String> {
    /** A tree uses many times the memory of its text. No known response of a service approaches this limit. */
    static final int MAX_PARTS = 100_000;

    private static final long serialVersionUID = 1L;

    private static final int NO_ELEMENT = -1;
    private static final Set<String> RAILS_ATTRIBUTES = Set.of("type", "nil");

    /** Creates an instance. For Jackson, and for the XML deserializer. */
    protected UnknownFieldDeserializer() {
        super(String.class);
    }

    @Override
    public final String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        int attributes = attributeCount(parser);
        if (attributes == NO_ELEMENT && parser.currentToken().isStructStart()) {
            return CompactJson.of(new CountingParser(parser));
        }
        JsonNode node = context.readTree(new CountingParser(parser));
        if (node.isValueNode()) {
            return node.asText();
        }
        return isText(node, attributes) ? node.path("").asText() : node.toString();
    }

    @Override
    public final String getNullValue(DeserializationContext context) {
        return "";
    }

    /** Returns the number of attributes of the parser's current XML element; negative for JSON. */
    protected int attributeCount(JsonParser parser) {
        return NO_ELEMENT;
    }

    /** Returns whether an element has only attributes of Rails, and no children. */
    private static boolean isText(JsonNode node, int attributes) {
        int children = node.has("") ? node.size() - 1 : node.size();
        return children == attributes
                && node.properties().stream()
                        .allMatch(field -> field.getValue().isValueNode()
                                && (field.getKey().isEmpty() || RAILS_ATTRIBUTES.contains(field.getKey())));
    }

    private static final class CountingParser extends JsonParserDelegate {
        private int count;

        CountingParser(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (++count > MAX_PARTS) {
                throw new TooManyPartsException();
            }
            return super.nextToken();
        }
    }

    /** Thrown if an unknown field is an object or array with more parts than are retained. */
    static final class TooManyPartsException extends JsonProcessingException implements ReadLimits.Exceeded {
        private static final long serialVersionUID = 1L;

        TooManyPartsException() {
            super("too many parts");
        }

        @Override
        public String problem(long maxBytes) {
            return "has an unknown field of more than " + MAX_PARTS + " parts";
        }
    }
}
