package dev.hourbridge.http.internal.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The parser's factories. Jackson switches external entities off in a factory that it makes itself,
 * and not in one that it is given; so all of it is said here.
 */
final class SafeXml {
    private static final XMLResolver REJECT_ENTITIES = (publicId, systemId, base, namespace) -> {
        throw new XMLStreamException("external entity");
    };

    private SafeXml() {}

    static WstxInputFactory input(long maxBytes) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver(REJECT_ENTITIES);
        // Jackson has a CDATA section joined with the text beside it; CdataWhitespaceFilter tells the two apart.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // A lazy parser throws unchecked, from wherever the text is looked at.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, ReadLimits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, ReadLimits.characters(maxBytes));
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ReadLimits.characters(maxBytes));
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        return factory;
    }

    static WstxOutputFactory output() {
        return new WstxOutputFactory();
    }
}
