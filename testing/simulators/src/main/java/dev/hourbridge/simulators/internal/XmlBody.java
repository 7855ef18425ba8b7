package dev.hourbridge.simulators.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the body of a request as XML without a document type.
 *
 * <p>A document type is rejected, because it could define entities that read files on the machine (XXE).
 */
public final class XmlBody {
    private XmlBody() {}

    /**
     * Returns the root element of the body.
     *
     * @throws RejectedRequestException with 400 if the body is not XML or has a document type
     */
    public static Element root(Call call) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default handler prints to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(call.bodyText().getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new RejectedRequestException(400, "The body is not XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
