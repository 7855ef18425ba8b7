package dev.hourbridge.http.internal.xml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Skips white space next to a CDATA section, which LiveTimer indents. The text in the section, and text without a section,
 * are read without change.
 *
 * <p>Example: of {@code <note>\n    <![CDATA[ two blanks ]]>\n  </note>}, the note is {@code " two blanks "}.
 */
final class CdataWhitespaceFilter extends StreamReaderDelegate {
    /** White space that is not next to a CDATA section; the delegate is one event ahead. */
    private @Nullable String held;

    private boolean afterCdata;

    CdataWhitespaceFilter(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = held == null ? super.next() : super.getEventType();
        held = null;
        while (event == XMLStreamConstants.CHARACTERS && super.isWhiteSpace()) {
            String text = super.getText();
            event = super.next();
            if (!afterCdata && event != XMLStreamConstants.CDATA) {
                held = text;
                return XMLStreamConstants.CHARACTERS;
            }
        }
        afterCdata = event == XMLStreamConstants.CDATA;
        return event;
    }

    @Override
    public boolean hasNext() throws XMLStreamException {
        return held != null || super.hasNext();
    }

    @Override
    public int getEventType() {
        return held == null ? super.getEventType() : XMLStreamConstants.CHARACTERS;
    }

    @Override
    public String getText() {
        return held == null ? super.getText() : held;
    }

    @Override
    public boolean isWhiteSpace() {
        return held != null || super.isWhiteSpace();
    }

    @Override
    public boolean hasText() {
        return held != null || super.hasText();
    }

    @Override
    public boolean isCharacters() {
        return getEventType() == XMLStreamConstants.CHARACTERS;
    }

    @Override
    public boolean isStartElement() {
        return held == null && super.isStartElement();
    }

    @Override
    public boolean isEndElement() {
        return held == null && super.isEndElement();
    }

    @Override
    public char[] getTextCharacters() {
        return held == null ? super.getTextCharacters() : held.toCharArray();
    }

    @Override
    public int getTextStart() {
        return held == null ? super.getTextStart() : 0;
    }

    @Override
    public int getTextLength() {
        return held == null ? super.getTextLength() : held.length();
    }
}
