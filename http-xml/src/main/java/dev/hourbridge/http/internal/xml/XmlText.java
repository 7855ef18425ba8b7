package dev.hourbridge.http.internal.xml;

import dev.hourbridge.model.InvalidInputException;

/** Checks for the characters that XML 1.0 permits: its production {@code Char}. */
final class XmlText {
    private XmlText() {}

    /**
     * Returns the text.
     *
     * @throws InvalidInputException if it has a character that XML 1.0 cannot carry, even as a reference
     */
    static String check(String field, String text) {
        if (!text.codePoints().allMatch(XmlText::isChar)) {
            throw new InvalidInputException(
                    field, "text with a character that is not valid in XML", "remove control characters");
        }
        return text;
    }

    private static boolean isChar(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
