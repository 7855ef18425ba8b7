package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.MalformedResponseException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks one document: its root, then each of its children, then its end. Belongs to one thread. */
final class XmlDocument implements AutoCloseable {
    private final ApiResponse response;
    private final ElementLimitReader bounds;
    private final XMLStreamReader reader;

    private XmlDocument(ApiResponse response, ElementLimitReader bounds) {
        this.response = response;
        this.bounds = bounds;
        this.reader = new CdataWhitespaceFilter(bounds);
    }

    static XmlDocument open(ApiResponse response, InputStream body) throws IOException {
        try {
            return new XmlDocument(
                    response,
                    new ElementLimitReader(Xml.reader(response, body), ReadLimits.elements(response.maxBytes())));
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Whether its text is read as UTF-8. */
    boolean isUtf8() {
        return "UTF-8".equalsIgnoreCase(bounds.getEncoding());
    }

    /** Counts elements from none again; for a document that is not held as a whole. */
    void restart() {
        bounds.restart();
    }

    /** Goes to the root element, whose name must be one of those given. */
    void root(Set<String> names) throws IOException {
        if (!names.contains(anyRoot())) {
            throw response.malformed("has another root element than <" + String.join("> or <", names) + ">");
        }
    }

    /** Goes to the root element, and gives its name. */
    String anyRoot() throws IOException {
        try {
            int event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                if (event == XMLStreamConstants.DTD) {
                    throw response.malformed("has a document type declaration");
                }
                event = reader.next();
            }
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
        return reader.getLocalName();
    }

    /** The attributes of the element just reached. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Goes to the next child of the root; false after the last. */
    boolean nextChild(String name) throws IOException {
        try {
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    return true;
                }
                boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
                if (event == XMLStreamConstants.START_ELEMENT || (text && !reader.isWhiteSpace())) {
                    throw response.malformed("has something else than <" + name + "> in its list");
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Maps the element just reached, and stands at its end. */
    <T> T value(Class<T> type) throws IOException {
        try {
            T value = Xml.MAPPER.readValue(reader, type);
            if (value == null) {
                throw response.malformed("has a nil where an element should be");
            }
            return value;
        } catch (JsonProcessingException e) {
            rethrowTrouble(response, e);
            throw response.malformed("is not the XML expected" + ParseLocation.of(e));
        } catch (LimitedInputStream.ElementTooLargeException e) {
            rethrowTrouble(response, e);
            throw e;
        }
    }

    /** Jackson and the parser wrap the network's trouble several times over. */
    private static void rethrowTrouble(ApiResponse response, Throwable e) throws IOException {
        MalformedResponseException failure = ReadLimits.failure(response, e);
        if (failure != null) {
            throw failure;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException) {
                throw response.malformed("is not text in the charset that it names");
            }
            if (cause instanceof IOException io && !(cause instanceof JsonProcessingException)) {
                throw io;
            }
        }
    }

    /** Makes sure that nothing but the end follows. */
    void end() throws IOException {
        try {
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Network trouble stays what it is; a parser's message, which may hold the document, is dropped. */
    private static MalformedResponseException failure(ApiResponse response, XMLStreamException e) throws IOException {
        rethrowTrouble(response, e);
        String place = e.getLocation() == null
                ? ""
                : ParseLocation.at(
                        e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        return response.malformed("is not well-formed XML, or breaks a limit" + place);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            // The parser's own buffers; what it read from is closed by whoever opened it.
        }
    }
}
