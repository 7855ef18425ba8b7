package dev.hourbridge.simulators.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The user name and password of an HTTP Basic header, in UTF-8.
 *
 * <p>The text after the first colon is the password, which may itself contain colons (RFC 7617).
 */
public record BasicCredentials(String username, String password) {
    private static final String SCHEME = "Basic ";

    /** Returns the credentials of a request, or empty if the header is missing or cannot be read. */
    public static Optional<BasicCredentials> of(Call call) {
        String header = call.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair;
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            pair = new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "BasicCredentials[hidden]";
    }
}
