package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.BaseUrl;
import dev.hourbridge.http.internal.Challenge;
import dev.hourbridge.http.internal.ExchangeException;
import dev.hourbridge.http.internal.TokenEndpoint;
import dev.hourbridge.model.InvalidInputException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The location of the token endpoint: the one that the caller set, else the one in a challenge if it has the service's
 * origin, else the one in the vendor's guide. Use it from one thread at a time.
 */
final class WrapLocation {
    private static final String DEFAULT_CLIENT_ID = "uri:TeamPulse";

    private final URI baseUrl;
    private final @Nullable URI given;
    private boolean known;
    private @Nullable String challenged;
    private String clientId = DEFAULT_CLIENT_ID;

    WrapLocation(URI baseUrl, @Nullable URI given) {
        this.baseUrl = baseUrl;
        this.given = given;
    }

    /**
     * Returns the location for an installation.
     *
     * @throws InvalidInputException if the base URL is invalid or ends with {@code /api/v1}
     */
    static WrapLocation of(String baseUrl, boolean allowInsecureHttp, @Nullable URI given) {
        BaseUrl base = BaseUrl.parse("baseUrl", baseUrl, allowInsecureHttp);
        if (base.account().endsWith("/api/v1")) {
            throw new InvalidInputException("baseUrl", "a URL that ends with /api/v1", "remove that part");
        }
        return new WrapLocation(base.uri(), given);
    }

    /**
     * Reads the location from the challenge or, if there is none, requests a challenge. As a result, no request with
     * content is sent without a token.
     */
    void find(Optional<Challenge> challenge, TokenEndpoint tokens) throws ExchangeException {
        if (challenge.isPresent()) {
            learn(challenge.get().wwwAuthenticate());
        } else if (!known && given == null) {
            ApiResponse response = tokens.get(URI.create(baseUrl + "/api/v1/timeentries?$top=1"));
            if (response.status() >= 500) {
                throw ExchangeException.unavailable(
                        "had no token: the response to a request for a challenge was " + response.status());
            }
            learn(response.headers("WWW-Authenticate"));
        }
        known = true;
    }

    private void learn(List<String> headers) {
        Optional<WrapChallenge> challenge = WrapChallenge.parse(headers);
        challenge.flatMap(WrapChallenge::location).ifPresent(text -> challenged = text);
        challenge.flatMap(WrapChallenge::clientId).ifPresent(text -> clientId = text);
    }

    String clientId() {
        return clientId;
    }

    /**
     * Returns the address of the token service, from the client's options, the challenge, or the vendor's
     * documentation's.
     *
     * @throws ExchangeException if the origin in the challenge differs from that of the base URL, because credentials
     *     would be sent to it
     */
    URI uri() throws ExchangeException {
        if (given != null) {
            return given;
        }
        if (challenged == null) {
            return URI.create(baseUrl + "/Authenticate/WRAPv0.9");
        }
        URI location;
        try {
            location = URI.create(baseUrl + "/").resolve(challenged);
        } catch (IllegalArgumentException e) {
            throw ExchangeException.authentication("was challenged with a location that is not a URL");
        }
        if (!origin(location).equals(origin(baseUrl))) {
            throw ExchangeException.authentication(
                    "was challenged with a location whose origin differs from the service's; if you trust that "
                            + "location with the credentials, pass it to authenticateAt");
        }
        return location;
    }

    /** Returns scheme, host and port, so that two spellings of one origin are equal. */
    private static String origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
