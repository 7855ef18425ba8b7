package dev.hourbridge.spring;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code hourbridge.*}. A client is configured if its service has a group of properties.
 *
 * @param codebase the Codebase account
 * @param teamwork the Teamwork account
 * @param teampulse the TeamPulse account
 * @param livetimer the LiveTimer account
 * @param http the options of all clients
 */
@ConfigurationProperties("hourbridge")
public record HourbridgeProperties(
        @Nullable Codebase codebase,
        @Nullable Teamwork teamwork,
        @Nullable TeamPulse teampulse,
        @Nullable LiveTimer livetimer,
        @DefaultValue Http http) {

    /**
     * A Codebase account.
     *
     * @param url the address; default: the address of Codebase
     * @param account the name of the account
     * @param username the user name
     * @param apiKey the API key
     * @param projects permalinks of the projects to list
     * @param requestsPerMinute the maximum number of requests per minute; default: the limits that the service reports
     */
    public record Codebase(
            @Nullable URI url,
            @Nullable String account,
            @Nullable String username,
            @Nullable String apiKey,
            @DefaultValue List<String> projects,
            @Nullable Integer requestsPerMinute) {
        @Override
        public String toString() {
            return "Codebase[account=" + account + "]";
        }
    }

    /**
     * A Teamwork account.
     *
     * @param url the address, such as {@code https://acme.teamwork.com}
     * @param zone the zone that the user has set in Teamwork
     * @param apiKey the API key; exactly one of an API key, a token and a login is required
     * @param token a token
     * @param username a user name, together with a password
     * @param password the password
     * @param requestsPerMinute the maximum number of requests per minute; default: the limits that the service reports
     */
    public record Teamwork(
            @Nullable URI url,
            @Nullable ZoneId zone,
            @Nullable String apiKey,
            @Nullable String token,
            @Nullable String username,
            @Nullable String password,
            @Nullable Integer requestsPerMinute) {
        @Override
        public String toString() {
            return "Teamwork[url=" + url + "]";
        }
    }

    /**
     * A TeamPulse account.
     *
     * @param url the address with the application path
     * @param username the user name
     * @param password the password
     * @param refreshToken a refresh token, instead of a login
     * @param requestsPerMinute the maximum number of requests per minute; default: the limits that the service reports
     */
    public record TeamPulse(
            @Nullable URI url,
            @Nullable String username,
            @Nullable String password,
            @Nullable String refreshToken,
            @Nullable Integer requestsPerMinute) {
        @Override
        public String toString() {
            return "TeamPulse[url=" + url + "]";
        }
    }

    /**
     * A LiveTimer account.
     *
     * @param url the address
     * @param username the user name
     * @param password the password
     * @param requestsPerMinute the maximum number of requests per minute; default: the limits that the service reports
     */
    public record LiveTimer(
            @Nullable URI url,
            @Nullable String username,
            @Nullable String password,
            @Nullable Integer requestsPerMinute) {
        @Override
        public String toString() {
            return "LiveTimer[url=" + url + "]";
        }
    }

    /**
     * Options of all clients.
     *
     * @param connectTimeout the maximum wait for a connection; default: 10 s
     * @param readTimeout the maximum pause between two bytes; default: 30 s
     * @param callTimeout the maximum duration of one attempt; default: 60 s
     * @param allowInsecureHttp whether plain HTTP to other machines is permitted; default: false
     */
    public record Http(
            @Nullable Duration connectTimeout,
            @Nullable Duration readTimeout,
            @Nullable Duration callTimeout,
            @DefaultValue("false") boolean allowInsecureHttp) {}
}
