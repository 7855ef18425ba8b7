package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import dev.hourbridge.http.internal.wire.UnknownFieldDeserializer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Counts the attributes of an element, which look like children in the tree that Jackson reads. */
final class XmlUnknownFieldDeserializer extends UnknownFieldDeserializer {
    private static final long serialVersionUID = 1L;

    XmlUnknownFieldDeserializer() {}

    @Override
    protected int attributeCount(JsonParser parser) {
        XMLStreamReader reader = ((FromXmlParser) parser).getStaxReader();
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT ? reader.getAttributeCount() : 0;
    }
}
