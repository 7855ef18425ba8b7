package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks OAuth WRAP tokens. Guarded by the server's lock.
 *
 * <p>An access token is valid for a limited time and number of requests, and a refresh token for one use, unless the
 * options state otherwise. Both are random, and tokens from an earlier run of the simulator are not valid.
 */
final class TeamPulseTokens {
    static final String CLIENT_ID = "uri:TeamPulse";
    private static final String SCHEME = "WRAP access_token=";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The permissions and expiry of an access token. */
    private static final class Grant {
        final long userId;
        final Instant expires;
        int requestsLeft;

        Grant(long userId, Instant expires, int requestsLeft) {
            this.userId = userId;
            this.expires = expires;
            this.requestsLeft = requestsLeft;
        }
    }

    private final TeamPulseAccount account;
    private final Clock clock;
    private final Duration lifetime;
    private final int requestsPerToken;
    private final boolean rotating;
    private final boolean announcing;
    private final TeamPulseSimulator.TokenForm form;
    private final Map<String, Grant> access = new HashMap<>();
    private final Map<String, Long> refresh = new HashMap<>();

    TeamPulseTokens(TeamPulseAccount account, TeamPulseSimulator.Builder options) {
        this.account = account;
        this.clock = options.clock;
        this.lifetime = options.tokenLifetime;
        this.requestsPerToken = options.requestsPerToken;
        this.rotating = options.rotatingRefreshTokens;
        this.announcing = options.announcingExpiry;
        this.form = options.tokenForm;
    }

    /** Returns the user of the token in the header, or null if it is not a valid token. */
    @Nullable
    TeamPulseUser user(Call call) {
        String header = call.header("Authorization").orElse("");
        for (Map.Entry<String, Grant> each : access.entrySet()) {
            if (header.equals(SCHEME + inForm(each.getKey()))) {
                Grant grant = each.getValue();
                boolean valid = clock.instant().isBefore(grant.expires) && grant.requestsLeft-- > 0;
                return valid ? account.users.get(grant.userId) : null;
            }
        }
        return null;
    }

    private String inForm(String token) {
        return switch (form) {
            case PLAIN -> token;
            case QUOTED -> '"' + token + '"';
            case ENCODED -> encode(token);
        };
    }

    /** Returns the response of the token endpoint. */
    Reply issue(Call call) {
        if (!call.contentType().equals(FORM)) {
            return rejected(415);
        }
        Map<String, String> parameters = new HashMap<>();
        Call.parseForm(call.bodyText()).forEach(each -> parameters.put(each.name(), each.value()));
        if (!CLIENT_ID.equals(parameters.remove("wrap_client_id"))) {
            return rejected(400);
        }
        if (parameters.keySet().equals(Set.of("wrap_username", "wrap_password"))) {
            return account.userByName(parameters.getOrDefault("wrap_username", ""))
                    .filter(user -> user.password().equals(parameters.get("wrap_password")))
                    .map(user -> granted(user.id(), newRefreshToken(user.id())))
                    .orElseGet(() -> rejected(401));
        }
        if (parameters.keySet().equals(Set.of("wrap_refresh_token"))) {
            return refreshed(parameters.getOrDefault("wrap_refresh_token", ""));
        }
        return rejected(400);
    }

    /** Returns a new access token for a refresh token, and the next refresh token if refresh tokens rotate. */
    private Reply refreshed(String token) {
        Long userId = refresh.get(token);
        if (userId == null) {
            return rejected(401);
        }
        if (!rotating) {
            return granted(userId, null);
        }
        refresh.remove(token);
        return granted(userId, newRefreshToken(userId));
    }

    /** Returns an error of the token service, which has no body. */
    private static Reply rejected(int status) {
        Reply reply = Reply.of(status, "text/plain", "");
        return status == 401 ? reply.with("WWW-Authenticate", "WRAP") : reply;
    }

    private Reply granted(long userId, @Nullable String refreshToken) {
        Instant now = clock.instant();
        access.values().removeIf(grant -> !now.isBefore(grant.expires) || grant.requestsLeft <= 0);
        String token = newToken(userId);
        access.put(token, new Grant(userId, now.plus(lifetime), requestsPerToken));
        StringBuilder body = new StringBuilder("wrap_access_token=").append(encode(token));
        if (refreshToken != null) {
            body.append("&wrap_refresh_token=").append(encode(refreshToken));
        }
        if (announcing) {
            body.append("&wrap_access_token_expires_in=").append(lifetime.toSeconds());
        }
        return Reply.of(200, FORM, body.toString());
    }

    /** Returns a new refresh token for a user. Its characters must be encoded in a form. */
    String newRefreshToken(long userId) {
        String token = UUID.randomUUID() + "+/=" + userId;
        refresh.put(token, userId);
        return token;
    }

    /** Invalidates all access tokens. */
    void expireAll() {
        access.clear();
    }

    /** Invalidates all refresh tokens. */
    void revokeAll() {
        refresh.clear();
    }

    /** Returns a token that is percent-encoded text, like a Simple Web Token. Decoding it twice breaks it. */
    private static String newToken(long userId) {
        return "http%3a%2f%2fschemas.example%2fuserid=" + userId + "&Issuer=http%3a%2f%2fteampulse&HMACSHA256="
                + UUID.randomUUID() + "%2b%3d";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
