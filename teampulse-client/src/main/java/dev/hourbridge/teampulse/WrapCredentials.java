package dev.hourbridge.teampulse;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a client: a login, a refresh token, an access token, or several of them as fallbacks.
 *
 * @param username the user name of the login
 * @param password the password of the login
 * @param refreshToken a refresh token from an earlier login
 * @param accessToken an access token that was obtained elsewhere
 */
record WrapCredentials(
        @Nullable Secret username,
        @Nullable Secret password,
        @Nullable Secret refreshToken,
        @Nullable Secret accessToken) {

    static WrapCredentials none() {
        return new WrapCredentials(null, null, null, null);
    }

    WrapCredentials withLogin(String username, String password) {
        return new WrapCredentials(
                secret("username", username), Secret.of("password", password), refreshToken, accessToken);
    }

    WrapCredentials withRefreshToken(String token) {
        return new WrapCredentials(username, password, secret("refreshToken", token), accessToken);
    }

    WrapCredentials withAccessToken(String token) {
        return new WrapCredentials(username, password, refreshToken, secret("token", token));
    }

    /** Returns the secrets, which no message may contain. The user name is not a secret. */
    List<Secret> secrets() {
        return Stream.of(password, refreshToken, accessToken)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Rejects credentials that cannot work. */
    void check(TokenForm form) {
        if (password == null && refreshToken == null && accessToken == null) {
            throw new InvalidInputException("login", "no value", "specify a login, a refresh token or an access token");
        }
        if (accessToken != null && !new WrapToken(accessToken, Optional.empty()).fits(form)) {
            throw new InvalidInputException(
                    "token", "text that is not valid in a header", "decode it once, or use another token form");
        }
    }

    /** Returns a secret that is not blank. */
    private static Secret secret(String field, String text) {
        Secret secret = Secret.of(field, text);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "blank text", "set the text, or omit it");
        }
        return secret;
    }
}
