package dev.hourbridge.http.internal;

import java.util.List;
import java.util.Optional;

/** The service's own words, made fit for a message: one line, a few hundred characters. */
final class ServiceText {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_CLEANED = 10_000;
    private static final int MAX_REDACTED = 1 << 16;

    private ServiceText() {}

    static Optional<String> of(List<String> errors) {
        return Optional.of(cut(String.join("; ", errors))).filter(text -> !text.isEmpty());
    }

    /** The messages, or, where there are none, a plain text body; never HTML or anything structured. */
    static Optional<String> of(ApiResponse response, List<String> errors) {
        if (!errors.isEmpty()) {
            return of(errors);
        }
        return response.contentType().filter("text/plain"::equals).isPresent()
                ? Optional.of(clean(response.exchange(), response.text())).filter(ServiceText::isProse)
                : Optional.empty();
    }

    /** Servers call a document plain text too. */
    private static boolean isProse(String text) {
        return !text.isEmpty() && "<{[\"".indexOf(text.charAt(0)) < 0;
    }

    /**
     * Without secrets, and without what could break or forge a line of a log, or turn the direction of its text. A
     * secret is looked for before anything is cut, which would leave a part of it.
     */
    static String clean(Exchange exchange, String text) {
        if (text.length() <= MAX_REDACTED) {
            return clean(exchange.redact(text));
        }
        String redacted = exchange.redact(text.substring(0, MAX_REDACTED));
        // Else the part of a secret at the end could move up to where it is shown.
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
