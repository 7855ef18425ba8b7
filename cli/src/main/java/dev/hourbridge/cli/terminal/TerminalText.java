package dev.hourbridge.cli.terminal;

import java.util.List;

/**
 * Makes untrusted text safe for a terminal.
 *
 * <p>Notes and names can contain escape sequences that move the cursor, change the title or type commands. These
 * sequences and bidirectional overrides are replaced.
 */
public final class TerminalText {
    private TerminalText() {}

    /** Returns one line. Control characters, which a terminal would interpret, become spaces. */
    public static String line(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(each -> plain.appendCodePoint(isObeyed(each) ? ' ' : each));
        return plain.toString();
    }

    /** Returns one line of at most {@code most} characters. The last one is an ellipsis if the text was longer. */
    public static String cut(String text, int most) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Returns as many complete items as fit into {@code most} characters, and the number of omitted items. */
    public static String list(List<String> items, int most) {
        StringBuilder list = new StringBuilder();
        int shown = 0;
        for (String item : items) {
            String next = (shown == 0 ? "" : ", ") + line(item);
            if (shown > 0 && list.length() + next.length() > most) {
                break;
            }
            list.append(next);
            shown++;
        }
        return shown == items.size() ? list.toString() : list + " and " + (items.size() - shown) + " more";
    }

    /**
     * Returns whether a terminal interprets a character: control and format characters, and those that change the
     * direction of text or end a line.
     */
    private static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> codePoint != 0x200D && codePoint != 0x200C;
            default -> false;
        };
    }
}
