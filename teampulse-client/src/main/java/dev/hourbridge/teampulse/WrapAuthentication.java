package dev.hourbridge.teampulse;

import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.Authentication;
import dev.hourbridge.http.internal.Challenge;
import dev.hourbridge.http.internal.ExchangeException;
import dev.hourbridge.http.internal.TokenEndpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OAuth WRAP 0.9 (draft-hardt-oauth-01), as TeamPulse speaks it: the first request goes without a token
 * and is told where tokens are had; a token is kept until it is refused or near its end. Whoever finds
 * it refused first gets the next one, and the others wait for it.
 */
final class WrapAuthentication implements Authentication {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
    private static final int MARGIN_SHARE = 10;

    private final WrapLocation location;
    private final @Nullable Secret username;
    private final @Nullable Secret password;
    private final TokenForm form;
    private final Consumer<Secret> onRefreshToken;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Header header;
    private @Nullable Secret refreshToken;

    WrapAuthentication(
            WrapLocation location,
            WrapCredentials credentials,
            TokenForm form,
            Consumer<Secret> onRefreshToken,
            Clock clock) {
        this.location = location;
        this.username = credentials.username();
        this.password = credentials.password();
        this.refreshToken = credentials.refreshToken();
        this.form = form;
        this.onRefreshToken = onRefreshToken;
        this.clock = clock;
        Secret accessToken = credentials.accessToken();
        this.header = accessToken == null ? null : headerOf(WrapToken.of(accessToken));
    }

    /** A header and when to replace it. */
    private record Header(String text, @Nullable Instant staleFrom) {}

    @Override
    public Optional<String> authorization(TokenEndpoint tokens) throws ExchangeException {
        Header current = header;
        if (isFresh(current) || !location.isKnown()) {
            return Optional.ofNullable(current).map(Header::text);
        }
        acquire();
        try {
            if (!isFresh(header) && canGetToken()) {
                getToken(tokens);
            }
            return Optional.ofNullable(header).map(Header::text);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean renew(Challenge challenge, TokenEndpoint tokens) throws ExchangeException {
        acquire();
        try {
            Header current = header;
            String refused = challenge.refused().orElse(null);
            if (current != null && !current.text().equals(refused)) {
                return true;
            }
            if (!canGetToken()) {
                return false;
            }
            location.learn(WrapChallenge.parse(challenge.wwwAuthenticate()));
            getToken(tokens);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFresh(@Nullable Header current) {
        return current != null
                && (current.staleFrom() == null || clock.instant().isBefore(current.staleFrom()));
    }

    private boolean canGetToken() {
        return refreshToken != null || password != null;
    }

    private void acquire() throws ExchangeException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw ExchangeException.interrupted("was interrupted while it waited for a token");
        }
    }

    private void getToken(TokenEndpoint tokens) throws ExchangeException {
        Secret refresh = refreshToken;
        if (refresh != null) {
            Answer answer = post(tokens, Map.of("wrap_refresh_token", refresh.reveal()));
            if (answer.status() == 200) {
                adopt(answer);
                return;
            }
            if (password == null || !isRefusal(answer)) {
                throw refused(answer, "the refresh token");
            }
            refreshToken = null;
        }
        if (username != null && password != null) {
            Map<String, String> login = new LinkedHashMap<>();
            login.put("wrap_username", username.reveal());
            login.put("wrap_password", password.reveal());
            Answer answer = post(tokens, login);
            if (answer.status() != 200) {
                throw refused(answer, "user name and password");
            }
            adopt(answer);
        }
    }

    private Answer post(TokenEndpoint tokens, Map<String, String> credentials) throws ExchangeException {
        URI at = location.uri();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("wrap_client_id", location.clientId());
        fields.putAll(credentials);
        return tokens.post(at, fields);
    }

    private void adopt(Answer answer) throws ExchangeException {
        WrapToken token = WrapToken.parse(answer.text())
                .orElseThrow(() ->
                        ExchangeException.authentication("had no token: the token endpoint answered without one"));
        if (!token.fits(form)) {
            throw ExchangeException.authentication(
                    "had no usable token: it does not fit a header; another token form may take it");
        }
        header = headerOf(token);
        Secret rotated = token.refresh().orElse(null);
        if (rotated != null && !rotated.equals(refreshToken)) {
            refreshToken = rotated;
            handOut(rotated);
        }
    }

    private Header headerOf(WrapToken token) {
        Instant staleFrom = token.lifetime()
                .map(lifetime -> {
                    Duration share = lifetime.dividedBy(MARGIN_SHARE);
                    Duration margin = share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN;
                    return clock.instant().plus(lifetime.minus(margin));
                })
                .orElse(null);
        return new Header(token.header(form), staleFrom);
    }

    private void handOut(Secret rotated) {
        try {
            onRefreshToken.accept(rotated);
        } catch (RuntimeException e) {
            // The token works all the same; that it was not kept must not fail the request at hand.
            System.getLogger("dev.hourbridge.teampulse")
                    .log(System.Logger.Level.WARNING, "The receiver of refresh tokens threw {0}.", e.getClass());
        }
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == 400 || answer.status() == 401 || answer.status() == 403;
    }

    private static ExchangeException refused(Answer answer, String what) {
        if (answer.status() >= 500 || answer.status() == 429) {
            return ExchangeException.unavailable("had no token: the token endpoint answered with " + answer.status());
        }
        return ExchangeException.authentication(
                isRefusal(answer)
                        ? "had no token: " + what + " was refused with " + answer.status()
                        : "had no token: the token endpoint answered with " + answer.status());
    }
}
