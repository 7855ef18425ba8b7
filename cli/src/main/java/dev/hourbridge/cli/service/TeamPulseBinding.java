package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.Key;
import dev.hourbridge.cli.config.ServiceBinding;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.http.Secret;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teampulse.TokenForm;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** TeamPulse: user name and password, or a refresh token in a file that the service replaces at every use. */
final class TeamPulseBinding implements ServiceBinding {
    private static final Key<TokenForm> TOKEN_FORM =
            Key.oneOf("tokenForm", "The form of the token in the Authorization header.", TokenForm.class);
    private static final Key<URI> AUTHENTICATE_AT = Key.parsed(
            "authenticateAt",
            "The URL of the server that issues tokens, if it differs from the URL of the service.",
            URI::create,
            "is not a URL; use a URL such as https://acme.example.com");

    @Override
    public String word() {
        return "teampulse";
    }

    @Override
    public String displayName() {
        return "TeamPulse";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(URL, TOKEN_FORM, AUTHENTICATE_AT);
    }

    @Override
    public List<List<String>> credentialSets() {
        return List.of(
                List.of("username", "password"),
                List.of("refreshToken"),
                List.of("refreshTokenFile"),
                List.of("token"));
    }

    @Override
    public ServiceClient connect(ServiceConfiguration side, Credentials credentials, Connection connection) {
        Consumer<String> messages = connection.messages();
        TeamPulseClient.Builder builder =
                TeamPulseClient.builder().baseUrl(side.get(URL)).http(connection.http());
        if (credentials.has("username")) {
            builder.login(credentials.get("username"), credentials.get("password"));
        }
        credentials
                .find("refreshToken")
                .ifPresent(token -> builder.refreshToken(token)
                        .onRefreshToken(next ->
                                messages.accept("TeamPulse replaced the refresh token and may reject the configured "
                                        + "one next time. Use refreshTokenFile instead, so the new token is "
                                        + "retained.")));
        credentials
                .findPath("refreshTokenFile")
                .map(path -> new RefreshTokenFile(credentials.location("refreshTokenFile"), path))
                .ifPresent(file -> {
                    builder.refreshToken(file.read()).onRefreshToken(next -> retain(file, next, messages));
                    file.remark().ifPresent(messages);
                });
        credentials.find("token").ifPresent(builder::token);
        side.find(TOKEN_FORM).ifPresent(builder::tokenForm);
        side.find(AUTHENTICATE_AT).ifPresent(builder::authenticateAt);
        return ServiceClient.of(builder.build());
    }

    /**
     * Writes a new refresh token. A failure is a message and not an error, because the access token is valid and the
     * run can continue.
     */
    private static void retain(RefreshTokenFile file, Secret token, Consumer<String> messages) {
        try {
            file.write(token);
        } catch (IOException failed) {
            messages.accept(file.location() + ": the new refresh token could not be written ("
                    + TerminalText.line(String.valueOf(failed.getMessage()))
                    + "). The service may reject the old one next time. If so, log in again to get a new one.");
        }
    }

    @Override
    public String remedy(AuthenticationException rejected) {
        return rejected.status().isPresent()
                ? " If the token is new, the service may require another tokenForm (quoted or encoded)."
                : "";
    }
}
