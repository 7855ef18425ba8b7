package dev.hourbridge.teampulse;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.InvalidInputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client was given to authenticate with: one of the three, or several to fall back on.
 *
 * @param username with the password
 * @param password with the user name
 * @param refreshToken from an earlier login
 * @param accessToken from elsewhere
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
        return new WrapCredentials(username, password, refreshToken, secret("accessToken", token));
    }

    /** What must be in no message; the user name may be. */
    List<Secret> secrets() {
        return Stream.of(password, refreshToken, accessToken)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What can never work is refused at once. */
    void check(TokenForm form) {
        if (password == null && refreshToken == null && accessToken == null) {
            throw new InvalidInputException(
                    "login", "no credentials", "give a login, a refresh token or an access token");
        }
        if (accessToken != null && !new WrapToken(accessToken, Optional.empty()).fits(form)) {
            throw new InvalidInputException(
                    "accessToken", "a text that a header cannot carry", "give it decoded once, or another token form");
        }
    }

    private static Secret secret(String field, String text) {
        Secret secret = Secret.of(field, text);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "a blank text", "give the text, or leave it out");
        }
        return secret;
    }
}
