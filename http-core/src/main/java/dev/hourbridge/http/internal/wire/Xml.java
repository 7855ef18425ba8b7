package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ElementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML, read strictly into annotated types. A document type declaration is refused as such. */
public final class Xml {
    /**
     * The content type of an XML body. It has no charset parameter: Rails before 2.0 parses a body only if the whole
     * header is {@code application/xml}, and the XML declaration names the encoding.
     */
    public static final String CONTENT_TYPE = "application/xml";

    static final XmlMapper MAPPER = mapper();

    /** By {@code maxResponseBytes}, which an application has one value of, or a few. */
    private static final Map<Long, XMLInputFactory> FACTORIES = new ConcurrentHashMap<>();

    private Xml() {}

    static XMLStreamReader reader(ApiResponse response, InputStream body) throws XMLStreamException {
        return FACTORIES.computeIfAbsent(response.maxBytes(), SafeXml::input).createXMLStreamReader(body);
    }

    private static XmlMapper mapper() {
        // It writes, and reads from readers that it is given.
        XmlFactory factory = new XmlFactory(SafeXml.input(0), SafeXml.output());
        return Json.strict(XmlMapper.builder(factory))
                .addModule(new SimpleModule().setDeserializerModifier(new DuplicateFieldRejector()))
                .build();
    }

    /**
     * Reads a response that is one object.
     *
     * @param root the name that the root element must have
     * @throws dev.hourbridge.model.MalformedResponseException if it is empty, no XML, or something else
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
     * Reads a response that is a list: none, one or many children.
     *
     * @param roots the names that the root element may have; Rails names an empty list as it likes
     * @param item the name that every child must have
     * @param conversion what becomes of a child, as soon as it is read
     * @throws dev.hourbridge.model.MalformedResponseException if it is empty, no XML, or something else
     */
    public static <W, T> XmlList<T> readList(
            ApiResponse response, Set<String> roots, String item, Class<W> type, Function<W, T> conversion) {
        return whole(response, document -> {
            document.root(roots);
            return XmlList.of(document, item, type, conversion);
        });
    }

    /**
     * Reads a list as {@link #readList} does, an element at a time.
     *
     * @param roots names that the root element is known to have; any other is taken if it says {@code type="array"}, as
     *     Rails does of what is a list, or if it holds an item
     */
    public static <T> ElementReader.Factory<T> elements(Set<String> roots, String item, Class<T> type) {
        return (response, body, maxBytes) ->
                XmlElementReader.open(response, new LimitedInputStream(body, maxBytes), roots, item, type);
    }

    /** The messages of {@code <errors><error>…</error></errors>}, as Rails refuses; none for anything else. */
    public static List<String> errors(ApiResponse response) {
        return RailsErrors.of(response);
    }

    private static <R> R whole(ApiResponse response, Parser<R> reading) {
        if (response.isBlank()) {
            throw response.malformed("is empty");
        }
        try (XmlDocument document = XmlDocument.open(response, new ByteArrayInputStream(response.bytes()))) {
            if (document.isUtf8() && !Utf8.isValid(response.bytes())) {
                throw response.malformed("is not text in UTF-8");
            }
            return reading.read(document);
        } catch (IOException e) {
            throw response.malformed("is not text in the charset that it names");
        }
    }

    private interface Parser<R> {
        R read(XmlDocument document) throws IOException;
    }
}
