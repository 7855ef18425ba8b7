package dev.hourbridge.teampulse;

import dev.hourbridge.http.Secret;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form-encoded response of the token endpoint, decoded once (draft-hardt-oauth-01, 6.1).
 *
 * @param access the access token
 * @param refresh the refresh token, if any
 */
record WrapToken(Secret access, Optional<Secret> refresh) {

    /** More than any header can carry. */
    private static final int MAX_FORM_LENGTH = 1 << 16;

    /** Returns the tokens; empty if the text is not a form or has no access token. */
    static Optional<WrapToken> parse(String form) {
        if (form.length() > MAX_FORM_LENGTH) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : form.strip().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return secret(fields.get("wrap_access_token"))
                .map(access -> new WrapToken(access, secret(fields.get("wrap_refresh_token"))));
    }

    /** Returns whether a header can carry the token in this form. */
    boolean fits(TokenForm form) {
        String text = access.reveal();
        return form == TokenForm.ENCODED
                || text.chars()
                        .allMatch(c -> c > ' ' && c < 0x7f && (form == TokenForm.PLAIN || (c != '"' && c != '\\')));
    }

    /** Returns the {@code Authorization} header. */
    String header(TokenForm form) {
        String text = access.reveal();
        return "WRAP access_token="
                + switch (form) {
                    case PLAIN -> text;
                    case QUOTED -> "\"" + text + "\"";
                    case ENCODED ->
                        URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
                };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Optional<Secret> secret(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(token -> !token.isBlank() && token.chars().noneMatch(Character::isISOControl))
                .map(Secret::of);
    }
}
