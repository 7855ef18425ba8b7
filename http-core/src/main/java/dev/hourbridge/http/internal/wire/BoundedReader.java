package dev.hourbridge.http.internal.wire;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Limits how many elements and attributes may come: an empty element is four bytes on the wire and can
 * be hundreds in memory.
 */
final class BoundedReader extends StreamReaderDelegate {
    /** A full page has a tenth of it. */
    private static final int MOST = 100_000;

    private int count;

    BoundedReader(XMLStreamReader reader) {
        super(reader);
    }

    void startAnew() {
        count = 0;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            count += 1 + super.getAttributeCount();
            if (count > MOST) {
                throw new XMLStreamException("more elements and attributes than are read at once");
            }
        }
        return event;
    }
}
