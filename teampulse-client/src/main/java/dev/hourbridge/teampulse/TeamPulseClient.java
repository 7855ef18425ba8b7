package dev.hourbridge.teampulse;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.BaseUrl;
import dev.hourbridge.http.internal.TokenAuthentication;
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
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * TeamPulse's time entries and work types, by version 1 of its API: in the vendor's own words by {@link
 * #timeEntries()} and {@link #workTypes()}, and in the common model's by the methods of {@link
 * TimeTracker}.
 *
 * <p>A create demands a person, a task and an activity, which is a work type by its name, and takes a
 * day with a duration in whole seconds. Safe for use by several threads; close it when done.
 */
public final class TeamPulseClient implements TimeTracker {
    /** The service's short name, {@code teampulse}. */
    public static final Service SERVICE = Service.of("teampulse");

    private final ApiClient api;
    private final Account account;
    private final TeamPulseTimeEntries timeEntries;
    private final WorkTypes workTypes;
    private final TeamPulseAdapter common;

    private TeamPulseClient(ApiClient api, boolean strictDates) {
        this.api = api;
        account = Account.of(SERVICE, api.baseUrl().account());
        timeEntries = new TeamPulseTimeEntries(api, strictDates);
        workTypes = new WorkTypes(api, strictDates);
        common = new TeamPulseAdapter(timeEntries, account);
    }

    /** A builder. Its base URL and one kind of credentials must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Time entries in TeamPulse's own words. */
    public TeamPulseTimeEntries timeEntries() {
        return timeEntries;
    }

    /** Work types in TeamPulse's own words. */
    public WorkTypes workTypes() {
        return workTypes;
    }

    /** {@code teampulse} and the host, with its port and path where there are any. */
    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return TeamPulseCapabilities.ALL;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A query by project is refused: entries say only which task they are on.
     */
    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return common.list(query);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return common.get(id);
    }

    /**
     * {@inheritDoc}
     *
     * <p>TeamPulse wants a person, a task and an activity, and takes neither a project, a start, tags nor
     * a billable flag, nor a note of more than 128 UTF-16 units.
     */
    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return common.create(entry);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        return common.prepare(entry);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Person and task of an entry cannot be changed.
     */
    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        common.update(id, update);
    }

    @Override
    public void delete(TimeEntryId id) {
        common.delete(id);
    }

    /** Empty: TeamPulse has no sums. */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.empty();
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

    /** Builds a {@link TeamPulseClient}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String baseUrl;
        private WrapCredentials credentials = WrapCredentials.none();
        private TokenForm tokenForm = TokenForm.PLAIN;
        private Consumer<Secret> onRefreshToken = token -> {};
        private @Nullable URI authenticateAt;
        private boolean strictDates;
        private HttpOptions http = HttpOptions.ofDefaults();

        private Builder() {}

        /**
         * Where TeamPulse is, such as {@code https://intranet.example.com/TeamPulse}, without {@code
         * /api/v1}. Plain http, which many installations speak, needs {@link
         * HttpOptions.Builder#allowInsecureHttp}. Required.
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /**
         * A user name and its password, of TeamPulse's own user list: its API takes no others. With a
         * refresh token beside it, that is tried first.
         *
         * @throws InvalidInputException if the name is blank, or either holds a control character
         */
        public Builder login(String username, String password) {
            credentials = credentials.withLogin(username, password);
            return this;
        }

        /**
         * A refresh token from an earlier login, which gets access tokens without the password.
         *
         * @throws InvalidInputException if it is blank or holds a control character
         */
        public Builder refreshToken(String refreshToken) {
            credentials = credentials.withRefreshToken(refreshToken);
            return this;
        }

        /**
         * An access token from elsewhere, form-decoded once. When it is refused a new one is had by the
         * refresh token or the login, if there is one.
         *
         * @throws InvalidInputException if it is blank or holds a control character
         */
        public Builder accessToken(String accessToken) {
            credentials = credentials.withAccessToken(accessToken);
            return this;
        }

        /** How access tokens go into the header. Default: {@link TokenForm#PLAIN}. */
        public Builder tokenForm(TokenForm tokenForm) {
            this.tokenForm = tokenForm;
            return this;
        }

        /**
         * Receives every new refresh token, to be kept for the next run. Called on a thread that is making a
         * request, before that goes on; it must be quick and not use the client. What it throws is logged and
         * otherwise ignored. Default: none.
         */
        public Builder onRefreshToken(Consumer<Secret> onRefreshToken) {
            this.onRefreshToken = onRefreshToken;
            return this;
        }

        /**
         * Where tokens are had, credentials and all, whatever the service says. Default: where its 401
         * says, if that is of the base URL's own scheme, host and port.
         */
        public Builder authenticateAt(URI authenticateAt) {
            this.authenticateAt = authenticateAt;
            return this;
        }

        /**
         * Whether days in filters are written with the time that OData's grammar demands, {@code
         * datetime'2013-10-24T00:00:00'}, instead of the short form of TeamPulse's own documents. Default:
         * false.
         */
        public Builder strictDates(boolean strictDates) {
            this.strictDates = strictDates;
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
         * @throws InvalidInputException if the base URL or the credentials are missing, or cannot be taken
         */
        public TeamPulseClient build() {
            if (baseUrl == null) {
                throw new InvalidInputException(
                        "baseUrl", "nothing given", "give the address of TeamPulse, such as https://host/TeamPulse");
            }
            BaseUrl base = BaseUrl.parse("baseUrl", baseUrl, http.allowInsecureHttp());
            if (base.account().endsWith("/api/v1")) {
                throw new InvalidInputException("baseUrl", "a URL that ends in /api/v1", "leave that part out");
            }
            credentials.check(tokenForm);
            WrapLocation location = new WrapLocation(base.uri(), authenticateAt);
            ApiClient.Builder api = ApiClient.builder("baseUrl", baseUrl)
                    .options(http)
                    .rules(new TeamPulseRules())
                    .authentication(new TokenAuthentication(
                            new WrapTokens(location, credentials, tokenForm, onRefreshToken), credentials.secrets()));
            if (authenticateAt != null) {
                api.authenticateAt(authenticateAt);
            }
            return new TeamPulseClient(api.build(), strictDates);
        }
    }
}
