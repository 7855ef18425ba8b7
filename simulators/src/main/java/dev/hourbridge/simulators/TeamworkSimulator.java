package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Teamwork's projects interface, version 1, on loopback.
 *
 * <p>The account comes with the people and things of the vendor's samples: people 999 and 1000; companies
 * 999 and 47; projects 999, 1049 and 1050 (archived); task lists 2001 of project 999 and 1027 of 1049;
 * tasks 8001, 7641 and 7642 (completed); tags {@code tag1} and {@code tag2}. It has no entries until some
 * are added.
 *
 * <p>Operations, for {@link Requests#operation}: {@code list}, {@code list-project}, {@code list-task},
 * {@code create-project}, {@code create-task}, {@code create-todo-item}, {@code show}, {@code update},
 * {@code delete}, {@code total-account}, {@code total-project}, {@code total-tasklist}, {@code total-task},
 * {@code totals-per-project}. May be used by several threads.
 */
public final class TeamworkSimulator implements Simulator {
    private static final long MAIN_PERSON = 999;

    private final TeamworkAccount account;
    private final SimulatorServer server;

    private TeamworkSimulator(Builder builder) {
        this.account = TeamworkAccount.documented(builder.clock, builder.zone);
        this.server = SimulatorServer.start(new TeamworkService(account, builder), builder.port, builder.clock);
    }

    /** Starts one with the defaults, on any free port. */
    public static TeamworkSimulator start() {
        return builder().start();
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public URI url() {
        return server.url();
    }

    /** The API key of person 999. It is also the user name of a Basic header, with any password. */
    public String apiKey() {
        return apiKey(MAIN_PERSON);
    }

    /** The API key of any person. */
    public String apiKey(long personId) {
        return server.locked(() -> account.person(personId).apiKey());
    }

    /** The zone of the account, in which dates and times are written and filtered. */
    public ZoneId zone() {
        return account.zone;
    }

    @Override
    public FaultPlan faults() {
        return server.faults();
    }

    @Override
    public RequestLog requests() {
        return server.log();
    }

    /** All entries that are not deleted, in the order of their ids; a copy. */
    public List<StoredTeamworkEntry> entries() {
        return server.locked(
                () -> account.all().stream().filter(entry -> !entry.deleted()).toList());
    }

    /** The deleted entries, in the order of their ids; a copy. */
    public List<StoredTeamworkEntry> deletedEntries() {
        return server.locked(() ->
                account.all().stream().filter(StoredTeamworkEntry::deleted).toList());
    }

    /** Stores an entry as if it had been made now, and gives it back with its id. */
    public StoredTeamworkEntry add(StoredTeamworkEntry entry) {
        return server.locked(() -> account.create(entry));
    }

    /**
     * Stores invented entries over the year 2024 of all people, on the two active projects and their tasks:
     * twins, notes in many scripts, on the days on which the account's clocks may change, some without a
     * start, some invoiced, some deleted. The same seed and zone give the same entries.
     */
    public void seed(long seed, int entries) {
        server.locked(() -> {
            new TeamworkSeed(seed, account).entries(entries).forEach(account::create);
            return true;
        });
    }

    /** Adds a person, who signs in with this key. */
    public void addPerson(long id, String firstName, String lastName, String apiKey) {
        server.locked(() -> {
            account.addPerson(new TeamworkItems.Person(id, firstName, lastName, apiKey));
            return true;
        });
    }

    /** Adds a company. */
    public void addCompany(long id, String name) {
        server.locked(() -> {
            account.addCompany(id, name);
            return true;
        });
    }

    /** Adds an active project of a company. */
    public void addProject(long id, String name, long companyId) {
        server.locked(() -> {
            account.addProject(id, name, companyId, true);
            return true;
        });
    }

    /** Adds a task list to a project. */
    public void addTaskList(long id, String name, long projectId) {
        server.locked(() -> {
            account.addTaskList(id, name, projectId);
            return true;
        });
    }

    /** Adds an open task without an estimate to a task list. */
    public void addTask(long id, String name, long taskListId) {
        server.locked(() -> {
            account.addTask(id, name, taskListId, 0, false);
            return true;
        });
    }

    @Override
    public void mode(Mode mode) {
        server.mode(mode);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Builds a {@link TeamworkSimulator}. Not safe for use by several threads. */
    public static final class Builder {
        int port;
        Clock clock = Clock.systemUTC();
        ZoneId zone = ZoneId.of("America/New_York");
        List<TeamworkCreateAnswer> createAnswers = List.of(TeamworkCreateAnswer.LOCATION_AND_IDS);
        int requestsPerMinute;
        int throttleStatus = 429;
        boolean retryAfter;
        TeamworkRateLimitHeaders rateLimitHeaders = TeamworkRateLimitHeaders.X_RATELIMIT;
        boolean resetAsEpoch;
        int rowsPerQuery = 50_000;
        boolean emptyTagsAsObject;

        private Builder() {}

        /** Default: 0, any that is free. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Stamps entries, times late commits and the rate limit. Default: the system's, in UTC. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** The zone of the account. Default: America/New_York. */
        public Builder zone(ZoneId value) {
            zone = value;
            return this;
        }

        /** The shapes of responses to creates, in turn. Default: {@link TeamworkCreateAnswer#LOCATION_AND_IDS}. */
        public Builder createAnswers(TeamworkCreateAnswer... values) {
            if (values.length == 0) {
                throw new IllegalArgumentException("needs an answer at least");
            }
            createAnswers = List.of(values);
            return this;
        }

        /** How many requests a minute are admitted. Default: 0, any number, and no headers about it. */
        public Builder requestsPerMinute(int value) {
            requestsPerMinute = value;
            return this;
        }

        /** What a request over the limit gets: 429 or 400. Default: 429. */
        public Builder throttleStatus(int value) {
            if (value != 429 && value != 400) {
                throw new IllegalArgumentException("throttleStatus must be 429 or 400 but is " + value);
            }
            throttleStatus = value;
            return this;
        }

        /** Whether status 429 comes with {@code Retry-After}, in seconds. Default: false. */
        public Builder retryAfter(boolean value) {
            retryAfter = value;
            return this;
        }

        /** The spelling of the headers on the rate limit. Default: {@code X-RateLimit-}. */
        public Builder rateLimitHeaders(TeamworkRateLimitHeaders value) {
            rateLimitHeaders = value;
            return this;
        }

        /** Whether the reset is a moment, in seconds since 1970, and not the seconds until then. Default: false. */
        public Builder resetAsEpoch(boolean value) {
            resetAsEpoch = value;
            return this;
        }

        /**
         * How many entries a list gives over all its pages, which are announced as if there were no more.
         * Default: 50,000, as the vendor says; how it looks on the wire, it does not.
         */
        public Builder rowsPerQuery(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("rowsPerQuery must be positive but is " + value);
            }
            rowsPerQuery = value;
            return this;
        }

        /**
         * Whether an entry without tags has {@code "tags":{}}, as one report shows, and not {@code "tags":[]}.
         * Default: false.
         */
        public Builder emptyTagsAsObject(boolean value) {
            emptyTagsAsObject = value;
            return this;
        }

        /** Starts it. */
        public TeamworkSimulator start() {
            return new TeamworkSimulator(this);
        }
    }
}
