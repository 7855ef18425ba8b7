package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ElementReader;
import dev.hourbridge.http.internal.wire.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads XML strictly into annotated types. A document type declaration is rejected. */
public final class Xml {
    /**
     * The content type of an XML body. It has no charset parameter: Rails before 2.0 parses a body only if the whole
     * header is {@code application/xml}, and the XML declaration names the encoding.
     */
    public static final String CONTENT_TYPE = "application/xml";

    private Xml() {}

    /**
     * Reads a response with one object.
     *
     * @param root the required name of the root element
     * @throws dev.hourbridge.model.MalformedResponseException if the response is empty, not well-formed, or of another form
     */
    public static <T> T read(ApiResponse response, String root, Class<T> type) {
        return whole(response, document -> {
            document.root(Set.of(root));
            T value = document.value(type);
            document.end();
            return value;
        });
    }

    /**
     * Reads a response with a list of zero or more children.
     *
     * @param roots the permitted names of the root element; Rails uses another name for an empty list
     * @param item the required name of every child
     * @param conversion converts each child as soon as it is read
     * @throws dev.hourbridge.model.MalformedResponseException if the response is empty, not well-formed, or of another form
     */
    public static <W, T> XmlList<T> readList(
            ApiResponse response, Set<String> roots, String item, Class<W> type, Function<W, T> conversion) {
        return whole(response, document -> {
            document.root(roots);
            return XmlList.of(document, item, type, conversion);
        });
    }

    /**
     * Reads a list as {@link #readList} does, but one element at a time.
     *
     * @param roots known names of the root element; another name is accepted if the element has {@code type="array"}, as
     *     Rails marks a list, or contains an item
     */
    public static <T> ElementReader.Factory<T> elements(Set<String> roots, String item, Class<T> type) {
        return (response, body, maxBytes) ->
                XmlElementReader.open(response, new LimitedInputStream(body, maxBytes), roots, item, type);
    }

    /** Returns the messages of {@code <errors><error>…</error></errors>}, the errors of Rails; empty for any other body. */
    public static List<String> errors(ApiResponse response) {
        return RailsErrors.of(response);
    }

    private static <R> R whole(ApiResponse response, Parser<R> reading) {
        if (response.isBlank()) {
            throw response.malformed("is empty");
        }
        try (XmlDocument document = XmlDocument.open(response, new ByteArrayInputStream(response.bytes()))) {
            if (document.isUtf8() && !Utf8.isValid(response.bytes())) {
                throw response.malformed("is not valid UTF-8 text");
            }
            return reading.read(document);
        } catch (IOException e) {
            throw response.malformed("is not text in the charset that it declares");
        }
    }

    private interface Parser<R> {
        R read(XmlDocument document) throws IOException;
    }
}
