package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities.NoteCharacters;
import java.text.Normalizer;

/**
 * Converts notes to the forms in which they are sent and compared.
 *
 * <p>Services trim notes and change line ends, each in its own way. Without normalization, a comparison would report
 * differences in unchanged entries.
 */
final class Notes {
    private static final char REPLACEMENT = '\uFFFD';

    private Notes() {}

    /** Returns the form in which notes are compared: NFC, LF line ends, no white space at the beginning or end. */
    static String normalized(String note) {
        String unix = note.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(unix, Normalizer.Form.NFC).strip();
    }

    /**
     * Replaces the characters that the target's format cannot represent, and inserts a space into the end marker of a
     * CDATA section.
     */
    static String carried(String original, NoteCharacters characters) {
        String note = characters == NoteCharacters.XML_CDATA ? original.replace("]]>", "]] >") : original;
        StringBuilder text = null;
        for (int i = 0; i < note.length(); ) {
            int point = note.codePointAt(i);
            int length = Character.charCount(point);
            if (isCarried(point, characters)) {
                if (text != null) {
                    text.appendCodePoint(point);
                }
            } else {
                if (text == null) {
                    text = new StringBuilder(note.length()).append(note, 0, i);
                }
                text.append(REPLACEMENT);
            }
            i += length;
        }
        return text == null ? note : text.toString();
    }

    /** Returns whether a target can store a character. */
    private static boolean isCarried(int point, NoteCharacters characters) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return false;
        }
        if (characters == NoteCharacters.UNICODE) {
            return true;
        }
        return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point != 0xFFFE && point != 0xFFFF);
    }

    /** Truncates a note to a length in UTF-16 code units, never inside a code point. */
    static String cut(String note, int length) {
        if (note.length() <= length) {
            return note;
        }
        int end = length > 0 && Character.isHighSurrogate(note.charAt(length - 1)) ? length - 1 : length;
        return note.substring(0, end);
    }
}
