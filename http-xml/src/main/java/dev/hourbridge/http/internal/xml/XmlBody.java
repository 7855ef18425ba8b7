package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Builds a body with one object in the form of Rails: a root with one child per field, names with dashes. Not
 * thread-safe.
 */
public final class XmlBody {
    private final String root;
    private final List<Field> fields = new ArrayList<>();

    private XmlBody(String root) {
        this.root = root;
    }

    private record Field(String name, String text, boolean cdata) {}

    /** Returns an object without fields. */
    public static XmlBody of(String root) {
        return new XmlBody(root);
    }

    /**
     * Adds a field.
     *
     * @throws InvalidInputException if the text holds a character that XML 1.0 cannot carry
     */
    public XmlBody field(String name, String text) {
        fields.add(new Field(name, XmlText.check(name, text), false));
        return this;
    }

    /** Adds a field that is a whole number. */
    public XmlBody field(String name, long number) {
        return field(name, Long.toString(number));
    }

    /**
     * Adds a field as CDATA, as LiveTimer documents for notes. A text with {@code ]]>} could be written as two sections,
     * but a server that returns it as one, as Rails 2 does, makes every list with the entry unreadable.
     *
     * @throws InvalidInputException if the text holds {@code ]]>}, or a character that XML 1.0 cannot carry
     */
    public XmlBody cdata(String name, String text) {
        if (text.contains("]]>")) {
            throw new InvalidInputException(
                    name,
                    "text with ]]>, which could make every list that contains the entry unreadable",
                    "put a space before the >");
        }
        fields.add(new Field(name, XmlText.check(name, text), true));
        return this;
    }

    /** Adds an empty field, which Rails reads as null. */
    public XmlBody empty(String name) {
        return field(name, "");
    }

    /** Returns the request with this body. */
    public ApiRequest on(ApiRequest request) {
        return request.body(Xml.CONTENT_TYPE, bytes());
    }

    /** Returns the document in UTF-8. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XmlParsers.MAPPER.getFactory().getXMLOutputFactory().createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            for (Field field : fields) {
                write(writer, field);
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A checked text could not be written as XML.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter writer, Field field) throws XMLStreamException {
        if (field.text().isEmpty()) {
            writer.writeEmptyElement(field.name());
            return;
        }
        writer.writeStartElement(field.name());
        if (field.cdata()) {
            writer.writeCData(field.text());
        } else {
            writer.writeCharacters(field.text());
        }
        writer.writeEndElement();
    }
}
