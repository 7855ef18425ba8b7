package dev.hourbridge.http;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * A decoded text in lower case that maps each character to its range in the original text. Immutable.
 */
final class TextView {
    private static final int MAX_DEPTH = 3;
    private static final List<Escape> ESCAPES = List.of(Escape::percent, Escape::entity, Escape::backslash);

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private TextView(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static TextView of(String original) {
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        Arrays.setAll(starts, i -> i);
        Arrays.setAll(ends, i -> i + 1);
        return new TextView(folded(original), starts, ends);
    }

    /** Converts a text to lower case, one character to one character. */
    static String folded(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(Character.toUpperCase(chars[i]));
        }
        return new String(chars);
    }

    /** Passes this view, and each view after decoding up to three nested escapes, to the action. */
    void forEachDecoding(Consumer<TextView> action) {
        visit(0, action);
    }

    private void visit(int depth, Consumer<TextView> action) {
        action.accept(this);
        for (Escape escape : ESCAPES) {
            TextView decoded = depth < MAX_DEPTH ? rewritten(escape) : this;
            if (decoded.text.length() < text.length()) {
                decoded.visit(depth + 1, action);
            }
        }
    }

    /** Returns the view in the standard Base64 alphabet, without white space. */
    TextView base64() {
        return rewritten((from, at, to) -> switch (from.charAt(at)) {
            case ' ', '\t', '\r', '\n' -> 1;
            case '-' -> Escape.to(to, '+', 1);
            case '_' -> Escape.to(to, '/', 1);
            default -> 0;
        });
    }

    /** Returns the view without the separators between hexadecimal bytes. */
    TextView hex() {
        return rewritten((from, at, to) -> switch (from.charAt(at)) {
            case ' ', '\t', '\r', '\n', ':', ';', ',', '.', '-', '_' -> 1;
            case '0', '\\' ->
                from.startsWith("x", at + 1) && at + 2 < from.length() ? Escape.to(to, from.charAt(at + 2), 3) : 0;
            default -> 0;
        });
    }

    private TextView rewritten(Escape escape) {
        StringBuilder to = new StringBuilder(text.length());
        int[] toStarts = new int[text.length()];
        int[] toEnds = new int[text.length()];
        int length;
        for (int at = 0; at < text.length(); at += length) {
            int before = to.length();
            length = escape.read(text, at, to);
            if (length == 0) {
                length = Escape.to(to, text.charAt(at), 1);
            }
            for (int i = before; i < to.length(); i++) {
                toStarts[i] = starts[at];
                toEnds[i] = ends[at + length - 1];
            }
        }
        return new TextView(folded(to.toString()), toStarts, toEnds);
    }

    /** Marks the occurrences of a form in the original text. */
    void mark(String form, BitSet hidden) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            hidden.set(starts[at], ends[at + form.length() - 1]);
        }
    }

    /** Marks the occurrences of a Base64 form, with the adjacent characters that contain bits of the secret, and padding. */
    void markBase64(String form, boolean before, boolean after, BitSet hidden) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int start = before && at > 0 ? at - 1 : at;
            int end = Math.min(text.length(), at + form.length() + (after ? 1 : 0));
            while (end < text.length() && text.charAt(end) == '=') {
                end++;
            }
            hidden.set(starts[start], ends[end - 1]);
        }
    }
}
