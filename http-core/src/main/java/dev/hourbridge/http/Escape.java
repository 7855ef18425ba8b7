package dev.hourbridge.http;

import java.util.HexFormat;

/** Decodes one kind of escape. */
@FunctionalInterface
interface Escape {

    /**
     * Decodes the escape at an index, if any.
     *
     * @param from the text in lower case
     * @param to receives the decoded character
     * @return the length of the escape; 0 if there is none
     */
    int read(String from, int at, StringBuilder to);

    /** Decodes a URL escape as UTF-8, or as Latin-1 if it is not valid UTF-8. */
    static int percent(String from, int at, StringBuilder to) {
        int first = octet(from, at);
        if (first < 0) {
            return 0;
        }
        int more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        int character = more == 0 ? first : first & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int next = octet(from, at + 3 * i);
            if (next < 0x80 || next > 0xbf) {
                return to(to, first, 3);
            }
            character = character << 6 | (next & 0x3f);
        }
        return Character.isValidCodePoint(character) ? to(to, character, 3 + 3 * more) : to(to, first, 3);
    }

    private static int octet(String from, int at) {
        return at < from.length() && from.charAt(at) == '%' ? number(from, at + 1, at + 3, 16) : -1;
    }

    /** Decodes an XML or HTML entity. */
    static int entity(String from, int at, StringBuilder to) {
        int end = from.charAt(at) == '&' ? from.indexOf(';', at) : -1;
        if (end < 0 || end - at > 12) {
            return 0;
        }
        int character = switch (from.substring(at + 1, end)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(from, at, end);
        };
        return Character.isValidCodePoint(character) ? to(to, character, end + 1 - at) : 0;
    }

    private static int numbered(String from, int at, int end) {
        if (from.startsWith("#x", at + 1)) {
            return number(from, at + 3, end, 16);
        }
        return from.startsWith("#", at + 1) ? number(from, at + 2, end, 10) : -1;
    }

    /** Decodes a JSON or JavaScript escape. */
    static int backslash(String from, int at, StringBuilder to) {
        if (from.charAt(at) != '\\' || at + 1 == from.length()) {
            return 0;
        }
        char letter = from.charAt(at + 1);
        return switch (letter) {
            case 'u' -> character(from, at, at + 6, to);
            case 'x' -> character(from, at, at + 4, to);
            case 'n', 'r', 't', 'b', 'f' -> to(to, ' ', 2);
            case '"', '\'', '\\', '/' -> to(to, letter, 2);
            default -> 0;
        };
    }

    private static int character(String from, int at, int end, StringBuilder to) {
        int character = number(from, at + 2, end, 16);
        return character < 0 ? 0 : to(to, character, end - at);
    }

    /** Parses a number; returns a negative number if it is invalid or larger than any character. */
    private static int number(String from, int start, int end, int radix) {
        if (start >= end || end > from.length()) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = from.charAt(i);
            if (!HexFormat.isHexDigit(digit)
                    || Character.digit(digit, radix) < 0
                    || number > Character.MAX_CODE_POINT) {
                return -1;
            }
            number = number * radix + Character.digit(digit, radix);
        }
        return number;
    }

    /** Appends a character and returns the length of its escape. */
    static int to(StringBuilder to, int character, int length) {
        to.appendCodePoint(character);
        return length;
    }
}
