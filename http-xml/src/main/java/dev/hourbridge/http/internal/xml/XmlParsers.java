package dev.hourbridge.http.internal.xml;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.http.internal.wire.WireType;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parser and the mapper of all documents. A parser's limits depend on the limit of its response, and creating a
 * factory is slow, so each limit has one factory. Thread-safe.
 */
final class XmlParsers {
    static final XmlMapper MAPPER = mapper();

    /** By {@code maxResponseBytes}, of which an application has one value or a few. */
    private static final Map<Long, XMLInputFactory> FACTORIES = new ConcurrentHashMap<>();

    private XmlParsers() {}

    /** Returns a parser with the limits of this response. */
    static XMLStreamReader reader(ApiResponse response, InputStream body) throws XMLStreamException {
        return FACTORIES.computeIfAbsent(response.maxBytes(), SafeXml::input).createXMLStreamReader(body);
    }

    private static XmlMapper mapper() {
        // The mapper writes, and reads only from readers of the factories above.
        XmlFactory factory = new XmlFactory(SafeXml.input(0), SafeXml.output());
        return Json.strict(XmlMapper.builder(factory))
                .addModule(new SimpleModule().setDeserializerModifier(new DuplicateFieldRejector()))
                .addMixIn(WireType.class, XmlWireType.class)
                .build();
    }
}
