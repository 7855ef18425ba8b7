package dev.hourbridge.http.internal;

import java.util.List;
import java.util.Optional;

/** Formats text from a service for a message: one line of a few hundred characters. */
final class ServiceText {
    private static final int MAX_ERRORS = 50;
    private static final int MAX_LENGTH = 300;
    private static final int MAX_CLEANED = 10_000;
    private static final int MAX_REDACTED = 1 << 16;

    private ServiceText() {}

    /** Returns the messages on one line; empty if there are none. */
    static Optional<String> of(List<String> errors) {
        return Optional.of(cut(String.join("; ", errors))).filter(text -> !text.isEmpty());
    }

    /** Returns a body of plain text; empty if it is HTML or structured in another way. */
    static Optional<String> ofPlainText(Exchange exchange, String body) {
        return Optional.of(clean(exchange, body)).filter(ServiceText::isProse);
    }

    /** Returns the first messages, each as {@link #clean(Exchange, String)} returns it. */
    static List<String> clean(Exchange exchange, List<String> errors) {
        return errors.stream()
                .limit(MAX_ERRORS)
                .map(error -> clean(exchange, error))
                .toList();
    }

    /** Returns whether the text is prose, because servers may label any document as plain text. */
    private static boolean isProse(String text) {
        return !text.isEmpty() && "<{[\"".indexOf(text.charAt(0)) < 0;
    }

    /**
     * Removes secrets, and characters that could break or forge a log line or reverse its text. Secrets are searched
     * for before truncation, which could retain a part of one.
     */
    static String clean(Exchange exchange, String text) {
        if (text.length() <= MAX_REDACTED) {
            return clean(exchange.redact(text));
        }
        String redacted = exchange.redact(text.substring(0, MAX_REDACTED));
        // Otherwise a part of a secret at the end could move into the range that is shown.
        return redacted.length() < MAX_REDACTED / 2 ? "" : clean(redacted);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(MAX_CLEANED).forEach(c -> clean.appendCodePoint(isPrintable(c) ? c : ' '));
        return cut(clean.toString().replaceAll(" {2,}", " ").strip());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
        return text.substring(0, end) + "…";
    }
}
