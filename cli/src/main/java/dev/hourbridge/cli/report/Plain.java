package dev.hourbridge.cli.report;

/** Makes foreign text safe for a terminal. */
public final class Plain {
    private Plain() {}

    /** One line: control characters, which a terminal would obey, become spaces. */
    public static String line(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> plain.appendCodePoint(isObeyed(each) ? ' ' : each));
        return plain.toString();
    }

    /** One line of at most so many characters, the last of them an ellipsis if it was longer. */
    public static String cut(String text, int most) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Control and format characters, and those that turn the direction of writing or end a line. */
    private static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> codePoint != 0x200D && codePoint != 0x200C;
            default -> false;
        };
    }
}
