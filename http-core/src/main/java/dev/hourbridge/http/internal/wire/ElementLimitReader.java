package dev.hourbridge.http.internal.wire;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Limits how many elements and attributes may come: an empty element is four bytes on the wire and can
 * be hundreds in memory.
 */
final class ElementLimitReader extends StreamReaderDelegate {
    private final long most;
    private long count;

    ElementLimitReader(XMLStreamReader reader, long most) {
        super(reader);
        this.most = most;
    }

    void restart() {
        count = 0;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            count += 1 + super.getAttributeCount();
            if (count > most) {
                throw new TooManyElementsException();
            }
        }
        return event;
    }

    /** A document has more elements and attributes than are read. */
    static final class TooManyElementsException extends XMLStreamException {
        private static final long serialVersionUID = 1L;
    }
}
