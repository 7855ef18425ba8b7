package dev.hourbridge.teamwork;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.Authentication;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PreparedCreate;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Teamwork's time entries and totals, by version 1 of its API: in the vendor's own words by {@link
 * #timeEntries()} and {@link #totals()}, and in the common model's by the methods of {@link
 * TimeTracker}.
 *
 * <p>A create demands a start to the minute, whole minutes, and a project or a task; where both are
 * given the task alone is sent. Lists take in archived projects. Safe for use by several threads.
 */
public final class TeamworkClient implements TimeTracker {
    /** The service's short name, {@code teamwork}. */
    public static final Service SERVICE = Service.of("teamwork");

    private final ApiClient api;
    private final TeamworkTimeEntries timeEntries;
    private final Totals totals;
    private final TeamworkAdapter common;
    private final Capabilities capabilities;
    private final Account account;

    private TeamworkClient(ApiClient api, ZoneId zone) {
        this.api = api;
        account = Account.of(SERVICE, api.baseUrl().account());
        timeEntries = new TeamworkTimeEntries(api);
        totals = new Totals(api);
        common = new TeamworkAdapter(timeEntries, totals, account, zone);
        capabilities = TeamworkCapabilities.of(zone);
    }

    /** A builder. Its base URL, zone and one kind of credentials must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Time entries in Teamwork's own words. */
    public TeamworkTimeEntries timeEntries() {
        return timeEntries;
    }

    /** Totals in Teamwork's own words. */
    public Totals totals() {
        return totals;
    }

    /** {@code teamwork} and the host, with its port and path where there are any. */
    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return common.list(query);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return common.get(id);
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return common.create(entry);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        return common.prepare(entry);
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        common.update(id, update);
    }

    @Override
    public void delete(TimeEntryId id) {
        common.delete(id);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return common.total(query);
    }

    @Override
    public void close() {
        api.close();
    }

    /** The service and the host; no credentials. */
    @Override
    public String toString() {
        return account.toString();
    }

    /** Builds a {@link TeamworkClient}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String baseUrl;
        private @Nullable Authentication authentication;
        private @Nullable String credentialsKind;
        private @Nullable ZoneId zone;
        private HttpOptions http = HttpOptions.ofDefaults();

        private Builder() {}

        /** Where the account is, such as {@code https://acme.teamwork.com}; customers' own domains are fine. Required. */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /**
         * A key of the API, which acts as its user: sent as Basic. A personal token, which begins with
         * {@code tkn.v1}, is sent as Bearer. One kind of credentials is required, and no other may be beside it.
         *
         * @throws InvalidInputException if nothing is given, it is blank or holds a colon or a control character,
         *     or there are credentials of another kind
         */
        public Builder apiKey(String apiKey) {
            Secret secret = Secret.of("apiKey", apiKey);
            return credentials(
                    "apiKey",
                    apiKey.startsWith("tkn.v1")
                            ? Authentication.bearer(Credentials.token(apiKey))
                            : Authentication.basic(Credentials.user("apiKey", secret.reveal()), Secret.of("x")));
        }

        /**
         * A token of the app login flow, or a personal token: sent as Bearer.
         *
         * @throws InvalidInputException if nothing is given, it is blank or holds anything but visible ASCII
         *     characters, or there are credentials of another kind
         */
        public Builder token(String token) {
            return credentials("token", Authentication.bearer(Credentials.token(token)));
        }

        /**
         * A user name and its password: sent as Basic, in UTF-8.
         *
         * @throws InvalidInputException if either is not given, the name is blank or holds a colon, either holds a
         *     control character, or there are credentials of another kind
         */
        public Builder login(String username, String password) {
            return credentials(
                    "login",
                    Authentication.basic(Credentials.user("username", username), Secret.of("password", password)));
        }

        /** As whom one writes must not hang on the order of two lines. */
        private Builder credentials(String kind, Authentication given) {
            if (credentialsKind != null && !credentialsKind.equals(kind)) {
                throw new InvalidInputException(
                        kind, "credentials beside " + credentialsKind, "give one of apiKey, token and login");
            }
            credentialsKind = kind;
            authentication = given;
            return this;
        }

        /**
         * The zone that the user of the credentials has set at Teamwork: starts are written on its clock.
         * Required, since the documented API has no call that returns it.
         */
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /** How to speak HTTP. Default: {@link HttpOptions#ofDefaults()}. */
        public Builder http(HttpOptions http) {
            this.http = http;
            return this;
        }

        /**
         * The client. Makes no request.
         *
         * @throws InvalidInputException if the base URL, the zone or the credentials are missing, or the
         *     base URL is not one that can be taken
         */
        public TeamworkClient build() {
            if (baseUrl == null) {
                throw missing("baseUrl", "give the address of the account, such as https://acme.teamwork.com");
            }
            if (authentication == null) {
                throw missing("apiKey", "give an API key, a token or a login");
            }
            if (zone == null) {
                throw missing("zone", "give the zone that the user has set at Teamwork");
            }
            ApiClient api = ApiClient.builder("baseUrl", baseUrl)
                    .options(http)
                    .authentication(authentication)
                    .rules(new TeamworkRules())
                    .build();
            return new TeamworkClient(api, zone);
        }

        private static InvalidInputException missing(String field, String remedy) {
            return new InvalidInputException(field, "nothing given", remedy);
        }
    }
}
