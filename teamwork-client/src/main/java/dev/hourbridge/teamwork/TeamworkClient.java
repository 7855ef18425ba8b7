package dev.hourbridge.teamwork;

import dev.hourbridge.http.ClientBuilder;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.Authentication;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Directory;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A client for version 1 of Teamwork's API. {@link #timeEntries()} and {@link #totals()} provide the native API. The
 * {@link TimeTracker} methods use the common model. Thread-safe. Close it when done.
 *
 * <!-- with: LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * try (TeamworkClient teamwork = TeamworkClient.builder()
 *         .baseUrl("https://acme.teamwork.com")
 *         .apiKey(System.getenv("TEAMWORK_API_KEY"))
 *         .zone(ZoneId.of("Europe/Dublin"))
 *         .build()) {
 *   for (TimeEntry entry : teamwork.list(TimeEntryQuery.between(monday, sunday))) {
 *     System.out.println(entry.workTime().localDate() + " " + entry.workTime().duration() + " " + entry.note());
 *   }
 * }
 * }</pre>
 *
 * <p>As a {@link TimeTracker}, the client creates entries with a start and a duration in whole minutes, and a
 * project or a task. If both a project and a task are set, it sends only the task. Archived projects are listed, too.
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
        account = api.account();
        timeEntries = new TeamworkTimeEntries(api);
        totals = new Totals(api);
        common = new TeamworkAdapter(timeEntries, totals, account, zone);
        capabilities = TeamworkCapabilities.of(zone);
    }

    /** Returns a builder. The base URL, the zone and one kind of credentials are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the native API for time entries. */
    public TeamworkTimeEntries timeEntries() {
        return timeEntries;
    }

    /** Returns the native API for totals. */
    public Totals totals() {
        return totals;
    }

    /** Returns {@code teamwork} and the host, plus the port and the path if there are any. */
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

    /**
     * Converts an id of the common model to the native id, for use with {@link #timeEntries()}.
     *
     * @throws InvalidInputException if the id belongs to another account, or is not a Teamwork id
     */
    public long nativeId(TimeEntryId id) {
        return common.nativeId(id);
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

    @Override
    public OptionalLong count(TimeEntryQuery query) {
        return common.count(query);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return common.total(query);
    }

    /** Returns the directory. Its requests are known from existing programs, not from the vendor's documentation. */
    @Override
    public Optional<Directory> directory() {
        return Optional.of(new TeamworkDirectory(api));
    }

    @Override
    public Optional<Instant> serverTime() {
        return api.serverTime();
    }

    @Override
    public void close() {
        api.close();
    }

    /** Returns a string with the service and the host, without credentials. */
    @Override
    public String toString() {
        return account.toString();
    }

    /** Builds a {@link TeamworkClient}. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private @Nullable Authentication authentication;
        private @Nullable String credentialsKind;
        private @Nullable ZoneId zone;

        private Builder() {}

        /**
         * Sets an API key, which is sent with Basic authentication, or a personal token, which starts with {@code
         * tkn.v1} and is sent as a Bearer token. Exactly one kind of credentials is required.
         *
         * @throws InvalidInputException if the key is null or blank, contains a colon or a control character, or
         *     another kind of credentials is set
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
         * Sets a token from the app login flow, or a personal token. It is sent as a Bearer token.
         *
         * @throws InvalidInputException if the token is null or blank, contains anything except visible ASCII
         *     characters, or another kind of credentials is set
         */
        public Builder token(String token) {
            return credentials("token", Authentication.bearer(Credentials.token(token)));
        }

        /**
         * Sets a user name and password. They are sent with Basic authentication, in UTF-8.
         *
         * @throws InvalidInputException if either is null or contains a control character, the name is blank or
         *     contains a colon, or another kind of credentials is set
         */
        public Builder login(String username, String password) {
            return credentials(
                    "login",
                    Authentication.basic(Credentials.user("username", username), Secret.of("password", password)));
        }

        /** Rejects two kinds of credentials: the user must not depend on the order of two calls. */
        private Builder credentials(String kind, Authentication given) {
            if (credentialsKind != null && !credentialsKind.equals(kind)) {
                String extra = "credentials in addition to " + credentialsKind;
                throw new InvalidInputException(kind, extra, "use only one of apiKey, token and login");
            }
            credentialsKind = kind;
            authentication = given;
            return this;
        }

        /**
         * Sets the zone in which starts are written: the one that the owner of the credentials has set in Teamwork.
         * Required. {@link Directory#zone()} returns the zone that the service reports, regardless of this setting.
         */
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /**
         * Builds the client. Sends no request.
         *
         * @throws InvalidInputException if the base URL, the zone or the credentials are missing or invalid
         */
        public TeamworkClient build() {
            Authentication credentials =
                    Inputs.required("apiKey", authentication, "specify an API key, a token or a login");
            ZoneId account = Inputs.required("zone", zone, "specify the zone that the user has set in Teamwork");
            ApiClient api = ApiClient.builder(SERVICE, "baseUrl", baseUrl())
                    .options(http())
                    .authentication(credentials)
                    .rules(new TeamworkRules())
                    .build();
            return new TeamworkClient(api, account);
        }
    }
}
