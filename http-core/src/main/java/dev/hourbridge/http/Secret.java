package dev.hourbridge.http;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A password, key or token that does not appear in logs or messages. Only {@link #reveal()} returns its text.
 *
 * <pre>{@code
 * Secret apiKey = Secret.of("apiKey", System.getenv("TEAMWORK_API_KEY"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Returns a secret.
     *
     * @param text any text without control characters; may be empty, because some services accept an empty password
     * @throws InvalidInputException if the text contains a control character, such as the line break at the end of a
     *     file, or a lone surrogate, which no charset can encode
     */
    public static Secret of(String text) {
        return of("secret", text);
    }

    /**
     * Returns a secret. Error messages use the given field name.
     *
     * @param field the field or option, such as {@code apiKey}
     * @param text the text, as for {@link #of(String)}; null is invalid
     * @throws InvalidInputException as for {@link #of(String)}, and if the text is null, for example because an
     *     environment variable is missing
     */
    public static Secret of(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(
                    field,
                    "no value",
                    "set a value; if it comes from an environment variable, check that the " + "variable is set");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    field, "text with control characters", "remove the line break or tab around it");
        }
        Inputs.wellFormed(field, text);
        return new Secret(text);
    }

    /** Returns the text. */
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

    /** Returns {@code ****}, regardless of the text. */
    @Override
    public String toString() {
        return "****";
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
