package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.ParseLocation;
import dev.hourbridge.http.internal.wire.ReadLimits;
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

/**
 * Reads one document: its root, each child of the root, and the end. Not thread-safe.
 *
 * <p>Everything after the root but white space is an error, as is a second root: a body that was cut or joined must not
 * pass as a shorter list.
 */
final class XmlDocument implements AutoCloseable {
    private final ApiResponse response;
    private final ElementLimitReader bounds;
    private final XMLStreamReader reader;

    private XmlDocument(ApiResponse response, ElementLimitReader bounds) {
        this.response = response;
        this.bounds = bounds;
        this.reader = new CdataWhitespaceFilter(bounds);
    }

    /**
     * Opens a body.
     *
     * @throws IOException if the connection is interrupted
     * @throws dev.hourbridge.model.MalformedResponseException if it does not start as XML
     */
    static XmlDocument open(ApiResponse response, InputStream body) throws IOException {
        try {
            return new XmlDocument(
                    response,
                    new ElementLimitReader(
                            XmlParsers.reader(response, body), ReadLimits.elements(response.maxBytes())));
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Returns whether the text is decoded as UTF-8. */
    boolean isUtf8() {
        return "UTF-8".equalsIgnoreCase(bounds.getEncoding());
    }

    /** Restarts the count of elements; for a document that is not held in memory as a whole. */
    void restart() {
        bounds.restart();
    }

    /** Advances to the root element, which must have one of the names. */
    void root(Set<String> names) throws IOException {
        if (!names.contains(anyRoot())) {
            throw response.malformed("has a root element other than <" + String.join("> or <", names) + ">");
        }
    }

    /** Advances to the root element and returns its name. */
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

    /** Returns the attributes of the current element. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Advances to the next child of the root; returns false after the last. */
    boolean nextChild(String name) throws IOException {
        try {
            for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    return true;
                }
                boolean text = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
                if (event == XMLStreamConstants.START_ELEMENT || (text && !reader.isWhiteSpace())) {
                    throw response.malformed("has an element other than <" + name + "> in its list");
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Maps the current element, and advances to its end. */
    <T> T value(Class<T> type) throws IOException {
        try {
            T value = XmlParsers.MAPPER.readValue(reader, type);
            if (value == null) {
                throw response.malformed("has nil instead of an element");
            }
            return value;
        } catch (JsonProcessingException e) {
            rethrowCause(response, e);
            throw response.malformed("is not the expected XML" + ParseLocation.of(e));
        } catch (LimitedInputStream.ElementTooLargeException e) {
            rethrowCause(response, e);
            throw e;
        }
    }

    /** Rethrows a cause from the network or from a limit; Jackson and the parser wrap it several times. */
    private static void rethrowCause(ApiResponse response, Throwable e) throws IOException {
        MalformedResponseException failure = ReadLimits.failure(response, e);
        if (failure != null) {
            throw failure;
        }
        String limit = SafeXml.limit(e, response.maxBytes());
        if (limit != null) {
            throw response.malformed(limit);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException) {
                throw response.malformed("is not text in the charset that it declares");
            }
            if (cause instanceof IOException io && !(cause instanceof JsonProcessingException)) {
                throw io;
            }
        }
    }

    /** Checks that only the end follows. */
    void end() throws IOException {
        try {
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw failure(response, e);
        }
    }

    /** Converts a failure of the parser, whose message is dropped, since it may quote the document. */
    private static MalformedResponseException failure(ApiResponse response, XMLStreamException e) throws IOException {
        rethrowCause(response, e);
        String place = e.getLocation() == null
                ? ""
                : ParseLocation.at(
                        e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        return response.malformed("is not well-formed XML, or exceeds a limit" + place);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            // Only the buffers of the parser; the caller closes the stream.
        }
    }
}
