package dev.hourbridge.livetimer;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * LiveTimer. Safe for use by several threads.
 *
 * <p>Entries belong to the owner of the credentials: nobody can write another person's, and only with
 * the right to "View management reports" can one read them. What a person without that right lists is
 * what is their own. An entry to create names the owner, where {@link Builder#user} told the client who that
 * is, or nobody; any other is refused before a request.
 *
 * <p>Common entries are read with all resources included, so that they name the project and client of
 * an entry on a task.
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

    /** A builder. Its base URL and credentials must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** LiveTimer's own API: every operation, parameter and field, in its own words. */
    public LiveTimerTimeEntries timeEntries() {
        return timeEntries;
    }

    /** {@code livetimer} and the host, with its port and path where there are any. */
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

    /**
     * The service's own sum, by summaries. Days of entries with a start are cut at midnight UTC. Makes a
     * request, and another if the query has a last day.
     */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.of(common.total(query));
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

    /** Builds a {@link LiveTimerClient}. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String baseUrl;
        private @Nullable Secret username;
        private @Nullable Secret password;
        private @Nullable String user;
        private HttpOptions http = HttpOptions.ofDefaults();

        private Builder() {}

        /** Where the account is, such as {@code https://artworks.livetimer.com}. Required. */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** The name and password that one logs in with on the web. Required. */
        public Builder login(String username, String password) {
            this.username = Secret.of("username", username);
            this.password = Secret.of("password", password);
            return this;
        }

        /**
         * The id of the owner of the credentials, which the service does not check. With it, an entry may name
         * that person; without it, one that names any is refused before a request, since the service would book it
         * on the owner, whoever that is. Default: not known.
         */
        public Builder user(String id) {
            this.user = id;
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
         * @throws InvalidInputException if something required is missing or cannot be right
         */
        public LiveTimerClient build() {
            if (baseUrl == null) {
                throw new InvalidInputException("baseUrl", "nothing", "give the URL of the account");
            }
            if (username == null || password == null) {
                throw new InvalidInputException("login", "nothing", "give user name and password");
            }
            if (username.reveal().isBlank()) {
                throw new InvalidInputException("login", "a blank user name", "give the name that one logs in with");
            }
            if (username.reveal().indexOf(':') >= 0) {
                throw new InvalidInputException(
                        "login", "a user name with a colon", "give the name that one logs in with");
            }
            if (user != null) {
                Ids.parse("user", user);
            }
            ApiClient api = ApiClient.builder("baseUrl", baseUrl)
                    .authentication(Authentication.basic(username, password))
                    .rules(new LiveTimerRules())
                    .options(http)
                    .build();
            return new LiveTimerClient(this, api);
        }
    }
}
