package dev.hourbridge.http.internal.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import dev.hourbridge.http.internal.wire.ReadLimits;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * The parser's factories, with everything switched off that a document could use for an attack. Jackson does this for a
 * factory that it creates itself, but not for one that it is given.
 *
 * <p>The attacks are entities that grow exponentially or read files of this machine, attributes and names of any
 * length, and nesting that exhausts the stack.
 */
final class SafeXml {
    private static final XMLResolver REJECT_ENTITIES = (publicId, systemId, base, namespace) -> {
        throw new XMLStreamException("external entity");
    };

    private SafeXml() {}

    /**
     * Returns a factory for parsers.
     *
     * @param maxBytes the limit of the response, from which the limits on text and attributes follow
     */
    static WstxInputFactory input(long maxBytes) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(REJECT_ENTITIES);
        // By default, Jackson joins a CDATA section with the adjacent text; CdataWhitespaceFilter keeps the two apart.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // A lazy parser throws unchecked exceptions wherever its text is read.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, ReadLimits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, ReadLimits.characters(maxBytes));
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ReadLimits.characters(maxBytes));
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        return factory;
    }

    /** Returns the limit at which the parser stopped; null if it did not stop at one. */
    static @Nullable String limit(Throwable failure, long maxBytes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Woodstox has one exception for all of its limits, and the limit's name in the text.
            String message = cause.getClass() == XMLStreamException.class ? String.valueOf(cause.getMessage()) : "";
            if (message.startsWith("Text size") || message.contains("attribute size")) {
                return ReadLimits.textTooLong(maxBytes);
            }
            if (message.contains("Element Depth")) {
                return ReadLimits.tooDeep();
            }
        }
        return null;
    }

    /** Returns a factory for the writer that Jackson requires, which is not used. */
    static WstxOutputFactory output() {
        return new WstxOutputFactory();
    }
}
