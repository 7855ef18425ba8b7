package dev.hourbridge.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides secrets in text from a service, such as an error message that repeats the request.
 *
 * <p>Each client adds its own credentials and every token that it receives, and redacts the service's text in its
 * exceptions and logs. Clients with the same redactor, set by {@link HttpOptions.Builder#redactor}, hide each other's
 * secrets too. An application can use the same redactor to hide the secrets of all its clients in its own output:
 *
 * <!-- with: String password, String line -->
 * <pre>{@code
 * Redactor redactor = Redactor.create();
 * redactor.add(Secret.of(password)); // also in messages of clients without this password
 * HttpOptions options = HttpOptions.builder().redactor(redactor).build();
 * // ... clients with these options ...
 * System.err.println(redactor.redact(line));
 * }</pre>
 *
 * <p>A secret is found in upper and lower case, in the following forms, and in up to three nested escapes:
 *
 * <ul>
 *   <li>plain, and with {@code +} for a space;
 *   <li>percent-encoded, partly or completely;
 *   <li>escaped for XML or HTML, with the five XML entity names or with decimal or hexadecimal numbers;
 *   <li>escaped for JSON or JavaScript;
 *   <li>Base64, in the standard or the URL alphabet, with or without padding and line breaks, alone or at any offset
 *   within longer data;
 *   <li>hexadecimal, with or without spaces, punctuation, {@code 0x} or <code>\x</code> between the bytes.
 * </ul>
 *
 * <p>A secret of fewer than 4 characters is not hidden, because it may occur in any text. A user name is not a secret
 * unless the service expects a key in its place. Thread-safe.
 */
public final class Redactor {
    private static final String HIDDEN = "[hidden]";
    static final int MIN_LENGTH = 4;
    private static final int MAX_TOKENS = 1_000;

    private final Map<String, SecretForms> added = new LinkedHashMap<>();
    private final Deque<String> tokens = new ArrayDeque<>();
    private volatile List<SecretForms> all = List.of();

    private Redactor() {}

    /** Creates a redactor without secrets. */
    public static Redactor create() {
        return new Redactor();
    }

    /** Adds a secret to hide from now on. */
    public synchronized void add(Secret secret) {
        tokens.remove(secret.reveal());
        put(secret);
    }

    /** Adds a short-lived secret. It is hidden until 1,000 other secrets have been added by this method. */
    public synchronized void addToken(Secret token) {
        if (put(token)) {
            tokens.add(token.reveal());
            if (tokens.size() > MAX_TOKENS) {
                added.remove(tokens.remove());
                all = List.copyOf(added.values());
            }
        }
    }

    private boolean put(Secret secret) {
        String text = secret.reveal();
        if (text.length() < MIN_LENGTH || added.containsKey(text)) {
            return false;
        }
        added.put(text, SecretForms.of(text));
        all = List.copyOf(added.values());
        return true;
    }

    /** Returns the text with {@code [hidden]} in place of every secret. */
    public String redact(String text) {
        List<SecretForms> secrets = all;
        if (secrets.isEmpty() || text.length() < MIN_LENGTH) {
            return text;
        }
        BitSet hidden = new BitSet(text.length());
        TextView.of(text).forEachDecoding(view -> {
            TextView base64 = view.base64();
            TextView hex = view.hex();
            secrets.forEach(secret -> secret.find(view, base64, hex, hidden));
        });
        return hidden.isEmpty() ? text : without(text, hidden);
    }

    private static String without(String text, BitSet hidden) {
        List<String> parts = new ArrayList<>();
        int end = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(end)) {
            parts.add(text.substring(end, start));
            end = hidden.nextClearBit(start);
        }
        parts.add(text.substring(end));
        return String.join(HIDDEN, parts);
    }

    /** Returns a text with the number of secrets, without the secrets. */
    @Override
    public String toString() {
        return "Redactor of " + all.size() + " secrets";
    }
}
