package dev.hourbridge.http;

import dev.hourbridge.model.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A password, key or token that no log and no message shows: its text is reached by {@link
 * #reveal()} only. Immutable and safe for use by several threads.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * A secret.
     *
     * @param text any text without control characters; may be empty, as some services' passwords are
     * @throws InvalidInputException if it holds a control character, such as the line end of the file
     *     that it was read from, or half a surrogate pair, which no charset can carry
     */
    public static Secret of(String text) {
        return of("secret", text);
    }

    /**
     * A secret, of which messages speak by the name that the caller knows.
     *
     * @param field the field or option, such as {@code apiKey}
     * @param text as {@link #of(String)} takes it
     * @throws InvalidInputException as {@link #of(String)}, and if nothing is given, as a missing environment
     *     variable does
     */
    public static Secret of(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(
                    field, "nothing given", "give one; an environment variable that is not set is nothing");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    field, "a text with control characters", "strip the line end or tab around it");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new InvalidInputException(field, "half a surrogate pair", "give whole characters");
        }
        return new Secret(text);
    }

    /** The text itself. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Stars, whatever the text. */
    @Override
    public String toString() {
        return "****";
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
