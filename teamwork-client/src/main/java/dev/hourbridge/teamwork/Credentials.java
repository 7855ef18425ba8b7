package dev.hourbridge.teamwork;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;

/** What can be told of credentials without asking the service. */
final class Credentials {
    private Credentials() {}

    /** The first half of a Basic pair, which ends at the first colon. */
    static Secret user(String field, String text) {
        Secret secret = Secret.of(field, text);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "a blank text", "give the text that Teamwork shows");
        }
        if (text.indexOf(':') >= 0) {
            throw new InvalidInputException(field, "a text with a colon", "give it without the password");
        }
        return secret;
    }

    static Secret token(String text) {
        Secret.of("token", text);
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidInputException(
                    "token", "a text that is not of visible ASCII characters", "strip the line end or space around it");
        }
        return Secret.of(text);
    }
}
