package dev.hourbridge.teampulse;

import dev.hourbridge.http.ClientBuilder;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiClientBuilder;
import dev.hourbridge.http.internal.TokenAuthentication;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.Inputs;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client for version 1 of TeamPulse's API. {@link #timeEntries()} and {@link #workTypes()} provide the native API.
 * The {@link TimeTracker} methods use the common model. Thread-safe. Close it when done.
 *
 * <!-- with: String username, String password -->
 * <pre>{@code
 * try (TeamPulseClient teamPulse = TeamPulseClient.builder()
 *         .baseUrl("https://intranet.example.com/TeamPulse")
 *         .login(username, password)
 *         .build()) {
 *   TimeEntryId id = teamPulse.create(
 *       NewTimeEntry.of(WorkTime.on(LocalDate.of(2013, 10, 2), Duration.ofHours(6)))
 *           .person(teamPulse.person("1")).task(teamPulse.task("10")).activity(teamPulse.activity("Billable"))
 *           .build());
 * }
 * }</pre>
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

    /** Returns a builder. The base URL and one kind of credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the native API for time entries. */
    public TeamPulseTimeEntries timeEntries() {
        return timeEntries;
    }

    /** Returns the native API for work types. */
    public WorkTypes workTypes() {
        return workTypes;
    }

    /** Returns {@code teampulse} and the host, plus the port and the path if there are any. */
    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return TeamPulseCapabilities.ALL;
    }

    /** {@inheritDoc} A query by project is invalid, because an entry refers only to its task. */
    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return common.list(query);
    }

    /**
     * Converts an id of the common model to the native id, for use with {@link #timeEntries()}.
     *
     * @throws InvalidInputException if the id belongs to another account or is not a TeamPulse id
     */
    public long nativeId(TimeEntryId id) {
        return common.nativeId(id);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return common.get(id);
    }

    /**
     * {@inheritDoc} A person, a task, an activity (the name of a work type), and a day with a duration in whole seconds
     * are required. A project, a start, tags, a billable flag and a note of more than 128 UTF-16 code units are
     * invalid.
     */
    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return common.create(entry);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        return common.prepare(entry);
    }

    /** {@inheritDoc} The person and the task of an entry cannot be changed. */
    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        common.update(id, update);
    }

    @Override
    public PreparedUpdate prepareUpdate(TimeEntryId id) {
        return common.prepareUpdate(id);
    }

    @Override
    public void delete(TimeEntryId id) {
        common.delete(id);
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        return common.prepareDelete(id);
    }

    /** Returns an empty optional, because TeamPulse reports no totals. */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> serverTime() {
        return api.serverTime();
    }

    @Override
    public void close() {
        api.close();
    }

    /** Returns a string with the account, without credentials. */
    @Override
    public String toString() {
        return account.toString();
    }

    /** Builds a {@link TeamPulseClient}. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private WrapCredentials credentials = WrapCredentials.none();
        private TokenForm tokenForm = TokenForm.PLAIN;
        private Consumer<Secret> onRefreshToken = token -> {};
        private @Nullable URI authenticateAt;
        private boolean strictDates;

        private Builder() {}

        /**
         * Sets a user name and its password. The user must be in TeamPulse's own user list, because the API accepts no
         * others. If a refresh token is also set, it is used first.
         *
         * @throws InvalidInputException if the user name is blank, or the user name or the password contains a control
         *     character
         */
        public Builder login(String username, String password) {
            credentials = credentials.withLogin(username, password);
            return this;
        }

        /**
         * Sets a refresh token from an earlier login. The client requests access tokens with it, without the password.
         *
         * @throws InvalidInputException if it is blank or contains a control character
         */
        public Builder refreshToken(String refreshToken) {
            credentials = credentials.withRefreshToken(refreshToken);
            return this;
        }

        /**
         * Sets an access token that was obtained elsewhere and form-decoded once. If the service rejects it, the client
         * requests a new one with the refresh token or the login, if one is set.
         *
         * @throws InvalidInputException if it is blank or contains a control character
         */
        public Builder token(String token) {
            credentials = credentials.withAccessToken(token);
            return this;
        }

        /** Sets the form of access tokens in the header. Default: {@link TokenForm#PLAIN}. */
        public Builder tokenForm(TokenForm tokenForm) {
            this.tokenForm = Inputs.required("tokenForm", tokenForm, "set a form, or omit it");
            return this;
        }

        /**
         * Sets a receiver that can store each new refresh token for the next run. The receiver is called on the thread
         * that makes a request, before the request continues. It must return quickly and must not use the client. Its
         * exceptions are logged and otherwise ignored. Default: none.
         */
        public Builder onRefreshToken(Consumer<Secret> onRefreshToken) {
            this.onRefreshToken = Inputs.required("onRefreshToken", onRefreshToken, "set a receiver, or omit it");
            return this;
        }

        /**
         * Sets the address of the token service, which receives the credentials. Overrides the address in the
         * challenge. Default: the location in the challenge, if it has the scheme, host and port of the base URL.
         */
        public Builder authenticateAt(URI authenticateAt) {
            this.authenticateAt = Inputs.required("authenticateAt", authenticateAt, "set an address, or omit it");
            return this;
        }

        /** Sets whether days in filters have a time, as OData requires, but TeamPulse's pages omit. Default: false. */
        public Builder strictDates(boolean strictDates) {
            this.strictDates = strictDates;
            return this;
        }

        /**
         * Builds the client. Sends no request.
         *
         * @throws InvalidInputException if the base URL or the credentials are missing or invalid
         */
        public TeamPulseClient build() {
            WrapLocation location = WrapLocation.of(baseUrl(), http().allowInsecureHttp(), authenticateAt);
            credentials.check(tokenForm);
            ApiClientBuilder api = ApiClient.builder(SERVICE, "baseUrl", baseUrl())
                    .options(http())
                    .rules(new TeamPulseRules())
                    .authentication(new TokenAuthentication(
                            new WrapTokens(location, credentials, tokenForm, onRefreshToken), credentials.secrets()));
            Optional.ofNullable(authenticateAt).ifPresent(api::authenticateAt);
            return new TeamPulseClient(api.build(), strictDates);
        }
    }
}
