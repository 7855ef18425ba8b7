package dev.hourbridge.livetimer;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.Authentication;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.PreparedCreate;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LiveTimer. Safe for use by several threads.
 *
 * <p>Entries belong to the owner of the credentials: nobody can write another person's, and only with
 * the right to "View management reports" can one read them. What a person without that right lists is
 * what is their own.
 *
 * <p>Common entries are read with all resources included, so that they name the project and client of
 * an entry on a task.
 */
public final class LiveTimerClient implements TimeTracker {
    /** The service's short name, {@code livetimer}. */
    public static final Service SERVICE = Service.of("livetimer");

    private static final Capabilities CAPABILITIES = Capabilities.builder()
            .readable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.ACTIVITY,
                    EntryField.CLIENT,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.START,
                    EntryField.DURATION))
            .writable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.ACTIVITY,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.START,
                    EntryField.DURATION))
            .required(Set.of(EntryField.DATE, EntryField.DURATION))
            .filterable(Set.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.DATE))
            .writesForOthers(false)
            .placement(Placement.PROJECT_OR_TASK)
            .startForm(StartForm.OFFSET)
            .durationUnit(Duration.ofMinutes(1))
            .noteCharacters(NoteCharacters.XML)
            .total(TotalKind.BY_FIXED_OFFSET)
            .announcesCount(true)
            .build();

    private final ApiClient api;
    private final Account account;
    private final TimeEntries timeEntries;
    private final References references;
    private final EntryMapping entries;
    private final QueryMapping queries;
    private final WriteMapping writes;
    private final Totals totals;

    private LiveTimerClient(Builder builder, ApiClient api) {
        this.api = api;
        account = Account.of(SERVICE, api.baseUrl().account());
        timeEntries = new TimeEntries(api);
        references = new References(account);
        entries = new EntryMapping(account);
        queries = new QueryMapping(references);
        writes = new WriteMapping(references, Optional.ofNullable(builder.user).map(id -> PersonRef.of(account, id)));
        totals = new Totals(timeEntries, queries);
    }

    /** A builder. Its base URL and credentials must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** LiveTimer's own API: every operation, parameter and field, in its own words. */
    public TimeEntries timeEntries() {
        return timeEntries;
    }

    /** The host of the base URL, with its port and path where it has them. */
    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return timeEntries
                .list(queries.wide(query), Include.values())
                .map(entries::entry)
                .filter(query::matches);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return entries.entry(timeEntries.show(id(id), Include.values()));
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return created(CreatedId.of(api.create(Requests.create(writes.create(entry)))));
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        PreparedRequest prepared = api.prepare(Requests.create(writes.create(entry)));
        return () -> created(CreatedId.of(prepared.send()));
    }

    private TimeEntryId created(long id) {
        return TimeEntryId.of(account, Long.toString(id));
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        timeEntries.update(id(id), writes.update(update));
    }

    @Override
    public void delete(TimeEntryId id) {
        timeEntries.delete(id(id));
    }

    /**
     * The service's own sum, by summaries. Days of entries with a start are cut at midnight UTC. Makes a
     * request, and another if the query has a last day.
     */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.of(totals.of(query));
    }

    @Override
    public void close() {
        api.close();
    }

    private long id(TimeEntryId id) {
        return references.id("id", id.account(), id.id());
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
            this.username = Secret.of(username);
            this.password = Secret.of(password);
            return this;
        }

        /**
         * The id of the owner of the credentials. With it, an entry of anybody else is refused before any
         * request; without it, a person that an entry names is taken to be the owner. Default: not known.
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
