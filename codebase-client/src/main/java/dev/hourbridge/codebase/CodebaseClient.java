package dev.hourbridge.codebase;

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
import dev.hourbridge.model.spi.Inputs;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client for Codebase's time tracking. Thread-safe. Close it when done.
 *
 * <p>As a {@link TimeTracker}, it accesses the {@linkplain Builder#projects projects} set in its builder, because
 * Codebase lists time only by project. The ids of sessions and tickets have the form {@code permalink/number}.
 */
public final class CodebaseClient implements TimeTracker {
    /** The service's short name, {@code codebase}. */
    public static final Service SERVICE = Service.of("codebase");

    private final ApiClient api;
    private final Account account;
    private final TimeSessions sessions;
    private final CodebaseAdapter common;
    private final Capabilities capabilities;

    private CodebaseClient(ApiClient api, List<String> projects) {
        this.api = api;
        account = api.account();
        sessions = new TimeSessions(api);
        common = new CodebaseAdapter(account, sessions, projects);
        capabilities = CodebaseCapabilities.ALL.toBuilder()
                .listedProjects(Set.copyOf(projects))
                .build();
    }

    /** Returns a builder. The account, the user name and the API key are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the native API for time sessions. */
    public TimeSessions timeSessions() {
        return sessions;
    }

    /** Returns {@code codebase}, the account's short name and the host, as {@code name@host}. */
    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The projects are read one after another. Each is read from one response, one entry at a time. {@link
     * Pager#iterator()} states which resources an abandoned iterator holds, and for how long.
     */
    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return common.list(query);
    }

    /**
     * Converts an id of the common model to the project and the session number, for use with {@link #timeSessions()}.
     *
     * @throws InvalidInputException if the id belongs to another account or is not a Codebase id
     */
    public SessionId nativeId(TimeEntryId id) {
        return common.nativeId(id);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return common.get(id);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Codebase requires a project, a non-blank note, a day, and a duration in whole minutes. It does not store a
     * start.
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
     * <p>Codebase accepts only complete sessions, so an update sends a GET and a PUT. A change that another user makes
     * between the two is overwritten.
     */
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

    /** Returns empty, because Codebase reports no totals. */
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

    /**
     * Returns a string with the service and the host, without any part of the credentials, such as the account's name.
     */
    @Override
    public String toString() {
        return SERVICE + ":" + api.baseUrl().account();
    }

    /** Builds a {@link CodebaseClient}. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private @Nullable String account;
        private @Nullable String username;
        private @Nullable String apiKey;
        private List<String> projects = List.of();

        private Builder() {
            baseUrl("https://api3.codebasehq.com");
        }

        /** Sets the account's short name, the first part of the API user name. Required. */
        public Builder account(String account) {
            this.account = account;
            return this;
        }

        /** Sets the user name within the account, the second part of the API user name. Required. */
        public Builder username(String username) {
            this.username = username;
            return this;
        }

        /** Sets the user's API key, which is shown on the profile page. It is not the password. Required. */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Sets the permalinks of the projects that the client lists as a {@link TimeTracker}. Default: none, in which
         * case a query must name a project.
         */
        public Builder projects(String... permalinks) {
            return projects(List.of(permalinks));
        }

        /** Sets the permalinks of the projects; see {@link #projects(String...)}. */
        public Builder projects(List<String> permalinks) {
            this.projects = List.copyOf(Inputs.required("projects", permalinks, "specify permalinks"));
            return this;
        }

        /**
         * Builds the client. Sends no request.
         *
         * @throws InvalidInputException if a required value is missing or a value is invalid
         */
        public CodebaseClient build() {
            String accountName = Inputs.notBlank("account", account, "specify the account's short name");
            String user = Inputs.notBlank("username", username, "specify the user name within the account");
            String key = Inputs.notBlank("apiKey", apiKey, "specify the API key from the user's profile page");
            checkUserPart("account", accountName);
            checkUserPart("username", user);
            if (projects.stream().anyMatch(String::isBlank)) {
                throw new InvalidInputException(
                        "projects", "a blank permalink", "specify permalinks as in the project's URL");
            }
            projects.forEach(TimeSessions::checkProject);
            ApiClient api = ApiClient.builder(SERVICE, "baseUrl", baseUrl())
                    .accountName(accountName)
                    .options(http())
                    .rules(new CodebaseRules())
                    .authentication(Authentication.basic(
                            Secret.of("username", accountName + "/" + user), Secret.of("apiKey", key)))
                    .build();
            return new CodebaseClient(api, projects);
        }

        /** Checks a part of the user name {@code account/user}, which a slash or a colon would end. */
        private static void checkUserPart(String field, String value) {
            if (value.indexOf('/') >= 0 || value.indexOf(':') >= 0) {
                throw new InvalidInputException(
                        field,
                        "text with a slash or a colon",
                        "set the account and the user name with separate " + "methods");
            }
        }
    }
}
