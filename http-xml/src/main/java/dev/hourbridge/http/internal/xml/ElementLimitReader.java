package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.internal.wire.ReadLimits;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Limits the number of elements and attributes: an empty element takes 4 bytes on the wire and can take hundreds in
 * memory.
 */
final class ElementLimitReader extends StreamReaderDelegate {
    private final long max;
    private long count;

    ElementLimitReader(XMLStreamReader reader, long max) {
        super(reader);
        this.max = max;
    }

    /** Starts to count from 0, at the next element of a list that is read one element at a time. */
    void restart() {
        count = 0;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            count += 1 + super.getAttributeCount();
            if (count > max) {
                throw new TooManyElementsException();
            }
        }
        return event;
    }

    /** A document has more elements and attributes than are read. */
    static final class TooManyElementsException extends XMLStreamException implements ReadLimits.Exceeded {
        private static final long serialVersionUID = 1L;

        @Override
        public String problem(long maxBytes) {
            return ReadLimits.exceeded(
                    "has more than " + ReadLimits.elements(maxBytes) + " XML elements and attributes", maxBytes);
        }
    }
}
