package dev.hourbridge.livetimer;

import dev.hourbridge.http.ClientBuilder;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.Authentication;
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
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.Inputs;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A client for LiveTimer. {@link #timeEntries()} provides the native API. The {@link TimeTracker} methods use the
 * common model. Thread-safe. Close it when done.
 *
 * <!-- with: String username, String password, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * try (LiveTimerClient liveTimer = LiveTimerClient.builder()
 *         .baseUrl("https://artworks.livetimer.com")
 *         .login(username, password)
 *         .build()) {
 *   for (TimeEntry entry : liveTimer.list(TimeEntryQuery.between(monday, sunday))) {
 *     System.out.println(entry.workTime().localDate() + " " + entry.note());
 *   }
 * }
 * }</pre>
 *
 * <p>A new entry belongs to the owner of the credentials, because LiveTimer does not accept another person. {@link
 * #create} accepts an entry that names the owner if {@link Builder#user} is set to the owner's id, and rejects any
 * other person without sending a request. Listing the entries of other people requires the permission "View management
 * reports". Without it, a list contains only the owner's entries.
 *
 * <p>As a {@link TimeTracker}, this class requests each entry with all its resources, so an entry on a task also has
 * the task's project and that project's client.
 */
public final class LiveTimerClient implements TimeTracker {
    /** The service's short name, {@code livetimer}. */
    public static final Service SERVICE = Service.of("livetimer");

    private final ApiClient api;
    private final Account account;
    private final LiveTimerTimeEntries timeEntries;
    private final LiveTimerAdapter common;
    private final Capabilities capabilities;

    private LiveTimerClient(Builder builder, ApiClient api) {
        this.api = api;
        account = Account.of(SERVICE, api.baseUrl().account());
        timeEntries = new LiveTimerTimeEntries(api);
        common = new LiveTimerAdapter(timeEntries, account, Optional.ofNullable(builder.user));
        capabilities = LiveTimerCapabilities.of(Optional.ofNullable(builder.user));
    }

    /** Returns a builder. The base URL and the login are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the native API, with every operation, parameter and field of LiveTimer. */
    public LiveTimerTimeEntries timeEntries() {
        return timeEntries;
    }

    /** Returns {@code livetimer} and the host, plus the port and the path if there are any. */
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
     * @throws InvalidInputException if the id belongs to another account or is not a LiveTimer id
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

    /**
     * Returns the total from LiveTimer's summary. For entries with a start, days end at midnight UTC. Sends one
     * request, and a second one if the query has a last day.
     */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return common.total(query);
    }

    /**
     * Returns the number of entries, as stated in LiveTimer's list. For entries with a start, days end at midnight UTC.
     * Sends one request, and a second one if the query has a last day. Returns empty for a query with a project or with
     * {@link TimeEntryQuery#updatedSince()}.
     */
    @Override
    public OptionalLong count(TimeEntryQuery query) {
        return common.count(query);
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

    /** Builds a {@link LiveTimerClient}. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private @Nullable Secret username;
        private @Nullable Secret password;
        private @Nullable String user;

        private Builder() {}

        /** Sets the user name and password used to log in on the web. Required. */
        public Builder login(String username, String password) {
            this.username = Secret.of("username", username);
            this.password = Secret.of("password", password);
            return this;
        }

        /**
         * Sets the id of the owner of the credentials. The service does not check it. If it is set, a new entry may
         * name that person. Otherwise, an entry that names a person is rejected without sending a request, because the
         * service would record it for the owner. Default: not known.
         */
        public Builder user(String id) {
            this.user = id;
            return this;
        }

        /**
         * Builds the client. Sends no request.
         *
         * @throws InvalidInputException if a required value is missing or a value is invalid
         */
        public LiveTimerClient build() {
            Secret name = Inputs.required("login", username, "specify the user name and the password");
            Secret secret = Inputs.required("login", password, "specify the user name and the password");
            if (name.reveal().isBlank()) {
                throw new InvalidInputException(
                        "login", "a blank user name", "use the name with which you log in on " + "the web");
            }
            if (name.reveal().indexOf(':') >= 0) {
                throw new InvalidInputException(
                        "login", "a user name with a colon", "use the name with which you " + "log in on the web");
            }
            if (user != null) {
                AccountReferences.number("user", user);
            }
            ApiClient api = ApiClient.builder(SERVICE, "baseUrl", baseUrl())
                    .authentication(Authentication.basic(name, secret))
                    .rules(new LiveTimerRules())
                    .options(http())
                    .build();
            return new LiveTimerClient(this, api);
        }
    }
}
