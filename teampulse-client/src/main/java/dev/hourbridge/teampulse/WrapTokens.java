package dev.hourbridge.teampulse;

import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.Challenge;
import dev.hourbridge.http.internal.ExchangeException;
import dev.hourbridge.http.internal.TokenAuthentication;
import dev.hourbridge.http.internal.TokenEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens with OAuth WRAP 0.9 (draft-hardt-oauth-01), as implemented by TeamPulse. It uses the access token from
 * the builder, else requests a token with a refresh token, else with the login. The service does not state the lifetime
 * of a token, so a token is used until the service rejects it. Called by one thread at a time.
 */
final class WrapTokens implements TokenAuthentication.Source {
    private static final int OK = 200;

    private final WrapLocation location;
    private final TokenForm form;
    private final Consumer<Secret> onRefreshToken;
    private final @Nullable Secret username;
    private final @Nullable Secret password;
    private @Nullable Secret accessToken;
    private @Nullable Secret refreshToken;

    WrapTokens(WrapLocation location, WrapCredentials credentials, TokenForm form, Consumer<Secret> onRefreshToken) {
        this.location = location;
        this.form = form;
        this.onRefreshToken = onRefreshToken;
        username = credentials.username();
        password = credentials.password();
        accessToken = credentials.accessToken();
        refreshToken = credentials.refreshToken();
    }

    @Override
    public String fetch(Optional<Challenge> challenge, TokenEndpoint tokens) throws ExchangeException {
        Secret given = accessToken;
        if (given != null && challenge.isEmpty()) {
            accessToken = null;
            return new WrapToken(given, Optional.empty()).header(form);
        }
        if (refreshToken == null && password == null) {
            throw ExchangeException.authentication(
                    "had its access token rejected, and there is no refresh token or login to request another one");
        }
        location.find(challenge, tokens);
        Optional<WrapToken> refreshed = refresh(tokens);
        return adopt(refreshed.isPresent() ? refreshed.get() : logIn(tokens));
    }

    /** Returns empty if there is no refresh token, or it is rejected and there is a login. */
    private Optional<WrapToken> refresh(TokenEndpoint tokens) throws ExchangeException {
        Secret refresh = refreshToken;
        if (refresh == null) {
            return Optional.empty();
        }
        ApiResponse response = post(tokens, Map.of("wrap_refresh_token", refresh.reveal()));
        if (isRefusal(response) && password != null) {
            refreshToken = null;
            return Optional.empty();
        }
        return Optional.of(token(tokens, response, "the refresh token"));
    }

    /** Requests a token with the user name and the password. */
    private WrapToken logIn(TokenEndpoint tokens) throws ExchangeException {
        Map<String, String> login = new LinkedHashMap<>();
        if (username != null && password != null) {
            login.put("wrap_username", username.reveal());
            login.put("wrap_password", password.reveal());
        }
        return token(tokens, post(tokens, login), "the user name or password");
    }

    /** Sends credentials to the token service. */
    private ApiResponse post(TokenEndpoint tokens, Map<String, String> credentials) throws ExchangeException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("wrap_client_id", location.clientId());
        fields.putAll(credentials);
        return tokens.post(location.uri(), fields);
    }

    /** Reads the tokens of a response. They are hidden in logs before anything else happens with them. */
    private WrapToken token(TokenEndpoint tokens, ApiResponse response, String credentials) throws ExchangeException {
        if (response.status() != OK) {
            throw rejected(response, credentials);
        }
        WrapToken token = WrapToken.parse(response.text())
                .orElseThrow(() -> ExchangeException.authentication(
                        "had no token: the response of the token endpoint contains " + "none"));
        tokens.hide(token.access());
        token.refresh().ifPresent(tokens::hide);
        if (!token.fits(form)) {
            throw ExchangeException.authentication(
                    "had no usable token: the token is not valid in a header; try another tokenForm");
        }
        return token;
    }

    /** Uses a new token, and retains the refresh token that came with it. */
    private String adopt(WrapToken token) {
        Secret rotated = token.refresh().orElse(null);
        if (rotated != null && !rotated.equals(refreshToken)) {
            refreshToken = rotated;
            handOut(rotated);
        }
        return token.header(form);
    }

    /** Passes a new refresh token to the application. */
    private void handOut(Secret rotated) {
        try {
            onRefreshToken.accept(rotated);
        } catch (RuntimeException e) {
            // The token works nevertheless, so the request must not fail.
            System.getLogger("dev.hourbridge.teampulse")
                    .log(System.Logger.Level.WARNING, "The receiver of refresh tokens threw {0}.", e.getClass());
        }
    }

    private static boolean isRefusal(ApiResponse response) {
        return response.status() == 400 || response.status() == 401 || response.status() == 403;
    }

    /** Returns the exception for a response without a token, with a hint if the base URL seems to be wrong. */
    private static ExchangeException rejected(ApiResponse response, String credentials) {
        int status = response.status();
        if (isRefusal(response)) {
            return ExchangeException.authentication("had no token: " + credentials + " was rejected with " + status);
        }
        String hint = status == 404 ? "; the base URL must contain the application's path, such as /TeamPulse" : "";
        String what = "had no token: the token endpoint responded with " + status + hint;
        return status >= 500 || status == 429
                ? ExchangeException.unavailable(what)
                : ExchangeException.authentication(what);
    }
}
