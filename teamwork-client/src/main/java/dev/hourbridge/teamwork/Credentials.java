package dev.hourbridge.teamwork;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;

/**
 * Checks credentials without a request.
 *
 * <p>Characters that cannot be sent in a header are reported when the client is built. The usual mistake is a line
 * break at the end of a token that was read from a file.
 */
final class Credentials {
    private Credentials() {}

    /** Returns the user name of Basic credentials, which must not contain a colon. */
    static Secret user(String field, String text) {
        Secret secret = Secret.of(field, text);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "blank text", "copy it from Teamwork");
        }
        if (text.indexOf(':') >= 0) {
            throw new InvalidInputException(field, "text with a colon", "use only the part before the colon");
        }
        return secret;
    }

    /**
     * Returns a token for a Bearer header.
     *
     * @throws InvalidInputException if the token is blank or contains anything except visible ASCII characters
     */
    static Secret token(String text) {
        Secret.of("token", text);
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(
                    "token",
                    "text with characters other than visible ASCII",
                    "remove the line break or spaces around it");
        }
        return Secret.of(text);
    }
}
