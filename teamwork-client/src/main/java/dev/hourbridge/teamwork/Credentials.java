package dev.hourbridge.teamwork;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;

/**
 * Checks credentials without a request.
 *
 * <p>What cannot be sent in a header is reported when the client is built. A line end is the usual mistake: it comes
 * with a token that was read from a file.
 */
final class Credentials {
    private Credentials() {}

    /** Returns the user part of Basic credentials, which ends at the first colon. */
    static Secret user(String field, String text) {
        Secret secret = Secret.of(field, text);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "blank text", "copy it from Teamwork");
        }
        if (text.indexOf(':') >= 0) {
            throw new InvalidInputException(field, "text with a colon", "give it without the password");
        }
        return secret;
    }

    /**
     * Returns a token for a Bearer header.
     *
     * @throws InvalidInputException if it is blank or has other characters than visible ASCII
     */
    static Secret token(String text) {
        Secret.of("token", text);
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(
                    "token",
                    "text with characters other than visible ASCII",
                    "remove the line end or the spaces around it");
        }
        return Secret.of(text);
    }
}
