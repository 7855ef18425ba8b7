package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a field that the type does not know as text: a value as it stands, a null as nothing, an object or array as
 * compact JSON, and an XML element with no more than Rails' attributes as its text.
 */
final class UnknownFieldDeserializer extends StdDeserializer<String> {
    /** A tree takes many times the memory of its text; nothing that a service is known to send comes near this. */
    static final int MAX_PARTS = 100_000;

    private static final long serialVersionUID = 1L;

    private static final int NO_ELEMENT = -1;
    private static final Set<String> RAILS_ATTRIBUTES = Set.of("type", "nil");

    UnknownFieldDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        int attributes = attributes(parser);
        JsonNode node = context.readTree(new CountingParser(parser));
        if (node.isValueNode()) {
            return node.asText();
        }
        return isText(node, attributes) ? node.path("").asText() : node.toString();
    }

    @Override
    public String getNullValue(DeserializationContext context) {
        return "";
    }

    /** How many attributes the element has that the parser stands at; in the tree they look like children. */
    private static int attributes(JsonParser parser) {
        if (!(parser instanceof FromXmlParser xml)) {
            return NO_ELEMENT;
        }
        XMLStreamReader reader = xml.getStaxReader();
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT ? reader.getAttributeCount() : 0;
    }

    /** Whether an element has attributes of Rails alone, and no children. */
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

    /** A field that is not known is an object or array of more parts than are retained. */
    static final class TooManyPartsException extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        TooManyPartsException() {
            super("too many parts");
        }
    }
}
